import { api } from '@/api/client'
import type { Command, LinkAct } from '@/api/contract'
import type { ActDesk, Load } from '@/features/act/module'

export const LINK_FORMS: Record<LinkAct['type'], Load> = {
  accept: () => import('./acts/AcceptReferral.vue'),
  return_referral: () => import('./acts/ReturnReferral.vue'),
}
export const LINK_DESK: ActDesk = { kind: 'link', forms: LINK_FORMS, send: (id, command) => api.links.act(id, command as Command<LinkAct>) }
