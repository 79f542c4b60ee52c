import { describe, expect, it } from 'vitest'
import { Refused, Unreachable } from '@/api/problem'
import { useCommand } from './useCommand'

const fails = (error: Error) => (ids: string[]) => (id: string) => { ids.push(id); return Promise.reject(error) }
const works = (ids: string[]) => (id: string) => { ids.push(id); return Promise.resolve('ok') }

describe('command ids', () => {
  it('stay the same for the same content until an answer came', async () => {
    const { send, sending } = useCommand()
    const ids: string[] = []
    const lost = fails(new Unreachable())(ids)
    await expect(send({ a: 1 }, lost)).rejects.toBeInstanceOf(Unreachable)
    await expect(send({ a: 1 }, lost)).rejects.toBeInstanceOf(Unreachable)
    await send({ a: 1 }, works(ids))
    expect(new Set(ids).size).toBe(1)
    expect(sending.value).toBe(false)
    await send({ a: 1 }, works(ids))
    expect(new Set(ids).size).toBe(2)
  })

  it('change with the content and after a refusal', async () => {
    const { send } = useCommand()
    const ids: string[] = []
    await expect(send({ a: 1 }, fails(new Unreachable())(ids))).rejects.toThrow()
    await expect(send({ a: 2 }, fails(new Refused({ status: 422, code: 'x', detail: '' }))(ids))).rejects.toThrow()
    await send({ a: 2 }, works(ids))
    expect(new Set(ids).size).toBe(3)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })
})
