import type { Item } from '@/api/contract'

/** Whether days and the fine that is repeated are needed: a daily branch holds, lapsed order or not. */
export const asksDays = (branches: Pick<Item['fine_branches'][number], 'range' | 'condition'>[], lapsed: boolean) =>
  branches.some(({ range, condition }) => range.kind === 'daily' && (lapsed || condition.kind !== 'uncorrected'))
