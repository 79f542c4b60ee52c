import { v7 as uuid } from 'uuid'
import { ref } from 'vue'
import { Unreachable } from '@/api/problem'

/**
 * Sends one command. The same content keeps its command id until the server has answered, so that pressing the button
 * again after a lost connection cannot do the thing twice.
 */
export function useCommand() {
  const sending = ref(false)
  let open: { id: string; content: string } | null = null

  async function send<T>(content: unknown, post: (commandId: string) => Promise<T>): Promise<T> {
    const text = JSON.stringify(content)
    if (open?.content !== text) open = { id: uuid(), content: text }
    const mine = open.id
    sending.value = true
    try {
      const answer = await post(mine)
      open = null
      return answer
    } catch (error) {
      if (!(error instanceof Unreachable)) open = null
      throw error
    } finally {
      sending.value = false
    }
  }
  return { sending, send }
}
