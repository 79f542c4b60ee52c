import { describe, expect, it } from 'vitest'
import { boundsOf, middleOf, sharedTail } from './geometry'

const square = (west: number, south: number, size: number): GeoJSON.Position[] => [
  [west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south],
]

describe('areas', () => {
  it('are named in the middle of their largest part', () => {
    const [lng, lat] = middleOf({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(120, 27, 4)]] })
    expect(lng).toBeCloseTo(122)
    expect(lat).toBeCloseTo(29)
  })
  it('have bounds, or none when there is nothing', () => {
    const feature = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square(120, 27, 1)] } } as const
    expect(boundsOf({ type: 'FeatureCollection', features: [{ ...feature, geometry: { type: 'Polygon', coordinates: [square(120, 27, 1)] } }] })).toEqual([120, 27, 121, 28])
    expect(boundsOf({ type: 'FeatureCollection', features: [] })).toBeNull()
  })
  it('lose the ending they share, but never the whole name', () => {
    expect(sharedTail(['江浦联勤工作站', '龙浦联勤工作站'])).toBe(6)
    expect(sharedTail(['甲站', '乙站', '丙'])).toBe(0)
    expect(sharedTail(['站', '站'])).toBe(0)
    expect(sharedTail(['甲站'])).toBe(0)
  })
})
