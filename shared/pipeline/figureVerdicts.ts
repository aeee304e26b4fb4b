import { affectedField, cellsOf, namedField } from '../finding/affectedField.ts'
import { effectOf } from '../finding/effects.ts'
import type { Finding } from '../finding/finding.ts'
import { VALUE_FIELDS, VALUES } from '../record/columnFields.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Indicator } from '../register/register.ts'

/** What an error makes of a record's figure, and what a person can lift. */
type Verdict = 'reject_value' | 'confirm'

/** A record with its key and what it is about. */
export interface Judged {
  readonly record: FigureRecord
  readonly key: string
  readonly indicator: Indicator | undefined
}

/** A finding that makes something of a figure. */
interface Weighty {
  readonly finding: Finding
  readonly verdict: Verdict
  /** The records that it names; undefined where it names none, and is about those at its cells. */
  readonly keys: ReadonlySet<string> | undefined
  readonly field: ReturnType<typeof namedField>
}

/**
 * What the findings of a sheet make of the figure of each record: those at its cells, and those that name its key and a field
 * for which it has no cell. The latter are counted by key and field: thousands of rows may be under one key, each with a
 * finding, and none looks at those of all others.
 */
export function figureVerdicts(findings: readonly Finding[]): (judged: Judged) => Verdict | undefined {
  const atCells = new Map<string, Weighty[]>()
  const byKey = new Map<string, Map<string, number>>()
  for (const finding of findings) {
    const verdict = verdictOn(finding)
    if (!verdict) continue
    const named = finding.record === undefined ? finding.records : [finding.record]
    const weighty = { finding, verdict, keys: named && new Set(named), field: namedField(finding) }
    for (const cell of new Set(cellsOf(finding))) {
      const there = atCells.get(cell)
      if (there) there.push(weighty)
      else atCells.set(cell, [weighty])
    }
    for (const key of weighty.keys ?? []) {
      const counts = byKey.get(key) ?? new Map<string, number>()
      byKey.set(key, counts)
      const kind = `${verdict} ${weighty.field}`
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
  }
  if (atCells.size === 0) return () => undefined
  return ({ record, key, indicator }) => {
    const { cells } = record.origin
    const near = new Set(Object.values(cells).flatMap((cell) => atCells.get(cell ?? '') ?? []))
    const own = [...near].filter(({ keys }) => keys?.has(key) ?? true)
    const counts = byKey.get(key)
    if (own.length === 0 && !counts) return undefined
    const says = (verdict: Verdict) =>
      own.some((one) => one.verdict === verdict && isItsFigure(affectedField(one.finding, record), indicator)) ||
      VALUE_FIELDS.some((field) => {
        const count = counts?.get(`${verdict} ${field}`) ?? 0
        if (count === 0 || cells[field] !== undefined || !isItsFigure(field, indicator)) return false
        return count > own.filter((one) => one.keys && one.field === field && one.verdict === verdict).length
      })
    return says('reject_value') ? 'reject_value' : says('confirm') ? 'confirm' : undefined
  }
}

/** What a finding makes of the figure that it is about: an error refuses it, what a person can lift makes it wait. */
function verdictOn(finding: Finding): Verdict | undefined {
  switch (effectOf(finding)) {
    case 'asksConfirmation':
      return 'confirm'
    case 'withholdsField':
    case 'asksReason':
      return finding.severity === 'error' ? 'reject_value' : 'confirm'
    default:
      return undefined
  }
}

/** Whether a finding is about what the record is for, and not about another field or the row. */
function isItsFigure(field: ReturnType<typeof affectedField>, indicator: Indicator | undefined): boolean {
  if (field === undefined || field === 'row') return false
  const { kind, unit, says } = VALUES[field]
  if (!indicator) return kind === 'text'
  if (kind === 'flag') return indicator.kind === 'milestone'
  // what is wrong with a target is the target's: the figure beside it goes
  return says !== 'context' && (kind === 'date' || unit === 'measure' || unit === 'counted')
}
