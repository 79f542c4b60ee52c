import type { Written } from './contract'
import { CLIENT_HEADER } from './client'
import { toError, Unreachable } from './problem'

/** A list of items on its way to become an edition. */
export interface SentList { id: string; name: string; from: string; whole: boolean; bytes: ArrayBuffer }

/** Sends a list with progress (0…1). `fetch` cannot report progress of a request, so this one is an XMLHttpRequest. */
export function sendList(list: SentList, command: string, onProgress: (part: number) => void, signal?: AbortSignal): Promise<Written> {
  const query = new URLSearchParams({ id: list.id, command, name: list.name, from: list.from, whole: String(list.whole) })
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/catalogue/editions?${query}`)
    for (const [name, value] of Object.entries(CLIENT_HEADER)) request.setRequestHeader(name, value)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.responseType = 'text'
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total) }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as Written)
      else reject(toError(request.status, body))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(list.bytes)
  })
}

function parse(text: string): unknown {
  try { return JSON.parse(text) } catch { return null }
}
