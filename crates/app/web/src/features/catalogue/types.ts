import type { Item, RangeView } from '@/api/contract'

/** Parts of an item that have no name of their own in the contract. */
export type FineRange = Item['grades'][number]['range']
export type ComputedRange = RangeView['ranges'][number]
export type Approval = Item['approvals'][number]
export type Basis = Item['basis'][number]
