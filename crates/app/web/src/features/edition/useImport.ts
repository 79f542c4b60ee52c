import { computed, onScopeDispose, provide, reactive, ref, shallowRef } from 'vue'
import { newId } from '@/api/ids'
import { Refused } from '@/api/problem'
import type { RowFault } from '@/api/contract'
import { sendList } from '@/api/sendList'
import { useCommand } from '@/composables/useCommand'
import { FIELD_WORDS, type FieldWords } from '@/composables/useForm'
import { useProblem, type Spoken } from '@/composables/useProblem'
import { useSay } from '@/composables/useSay'
import { useSession } from '@/composables/useSession'
import { firstOfNextMonth } from './standing'

const LIMIT = 10 * 1024 * 1024
/** Where on this form a refusal belongs. */
const FIELDS: Record<string, keyof FieldWords> = {
  'edition.too_late': 'from', 'list.not_a_table': 'file', 'list.bad_workbook': 'file', 'list.too_large': 'file', 'list.encoding': 'file', 'list.empty': 'file',
}

/** A list is chosen, checked for what a browser can see, sent with progress, and answered with an edition or with its faults. */
export function useImport() {
  const { t, code } = useSay()
  const { speak, cited } = useProblem()
  const { today } = useSession()
  const { sending, send: once } = useCommand()
  const form = reactive<{ from: string; extent: 'whole' | 'part' | '' }>({ from: firstOfNextMonth(today.value), extent: 'whole' })
  const file = shallowRef<File | null>(null)
  const words = ref<FieldWords>({})
  const problem = shallowRef<Spoken | null>(null)
  const faults = shallowRef<{ rows: RowFault[]; many: number; file: string } | null>(null)
  const part = ref<number | null>(null)
  provide(FIELD_WORDS, words)
  let stop: AbortController | null = null
  let kept: { key: string; id: string } | null = null
  onScopeDispose(() => stop?.abort())

  function choose(chosen: File) {
    file.value = chosen
    faults.value = null
    problem.value = null
    words.value = chosen.size > LIMIT ? { file: code('refusals', 'list.too_large') } : {}
  }

  /** The same list for the same day keeps its id, so that sending it again after a lost answer cannot make two editions. */
  function idOf(key: string): string {
    if (kept?.key !== key) kept = { key, id: newId() }
    return kept.id
  }

  async function submit(): Promise<string | null> {
    problem.value = null
    faults.value = null
    const { from, extent } = form
    const chosen = file.value
    words.value = {
      ...(!chosen ? { file: t('editions.file_missing') } : chosen.size > LIMIT ? { file: code('refusals', 'list.too_large') } : {}),
      ...(!from ? { from: code('faults', 'required') } : from <= today.value ? { from: t('editions.day_to_come') } : {}),
    }
    if (!chosen || Object.keys(words.value).length) return null
    let bytes: ArrayBuffer
    try {
      bytes = await chosen.arrayBuffer()
    } catch {
      // A browser does not read a file that was written again after it was chosen.
      file.value = null
      words.value = { file: t('editions.file_changed', { name: chosen.name }) }
      return null
    }
    const content = { name: chosen.name, size: chosen.size, written: chosen.lastModified, from, whole: extent === 'whole' }
    const id = idOf(JSON.stringify(content))
    stop = new AbortController()
    part.value = 0
    try {
      await once(content, (command) => sendList({ id, bytes, name: content.name, from, whole: content.whole }, command, (done) => { part.value = done }, stop?.signal))
      return id
    } catch (error) {
      // An earlier sending of this very list arrived after all.
      if (error instanceof Refused && error.code === 'edition.exists') return id
      explain(error, chosen.name)
      return null
    } finally {
      part.value = null
    }
  }

  function explain(error: unknown, name: string) {
    if (error instanceof DOMException) return
    if (error instanceof Refused && error.code === 'list.faults') {
      const rows = error.problem.faults ?? []
      faults.value = { rows, many: Number(error.problem.params?.faults ?? rows.length), file: name }
      return
    }
    const said = speak(error)
    // The file itself is not kept on the device; everything else stays on the form.
    const spoken = said.lost ? { ...said, remedy: t('editions.lost_remedy') } : said
    const field = error instanceof Refused ? FIELDS[error.code] : undefined
    if (field) words.value = { [field]: [cited(spoken.sentence, spoken.article), spoken.remedy].filter(Boolean).join(t('common.sentence_gap')) }
    else problem.value = spoken
  }
  const percent = computed(() => Math.round((part.value ?? 0) * 100))

  return { form, file, problem, faults, sending, part, percent, choose, submit, cancel: () => stop?.abort() }
}
