import type { Penalty } from '@/api/contract'
import { useSay } from '@/composables/useSay'

/** A penalty in one line: 警告；罚款 5,000 元. */
export function usePenaltyWords() {
  const { t, code, fen } = useSay()
  const kind = (penalty: Penalty, name: Penalty['kinds'][number]) => {
    const label = code('penalty_kinds', name)
    if (name === 'fine' && penalty.fine_fen != null) return t('penalty.amount_of', { kind: label, amount: fen(penalty.fine_fen) })
    if (name === 'confiscate_gains' && penalty.gains_fen != null) return t('penalty.amount_of', { kind: label, amount: fen(penalty.gains_fen) })
    return label
  }
  return (penalty: Penalty | null | undefined) => (penalty ? penalty.kinds.map((name) => kind(penalty, name)).join(t('common.clause_separator')) : '')
}
