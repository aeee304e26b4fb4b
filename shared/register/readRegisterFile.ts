import { fail, ok, type Result } from '../base/result.ts'
import { parseRegister } from './parseRegister.ts'
import type { Register } from './register.ts'
import { type RegisterUnread, troublesOf } from './registerTrouble.ts'

/** A register from the text of a JSON file, or everything that is wrong with it. */
export function readRegisterFile(text: string): Result<Register, RegisterUnread> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const value = error instanceof Error ? error.message : ''
    return fail({ tag: 'unread', troubles: [{ code: 'notJson', cell: null, at: '', value }] })
  }
  const parsed = parseRegister(json)
  return parsed.ok ? ok(parsed.value) : fail({ tag: 'unread', troubles: troublesOf(parsed.fault) })
}
