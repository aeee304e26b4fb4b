import { readFileSync } from 'node:fs'
import { parseRegister } from '../../../shared/register/parseRegister.ts'
import type { Register } from '../../../shared/register/register.ts'

/** A register from a JSON file, or a sentence on what is wrong with it. */
export function readRegister(file: string): Register | string {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return `${file}: cannot be read as JSON`
  }
  const parsed = parseRegister(json)
  if (parsed.ok) return parsed.value
  const { fault } = parsed
  switch (fault.tag) {
    case 'malformed':
      return fault.issues.map(({ path, message }) => `${file}: ${path}: ${message}`).join('\n')
    case 'flawed':
      return fault.flaws.map(({ code, at, value }) => `${file}: ${code} at ${at}: ${value}`).join('\n')
  }
}
