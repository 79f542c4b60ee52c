import type { Params } from '@/api/contract'
import { Refused, Unreachable } from '@/api/problem'
import { plainKey } from '@/locales/i18n'
import { useSay } from './useSay'

export interface Spoken { sentence: string; article: string; remedy: string; field: string | null; lost: boolean }

/** A refusal in plain words: what, by which article, and what can be done. */
export function useProblem() {
  const { t, te, code, locale } = useSay()

  function refusal(name: string, detail: string, params: Params = {}): string {
    return code('refusals', name, detail || t('problem.unknown'), params)
  }

  /** A sentence with the article it stands on: one full stop, at the end. */
  function cited(sentence: string, article: string | null | undefined): string {
    if (!article) return sentence
    const [, body = sentence, stop = ''] = /^(.*?)([。.]?)$/s.exec(sentence) ?? []
    return body + t('common.bracketed', { text: article }) + stop
  }

  /** The server's own remedy is English: beside a sentence in another language it says nothing. */
  const spare = (name: string, remedy: string | null | undefined) => (locale.value !== 'en' && te(`refusals.${plainKey(name)}`) ? '' : remedy ?? '')

  function speak(error: unknown): Spoken {
    if (error instanceof Unreachable) {
      return { sentence: t('problem.unreachable'), article: '', remedy: t('problem.unreachable_remedy'), field: null, lost: true }
    }
    if (!(error instanceof Refused)) {
      return { sentence: t('problem.unknown'), article: '', remedy: t('problem.unknown_remedy'), field: null, lost: false }
    }
    const { problem } = error
    return {
      sentence: refusal(problem.code, problem.detail, problem.params),
      article: problem.article ?? '',
      remedy: code('refusals_remedy', problem.code, spare(problem.code, problem.remedy), problem.params),
      field: error.field ?? null,
      lost: false,
    }
  }
  return { refusal, cited, speak }
}
