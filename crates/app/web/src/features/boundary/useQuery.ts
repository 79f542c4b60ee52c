import { useRoute, useRouter } from 'vue-router'

/** What is asked and filtered stands in the address, so that it can be sent to somebody and comes back with the back button. */
export function useQuery() {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string) => (typeof route.query[name] === 'string' ? route.query[name] : '')
  const set = (values: Record<string, string>) => {
    const query = { ...route.query, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || undefined])) }
    return router.replace({ query })
  }
  return { text, set }
}
