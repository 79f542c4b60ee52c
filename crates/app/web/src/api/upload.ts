import type { StoredFile } from './contract'
import { CLIENT_HEADER } from './client'
import { toError, Unreachable } from './problem'

/** Sends a file with progress (0…1). `fetch` cannot report progress of a request, so this one is an XMLHttpRequest. */
export function upload(id: string, file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/files/${id}?name=${encodeURIComponent(file.name)}`)
    for (const [name, value] of Object.entries(CLIENT_HEADER)) request.setRequestHeader(name, value)
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.responseType = 'text'
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total) }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as StoredFile)
      else reject(toError(request.status, body))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function parse(text: string): unknown {
  try { return JSON.parse(text) } catch { return null }
}
