import { computed, ref } from 'vue'
import { api } from '@/api/client'
import type { InboxItem } from '@/api/contract'

const items = ref<InboxItem[]>([])
const error = ref<unknown>(null)
const loading = ref(false)
const unread = computed(() => items.value.filter((item) => !item.read_at).length)

async function refresh() {
  loading.value = true
  try {
    items.value = (await api.inbox.list()).items
    error.value = null
  } catch (caught) {
    error.value = caught
  } finally {
    loading.value = false
  }
}

async function markRead(item: InboxItem) {
  if (item.read_at) return
  item.read_at = new Date().toISOString()
  try { await api.inbox.markRead(item.id) } catch { item.read_at = null }
}

export const useInbox = () => ({ items, error, loading, unread, refresh, markRead })
