type Ring = GeoJSON.Position[]

const rings = (geometry: GeoJSON.Geometry): Ring[] => {
  if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1)
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.map((polygon) => polygon[0] ?? [])
  return []
}

/** Twice the signed area and the weighted centre of one ring. */
function weigh(ring: Ring): { area: number; lng: number; lat: number } {
  let area = 0
  let lng = 0
  let lat = 0
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x0 = 0, y0 = 0] = ring[i] ?? []
    const [x1 = 0, y1 = 0] = ring[i + 1] ?? []
    const cross = x0 * y1 - x1 * y0
    area += cross
    lng += (x0 + x1) * cross
    lat += (y0 + y1) * cross
  }
  return { area, lng, lat }
}

/** Where to write a name: the middle of the largest part. */
export function middleOf(geometry: GeoJSON.Geometry): [number, number] {
  const largest = rings(geometry).map(weigh).sort((a, b) => Math.abs(b.area) - Math.abs(a.area))[0]
  if (!largest || largest.area === 0) return [0, 0]
  return [largest.lng / (3 * largest.area), largest.lat / (3 * largest.area)]
}

/** [west, south, east, north] of everything drawn. */
export function boundsOf(collection: GeoJSON.FeatureCollection): [number, number, number, number] | null {
  const points = collection.features.flatMap((feature) => rings(feature.geometry)).flat()
  if (!points.length) return null
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const [lng = 0, lat = 0] of points) {
    bounds[0] = Math.min(bounds[0], lng)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lng)
    bounds[3] = Math.max(bounds[3], lat)
  }
  return bounds
}

/** How many letters all names end with alike: on the map they are left out. */
export function sharedTail(names: readonly string[]): number {
  const [first = '', ...rest] = names
  let length = 0
  while (rest.length && length < first.length - 1 && rest.every((name) => name.at(-1 - length) === first.at(-1 - length))) length += 1
  return length
}
