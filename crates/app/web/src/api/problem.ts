import type { Problem } from './contract'

/** The server answered, and the answer was no. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.code)
    this.name = 'Refused'
  }
  get status() { return this.problem.status }
  get code() { return this.problem.code }
  /** A form field the refusal speaks about, if the server named one. */
  get field() { return this.problem.params?.field }
}

/** No answer came: the request may or may not have arrived, so the same command id must be used again. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

const gateways = new Set([502, 503, 504])

export function toError(status: number, body: unknown): Error {
  if (isProblem(body)) return new Refused({ ...body, status: body.status ?? status })
  if (gateways.has(status)) return new Unreachable()
  return new Refused({ status, code: `http.${status}`, detail: '' })
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body
}
