import { onScopeDispose, reactive, ref, toRaw, watch } from 'vue'

const PREFIX = 'yizhi.draft.'
const KEPT_DAYS = 7
const WRITE_AFTER_MS = 250

interface Kept<T> { at: number; form: T }

/**
 * A form that outlives a crash: what is typed is written to this device under the person and the thing it belongs to.
 * Names in `never` stay in memory only (a reporter's identity must not rest on a shared machine).
 */
export function useDraft<T extends object>(key: string, start: T, never: readonly (keyof T)[] = []) {
  const kept = read<T>(key)
  const form = reactive({ ...start, ...kept?.form }) as T
  const restoredAt = ref<number | null>(kept ? kept.at : null)
  const untouched = JSON.stringify(start)
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  function write() {
    if (closed) return
    const plain = { ...toRaw(form) }
    for (const name of never) delete plain[name]
    if (JSON.stringify({ ...start, ...plain }) === untouched) remove(key)
    else save(key, { at: Date.now(), form: plain })
  }
  watch(form, () => {
    clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER_MS)
  }, { deep: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    write()
  })

  /** The form was sent: nothing is left to restore. */
  function done() {
    closed = true
    clearTimeout(timer)
    remove(key)
  }
  /** Back to the empty form. */
  function reset() {
    Object.assign(form, JSON.parse(untouched) as T)
    restoredAt.value = null
    remove(key)
  }
  return { form, restoredAt, done, reset }
}

function read<T>(key: string): Kept<T> | null {
  try {
    const text = localStorage.getItem(PREFIX + key)
    if (!text) return null
    const kept = JSON.parse(text) as Kept<T>
    return Date.now() - kept.at > KEPT_DAYS * 86_400_000 ? null : kept
  } catch {
    return null
  }
}
function save(key: string, kept: Kept<unknown>) {
  try { localStorage.setItem(PREFIX + key, JSON.stringify(kept)) } catch { /* storage full or forbidden: the form still works */ }
}
function remove(key: string) {
  try { localStorage.removeItem(PREFIX + key) } catch { /* as above */ }
}

/** Drafts nobody came back for. */
export function sweepDrafts(now = Date.now()) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<unknown> | null
      if (!kept || now - kept.at > KEPT_DAYS * 86_400_000) localStorage.removeItem(key)
    }
  } catch { /* nothing kept, nothing to sweep */ }
}
