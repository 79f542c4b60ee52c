import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** No tiles and no font server: the ground is the county's own areas, and the device draws the letters. */
export const GROUND: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eaf0f4' } }],
}

export const AREA_LAYERS: LayerSpecification[] = [
  { id: 'station-fill', type: 'fill', source: 'areas', filter: ['==', ['get', 'kind'], 'station'], paint: { 'fill-color': '#ffffff', 'fill-opacity': 0.85 } },
  { id: 'station-chosen', type: 'fill', source: 'areas', filter: ['==', ['get', 'code'], ''], paint: { 'fill-color': '#cfe0f1', 'fill-opacity': 0.9 } },
  { id: 'station-line', type: 'line', source: 'areas', filter: ['==', ['get', 'kind'], 'station'], paint: { 'line-color': '#9fb2c6', 'line-width': 1 } },
  { id: 'boundary', type: 'line', source: 'areas', filter: ['==', ['get', 'kind'], 'boundary'], paint: { 'line-color': '#4a6585', 'line-width': 2 } },
]

export const NAME_LAYER: LayerSpecification = {
  id: 'station-name', type: 'symbol', source: 'names', minzoom: 9.5,
  layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'text-max-width': 6, 'text-font': ['sans-serif'] },
  paint: { 'text-color': '#47525f', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
}

export const MARK_LAYERS: LayerSpecification[] = [
  { id: 'mark-ring', type: 'circle', source: 'marks', filter: ['==', ['get', 'id'], ''], paint: { 'circle-radius': 17, 'circle-color': '#f0a818', 'circle-opacity': 0.45, 'circle-stroke-color': '#8a5a00', 'circle-stroke-width': 2 } },
  { id: 'marks', type: 'symbol', source: 'marks', layout: { 'icon-image': ['get', 'state'], 'icon-size': 0.9, 'icon-allow-overlap': true, 'symbol-sort-key': ['get', 'order'] } },
]
