import { isKeyOf } from '../../../shared/base/keysOf.ts'
import type { AccountDetail, AuditEntry } from '../../../shared/wire/administration.ts'
import type { AdministrationTexts } from '../text/administrationTexts.ts'
import type { Texts } from '../text/texts.ts'
import { type ChangeLine, changeLines } from './changeLines.ts'

/** Shown in the entry itself. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['id', 'reason'])

/** What an act changed, as a person reads it: words for codes, names for units, times without seconds. */
export function auditLines(
  { before, after }: AuditEntry,
  accounts: readonly AccountDetail[],
  texts: Texts,
  words: AdministrationTexts,
): readonly (ChangeLine & { readonly name: string })[] {
  const units = new Map(accounts.map(({ reporter, reporterName }) => [reporter, reporterName]))
  const { values, parts } = words.audit
  return changeLines(before, after, (key, value) => {
    if (key === 'role') return isKeyOf(texts.roles, value) ? texts.roles[value] : String(value)
    if (key === 'reporter') return units.get(String(value)) ?? String(value)
    if (typeof value === 'boolean') return value ? texts.yes : texts.no
    if (typeof value === 'object') return JSON.stringify(value)
    return /^\d{4}-\d\d-\d\dT/.test(String(value)) ? words.fullTime(String(value)) : (values[String(value)] ?? String(value))
  })
    .filter(({ key }) => !SHOWN_ELSEWHERE.has(key))
    .map((line) => ({ ...line, name: line.key === '' ? '' : (parts[line.key] ?? line.key) }))
}

/** "状态：填报中 → 已锁定". */
export function lineText(
  { name, before, after }: ChangeLine & { readonly name: string },
  texts: Texts,
  words: AdministrationTexts,
): string {
  const change = before === null ? (after ?? '') : words.becomes(before, after ?? words.nothing)
  return name === '' ? change : `${name}${texts.colon}${change}`
}
