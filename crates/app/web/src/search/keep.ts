import { watch } from 'vue'
import { useSession } from '@/composables/useSession'

const HOUR_MS = 3_600_000

/** Keeps the catalogue in the pocket of whoever is signed in and may read it: at the start, after signing in, and every hour. */
export function keepPocket() {
  const { me, state } = useSession()
  const reads = () => me.value?.person.roles.some((role) => role !== 'administrator') ?? false
  watch([() => me.value?.person.id, () => state.known] as const, ([id], [before, knew]) => {
    if (id && id !== before && reads()) soon(knew === true)
  })
  setInterval(() => { if (reads()) soon(false) }, HOUR_MS)
}

/** Nobody waits for it: the page comes first. */
function soon(now: boolean) {
  const go = () => void import('./pocket').then(({ refresh }) => refresh(now)).catch(() => {})
  if (typeof requestIdleCallback === 'function') requestIdleCallback(go, { timeout: 5_000 })
  else setTimeout(go, 1_000)
}
