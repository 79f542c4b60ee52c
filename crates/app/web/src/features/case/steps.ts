import type { Stage } from '@/api/contract'

/** The eight stations of a case, and the one a stage is working towards. */
export const STEPS = ['filing', 'investigation', 'review', 'notice', 'decision', 'service', 'fulfilment', 'archive'] as const
export type Step = (typeof STEPS)[number]

const STEP_OF: Record<Stage, Step> = {
  verification: 'filing', filing_proposed: 'filing', not_filed: 'filing',
  investigation: 'investigation',
  under_review: 'review',
  reviewed: 'notice', notice_issued: 'notice',
  notice_served: 'decision',
  decided: 'service',
  served: 'fulfilment',
  fulfilled: 'archive', closure_proposed: 'archive', closed: 'archive', archived: 'archive',
}
export const stepOf = (stage: Stage): Step => STEP_OF[stage] ?? 'filing'

export type Mark = 'done' | 'now' | 'ahead'
/** Where each step stands; after the archive nothing is under way any more. */
export function marks(stage: Stage): { step: Step; mark: Mark }[] {
  const now = STEPS.indexOf(stepOf(stage))
  return STEPS.map((step, index) => ({
    step, mark: stage === 'archived' || index < now ? 'done' : index === now && stage !== 'not_filed' ? 'now' : 'ahead',
  }))
}
