import { shallowRef } from 'vue'
import { api } from '@/api/client'
import type { County } from '@/api/contract'

const county = shallowRef<County | null>(null)

/** Names for the codes of brigades, stations, departments and fields. */
export function useDirectory() {
  if (!county.value) api.county.read().then((found) => { county.value = found }, () => { /* codes are shown instead */ })
  const name = (list: { code: string; name: string }[] | undefined, code: string | null) =>
    code === null ? '' : (list?.find((entry) => entry.code === code)?.name ?? code)
  return {
    county,
    brigade: (code: string | null) => name(county.value?.brigades, code),
    station: (code: string | null) => name(county.value?.stations, code),
    department: (code: string | null) => name(county.value?.departments, code),
    field: (no: string | null) => (no === null ? '' : (county.value?.fields.find((entry) => entry.no === no)?.name ?? no)),
  }
}
