import { computed, reactive, ref } from 'vue'
import { api, whenSignedOut } from '@/api/client'
import type { Me } from '@/api/contract'
import { Refused } from '@/api/problem'
import { dayOf } from '@/locales/format/day'

const state = reactive<{ me: Me | null; known: boolean }>({ me: null, known: false })
/** Rises whenever everything on the screen has to be read again (the trial clock moved). */
const epoch = ref(0)

whenSignedOut(() => { state.me = null })

async function load(): Promise<Me | null> {
  try {
    state.me = await api.session.read()
  } catch (error) {
    if (!(error instanceof Refused && error.status === 401)) throw error
    state.me = null
  }
  state.known = true
  return state.me
}

async function signIn(login: string, password: string) {
  state.me = await api.session.open(login, password)
  state.known = true
}

async function signOut() {
  await api.session.close()
  state.me = null
}

async function advance(days: number) {
  const { now } = await api.trial.advance(days)
  if (state.me) state.me.now = now
  epoch.value += 1
}

const me = computed(() => state.me)
const today = computed(() => (state.me ? dayOf(state.me.now) : new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)))

export const useSession = () => ({ me, today, epoch, state, load, signIn, signOut, advance })
