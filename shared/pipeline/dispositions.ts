import type { Finding } from '../finding/finding.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import { type Ledger, sumPlace, waitingSums } from '../record/ledger.ts'
import type { Question } from '../record/question.ts'
import type { Indicator, Register } from '../register/register.ts'
import { registerIndex } from '../register/registerIndex.ts'
import { figureVerdicts } from './figureVerdicts.ts'
import type { Disposition, ReadRecord } from './sheetReading.ts'

/**
 * What becomes of each record of one sheet, by the first that holds:
 *
 *     the record                                              disposition
 *     is in a row that contradicts another (DUPLICATE_ROW)    reject_row
 *     its figure stays behind for an error                    reject_value
 *     its figure waits for a person or for an answer          confirm
 *     says 未开工, and no figure above 0                       not_started
 *     has no figure where one is counted                      missing (never 0)
 *     anything else                                           accept
 *
 * Its figure is what is counted, of a milestone its dates and flag, of a task its text: what is wrong with a target, a
 * percentage or money is theirs alone. What each finding does: `finding/effects`.
 */
export function dispositions({ records, findings, questions, ledgers }: Read, register: Register): readonly ReadRecord[] {
  const waiting = new Set(questions.flatMap(({ cells }) => cells))
  const sums = waitingSums(ledgers)
  const { indicators } = registerIndex(register)
  const refusedRows = contradictoryRows(records, findings)
  const verdictOn = figureVerdicts(findings)
  return records.map((record) => {
    const { subject, area, part, values, written, origin } = record
    const indicator = indicators.get(subject)
    const key = recordKeyText(record)
    const isRefused = refusedRows.size > 0 && refusedRows.has(`${origin.sheet}!${origin.row}|${key}`)
    const own: Disposition = verdictOn({ record, key, indicator }) ?? byValues(record, indicator)
    const waits = waiting.has(origin.cells.cumulative ?? '') || (sums.size > 0 && sums.has(sumPlace(origin.row, record)))
    const disposition = isRefused ? 'reject_row' : waits && own !== 'reject_value' && own !== 'missing' ? 'confirm' : own
    return { subject, area, part, values, written, origin, measure: measureOfRecord(record, indicator), disposition }
  })
}

/** What was read of a sheet, and what was found. */
export interface Read {
  readonly records: readonly FigureRecord[]
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
  readonly ledgers: readonly Ledger[]
}

/** What the completed figure is counted in: for a rate with counts (4405例 of 筛查率) the counted thing. */
function measureOfRecord(record: FigureRecord, indicator: Indicator | undefined): string | null {
  if (!indicator) return null
  if (indicator.countMeasure === undefined) return indicator.measure === '%' && record.values.denominator != null ? null : indicator.measure
  const counted = record.values.cumulative != null && !/[%％]/u.test(record.written.cumulative ?? '')
  return (counted ? indicator.countMeasure : undefined) ?? indicator.measure
}

/** What a record is by its own values, where no finding says more. */
function byValues({ origin, values }: FigureRecord, indicator: Indicator | undefined): Disposition {
  const absent = values.cumulative == null && values.statedPercent == null && values.periodValue == null
  // 0% beside 尚未开工 says it once more
  const isNothing = values.cumulative === 0 || (values.cumulative == null && values.periodValue == null && !values.statedPercent)
  if (values.stage === 'not_started' && isNothing) return 'not_started'
  const milestone =
    indicator?.kind === 'milestone' && (values.done !== undefined || values.planned !== undefined || values.actual !== undefined)
  const counted =
    indicator?.kind === 'count' || indicator?.kind === 'percent' || (indicator?.target != null && origin.cells.cumulative !== undefined)
  return counted && !milestone && absent ? 'missing' : 'accept'
}

/** Rows that report the same twice: every record that is in both is refused, the equal ones too. */
function contradictoryRows(records: readonly FigureRecord[], findings: readonly Finding[]): ReadonlySet<string> {
  const duplicates = new Set(findings.filter((finding) => finding.code === 'DUPLICATE_ROW').map((finding) => finding.record))
  if (duplicates.size === 0) return new Set()
  const rows = new Map<string, FigureRecord[]>()
  for (const record of records) {
    const key = recordKeyText(record)
    const list = rows.get(key)
    if (list) list.push(record)
    else rows.set(key, [record])
  }
  const touched = new Set<string>()
  for (const key of duplicates) for (const record of rows.get(key ?? '') ?? []) touched.add(`${record.origin.sheet}!${record.origin.row}`)
  const refused = new Set<string>()
  for (const [key, list] of rows) {
    if (list.length < 2) continue
    for (const { origin } of list) if (touched.has(`${origin.sheet}!${origin.row}`)) refused.add(`${origin.sheet}!${origin.row}|${key}`)
  }
  return refused
}
