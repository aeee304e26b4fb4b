import { type Effect, effectOf, type Weighed } from './effects.ts'
import type { Severity } from './finding.ts'

/** What the lead of each group says of its findings; only another effect is worth a line of its own. */
export const USUAL: Readonly<Record<Severity, Effect>> = { error: 'withholdsField', warning: 'asksReason', info: 'tells' }

/**
 * Of how many findings of a group the usual is true, so that its lead says of none what is not so; `sheet`: one of them
 * keeps the whole sheet back, and nothing else goes either.
 */
export type Held = 'all' | 'some' | 'none' | 'sheet'

/** What a group's lead may say; the findings are of one severity. */
export function heldOf(severity: Severity, findings: readonly Weighed[]): Held {
  if (findings.some((finding) => effectOf(finding) === 'withholdsSheet')) return 'sheet'
  const usual = findings.filter((finding) => effectOf(finding) === USUAL[severity]).length
  if (usual === findings.length) return 'all'
  return usual > 0 ? 'some' : 'none'
}
