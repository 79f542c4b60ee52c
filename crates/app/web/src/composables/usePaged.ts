import { ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'
import type { Page } from '@/api/contract'

/** A list the server hands out page by page: the next page is asked for by the key the last one gave. */
export function usePaged<T>(read: (after: string | null) => Promise<Page<T>>, sources: WatchSource[] = []) {
  const items = shallowRef<T[]>([]) as Ref<T[]>
  const next = ref<string | null>(null)
  const error = shallowRef<unknown>(null)
  const loading = ref(false)
  const loaded = ref(false)
  let asked = 0

  async function fetchFrom(after: string | null) {
    const mine = ++asked
    loading.value = true
    try {
      const page = await read(after)
      if (mine !== asked) return
      items.value = after === null ? page.items : [...items.value, ...page.items]
      next.value = page.next
      error.value = null
      loaded.value = true
    } catch (caught) {
      if (mine === asked) error.value = caught
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  const reload = () => fetchFrom(null)
  const more = () => (next.value === null ? Promise.resolve() : fetchFrom(next.value))
  if (sources.length) watch(sources, () => { void reload() })
  void reload()
  return { items, next, error, loading, loaded, reload, more }
}
