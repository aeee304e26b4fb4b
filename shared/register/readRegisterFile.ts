import { fail, ok, type Result } from '../base/result.ts'
import type { Register } from './register.ts'
import { parseRegister } from './registerSchema.ts'
import { type RegisterTrouble, troublesOf } from './registerTrouble.ts'

/** A register from the text of a JSON file, or everything that is wrong with it. */
export function readRegisterFile(text: string): Result<Register, readonly RegisterTrouble[]> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return fail([{ code: 'notJson', cell: null, at: '', value: error instanceof Error ? error.message : '' }])
  }
  const parsed = parseRegister(json)
  return parsed.ok ? ok(parsed.value) : fail(troublesOf(parsed.fault))
}
