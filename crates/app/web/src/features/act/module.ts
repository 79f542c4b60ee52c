import type { Component } from 'vue'
import type { CaseAct, CaseView, Command, LeadAct, LeadView, LinkAct, LinkView, Me, TimelineEntry, Written } from '@/api/contract'
import type { Check } from '@/composables/useCheck'

/** What a form may start from besides its subject. */
export interface Context { me: Me; today: string; now: string }

/**
 * One act is one file: its fields (the component), what stands in them at first (`start`) and how they become the act
 * of the contract (`build`). The file knows no rule; the server says what is possible.
 */
export interface ActModule<F extends object = object, S = Subject, A = Act> {
  default: Component
  start: (subject: S, context: Context) => F
  build: (form: F, check: Check, subject: S) => A
  /** True for an act that needs the file number typed once more or another wide form. */
  wide?: boolean
}
export type Act = CaseAct | LeadAct | LinkAct
export type Subject = (CaseView | LeadView | LinkView) & { version: number; timeline: TimelineEntry[] }
export type Load = () => Promise<unknown>

/** A kind of subject: its forms, and where its acts are sent. */
export interface ActDesk {
  kind: 'case' | 'lead' | 'link'
  forms: Record<string, Load>
  send: (id: string, command: Command<never>) => Promise<Written>
}
