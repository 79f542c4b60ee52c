import type { PlaceInput, Point } from '@/api/contract'
import type { Check } from '@/composables/useCheck'

/** Picked on our own map or told by the device: both are WGS-84. */
export interface TypedPlace { address: string; point: Point | null }

export function placeFrom(typed: TypedPlace, check: Check, at = 'place'): PlaceInput {
  const address = check.text(`${at}.address`, typed.address)
  return typed.point ? { address, point: { datum: 'wgs84', ...typed.point } } : { address }
}
