import { api } from '@/api/client'
import type { Command, LeadAct } from '@/api/contract'
import type { ActDesk, Load } from '@/features/act/module'

export const LEAD_FORMS: Record<LeadAct['type'], Load> = {
  dispatch: () => import('./acts/DispatchLead.vue'),
  dismiss: () => import('./acts/DismissLead.vue'),
}
export const LEAD_DESK: ActDesk = { kind: 'lead', forms: LEAD_FORMS, send: (id, command) => api.leads.act(id, command as Command<LeadAct>) }
