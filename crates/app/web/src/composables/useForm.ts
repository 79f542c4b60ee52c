import { nextTick, provide, ref, shallowRef, type InjectionKey, type Ref } from 'vue'
import { Refused } from '@/api/problem'
import { fieldsOf } from './fieldsOf'
import { Check } from './useCheck'
import { useCommand } from './useCommand'
import { useDraft } from './useDraft'
import { useProblem, type Spoken } from './useProblem'
import { useSay } from './useSay'
import { useSession } from './useSession'

/** The sentence that stands under a field, by the field's path in the contract. */
export type FieldWords = Record<string, string>
export const FIELD_WORDS: InjectionKey<Ref<FieldWords>> = Symbol('field words')

interface FormOptions<F extends object, B, R> {
  /** What the draft is kept under, without the person. */
  draft: string
  start: F
  /** Fields that must never rest on the device. */
  never?: readonly (keyof F)[]
  build: (form: F, check: Check) => B
  post: (body: B, commandId: string) => Promise<R>
  /** Reads the subject again after somebody else was faster, and says who. */
  onStale?: () => Promise<string>
}

/** Everything a form does besides its fields: draft, checks, sending once, refusals next to their field. */
export function useForm<F extends object, B, R>(options: FormOptions<F, B, R>) {
  const { me } = useSession()
  const { t, code } = useSay()
  const { speak, cited } = useProblem()
  const { sending, send } = useCommand()
  const draft = useDraft<F>(`${me.value?.person.id ?? '-'}.${options.draft}`, options.start, options.never)
  const words = ref<FieldWords>({})
  const problem = shallowRef<Spoken | null>(null)
  const stale = ref('')
  provide(FIELD_WORDS, words)

  async function submit(): Promise<R | null> {
    problem.value = null
    stale.value = ''
    const check = new Check()
    const body = options.build(draft.form, check)
    words.value = Object.fromEntries(Object.entries(check.faults).map(([field, fault]) => [field, code('faults', fault)]))
    if (!check.ok) {
      await showFirst()
      return null
    }
    try {
      const answer = await send(body, (commandId) => options.post(body, commandId))
      draft.done()
      return answer
    } catch (error) {
      await explain(error)
      return null
    }
  }

  async function explain(error: unknown) {
    if (error instanceof Refused && error.status === 409 && error.code === 'version.stale' && options.onStale) {
      try {
        stale.value = await options.onStale()
        await nextTick()
        document.querySelector('[data-form-alert]')?.scrollIntoView({ block: 'nearest' })
        return
      } catch (second) {
        error = second
      }
    }
    const spoken = speak(error)
    const field = placed(spoken.field ? [spoken.field] : fieldsOf(error))
    if (field) words.value = { [field]: sentence(spoken) }
    else problem.value = spoken
    await showFirst()
  }
  const sentence = ({ sentence: said, article, remedy }: Spoken) => [cited(said, article), remedy].filter(Boolean).join(t('common.sentence_gap'))

  return { form: draft.form, restoredAt: draft.restoredAt, reset: draft.reset, sending, words, problem, stale, submit }
}

/** The field on the page a refusal speaks of: by its full path, or by its last name. */
function placed(paths: readonly string[]): string | null {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')].map((element) => element.dataset.field ?? '')
  const last = (name: string) => name.split('.').at(-1)
  for (const path of paths) {
    const found = fields.find((field) => field === path) ?? fields.find((field) => last(field) === last(path))
    if (found) return found
  }
  return null
}

async function showFirst() {
  await nextTick()
  const wrong = document.querySelector<HTMLElement>('.el-form-item.is-error') ?? document.querySelector<HTMLElement>('[data-form-alert]')
  wrong?.scrollIntoView({ block: 'center' })
  wrong?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
}
