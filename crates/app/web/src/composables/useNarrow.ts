import { onScopeDispose, ref } from 'vue'

/** True on a phone: one column, full-screen dialogs. */
export function useNarrow(width = 720) {
  const query = typeof matchMedia === 'function' ? matchMedia(`(max-width: ${width}px)`) : null
  const narrow = ref(query?.matches ?? false)
  const follow = (event: MediaQueryListEvent) => { narrow.value = event.matches }
  query?.addEventListener('change', follow)
  onScopeDispose(() => query?.removeEventListener('change', follow))
  return narrow
}
