import type { Register } from '../../shared/register/register.ts'
import type { OpenRegister } from '../ports/openRegister.ts'
import { registerShape } from './answers.ts'
import { decodeAnswer } from './decodeAnswer.ts'
import type { Request } from './request.ts'

/** The file that a release lays beside the page where the city wants its sheets checked without an account. */
export function fetchOpenRegister(request: Request): OpenRegister {
  let read: Register | null = null
  return {
    async read() {
      if (read !== null) return read
      const answer = await request({ method: 'GET', path: '/register.json', headers: { Accept: 'application/json' } })
      const register = answer.ok ? decodeAnswer(answer.value, registerShape) : answer
      if (register.ok) read = register.value
      return read
    },
  }
}
