import { onScopeDispose, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'

export interface Loading<T> { data: Ref<T | null>; error: Ref<unknown>; loading: Ref<boolean>; reload: () => Promise<T | null> }

/** Reads one thing, and again whenever a source changes. An answer that comes late, after a newer question, is dropped. */
export function useLoad<T>(read: () => Promise<T>, sources: WatchSource[] = []): Loading<T> {
  const data = shallowRef<T | null>(null) as Ref<T | null>
  const error = shallowRef<unknown>(null)
  const loading = ref(false)
  let asked = 0
  let gone = false
  onScopeDispose(() => { gone = true })

  async function reload() {
    const mine = ++asked
    loading.value = true
    try {
      const found = await read()
      if (mine === asked && !gone) { data.value = found; error.value = null }
    } catch (caught) {
      if (mine === asked && !gone) error.value = caught
    } finally {
      if (mine === asked) loading.value = false
    }
    return data.value
  }

  if (sources.length) watch(sources, () => { void reload() })
  void reload()
  return { data, error, loading, reload }
}
