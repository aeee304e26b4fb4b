import { isKeyOf, isRecord } from '../../../shared/base/keysOf.ts'
import type { AuditEntry } from '../../../shared/wire/administration.ts'
import { type AuditNames, registerNameOf, unitNameOf } from './auditNames.ts'
import { type ChangeLine, changeLines } from './changeLines.ts'

/** Shown in the entry itself. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['id', 'reason'])

/** A line of an entry, with the word for what it is about; "" where the act itself says it. */
export type AuditLine = ChangeLine & { readonly name: string }

/**
 * What an act changed, as a person reads it: words for states, names for units, registers and columns, times of the city.
 * What the act does not name stayed as it was; what has no word is none of the reader's.
 */
export function auditLines({ before, after }: Pick<AuditEntry, 'before' | 'after'>, names: AuditNames): readonly AuditLine[] {
  const { parts, taken } = names.words.audit
  // An act that leaves nothing behind (a layout that is forgotten) says so by its name.
  if (isRecord(before) && after === null) return []
  return changeLines(before, after, (key, value) => shown(key, value, names))
    .filter(({ key }) => !SHOWN_ELSEWHERE.has(key) && (key === '' || key in parts) && !(isRecord(after) && !(key in after)))
    .map((line) => ({ ...line, after: line.after ?? taken[line.key] ?? null, name: line.key === '' ? '' : (parts[line.key] ?? '') }))
}

function shown(key: string, value: unknown, names: AuditNames): string {
  const { texts, words } = names
  const { values } = words.audit
  switch (key) {
    case 'role':
      return isKeyOf(texts.roles, value) ? texts.roles[value] : String(value)
    case 'reporter':
      return unitNameOf(names, String(value))
    case 'said':
    case 'signOff':
    case 'receipt': {
      const states: Readonly<Record<string, string>> = texts.unit[key]
      return states[String(value)] ?? String(value)
    }
    case 'registerId':
    case 'register':
      return registerNameOf(names, String(value))
    case 'registerVersion':
      return words.registers.version(Number(value))
    case 'columns':
      return Array.isArray(value) ? value.map((column) => columnText(column, names)).join(texts.separator) : ''
    case 'lostReports':
      return Array.isArray(value) ? value.map((report) => lostReport(report, names)).join(texts.separator) : ''
    default:
      if (typeof value === 'boolean') return value ? texts.yes : texts.no
      if (typeof value === 'object') return ''
      return /^\d{4}-\d\d-\d\dT/.test(String(value)) ? words.fullTime(String(value)) : (values[String(value)] ?? String(value))
  }
}

/** “至某月完成”读作累计完成. */
function columnText(column: unknown, { texts, words }: AuditNames): string {
  if (!isRecord(column)) return ''
  const { heading, field } = column
  const read = isKeyOf(texts.columnFields, field) ? texts.columnFields[field] : ''
  return words.audit.columnRead(String(heading), read)
}

/** "2021年5月 市交通运输局", whose rows a restored backup does not have. */
function lostReport(report: unknown, names: AuditNames): string {
  if (!isRecord(report)) return ''
  return `${names.texts.app.period(String(report.period))} ${unitNameOf(names, String(report.reporter))}`
}

/** "状态：填报中 → 已锁定". */
export function lineText({ name, before, after }: AuditLine, { texts, words }: Pick<AuditNames, 'texts' | 'words'>): string {
  const change = before === null ? (after ?? '') : words.becomes(before, after ?? words.nothing)
  return name === '' ? change : `${name}${texts.colon}${change}`
}
