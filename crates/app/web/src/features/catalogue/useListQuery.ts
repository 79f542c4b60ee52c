import { computed, onScopeDispose, ref, watch } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { useSession } from '@/composables/useSession'

/** Typing is let come to rest before it is searched for. */
const PAUSE_MS = 300

/** What a catalogue page is asked for stands in its address: the day above all, so that a link shows what its sender saw. */
export function useListQuery() {
  const route = useRoute()
  const router = useRouter()
  const { today } = useSession()

  const text = (name: string) => (typeof route.query[name] === 'string' ? route.query[name] : '')
  const on = computed(() => text('on') || today.value)
  /** The same page with something changed; an empty value takes the word out of the address. */
  const changed = (changes: Record<string, string>): { query: LocationQueryRaw } => ({
    query: { ...route.query, ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || undefined])) },
  })
  const set = (name: string, value: string) => void router.replace(changed({ [name]: value }))
  const setOn = (day: string) => set('on', day === today.value ? '' : day)
  /** What the next page is given so that it speaks of the same day. */
  const sameDay = computed(() => (text('on') ? { on: text('on') } : {}))

  /** A search field that writes into the address once typing rests, and follows it when one goes back. */
  function typedIn(name: string) {
    const typed = ref(text(name))
    let timer: ReturnType<typeof setTimeout> | undefined
    watch(typed, (value) => { clearTimeout(timer); timer = setTimeout(() => set(name, value.trim()), PAUSE_MS) })
    watch(() => text(name), (value) => { if (value !== typed.value.trim()) typed.value = value })
    onScopeDispose(() => clearTimeout(timer))
    return typed
  }

  return { text, typedIn, on, today, changed, set, setOn, sameDay }
}
