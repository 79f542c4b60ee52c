import type { LeadState } from '@/api/contract'

/** A state is told by shape as well as by colour. Paths are drawn in a 24 × 24 box, on the map and in the legend alike. */
export interface Shape { path: string; fill: string }
export const LEAD_SHAPES: Record<LeadState, Shape> = {
  received: { path: 'M12 1 L23 12 L12 23 L1 12 Z', fill: '#c2410c' },
  dispatched: { path: 'M12 2 A10 10 0 1 1 12 22 A10 10 0 1 1 12 2 Z', fill: '#17508a' },
  dismissed: { path: 'M4 4 H20 V20 H4 Z', fill: '#6b7684' },
}

const SIZE = 48
export function drawShape({ path, fill }: Shape): ImageData | null {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const outline = new Path2D(path)
  pen.translate(4, 4)
  pen.scale((SIZE - 8) / 24, (SIZE - 8) / 24)
  pen.fillStyle = fill
  pen.strokeStyle = '#fff'
  pen.lineWidth = 3
  pen.stroke(outline)
  pen.fill(outline)
  return pen.getImageData(0, 0, SIZE, SIZE)
}
