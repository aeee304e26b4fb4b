import type { Finding, FindingCode } from '../finding/finding.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import type { Indicator, Register } from '../register/register.ts'
import { registerIndex } from '../register/registerIndex.ts'
import type { Disposition, ReadRecord } from './sheetReading.ts'

/** Findings that hold the figure itself back. */
const HELD: ReadonlySet<FindingCode> = new Set<FindingCode>(['UNIT_MISMATCH', 'DECREASED_CUMULATIVE', 'OVER_TARGET_SUSPECT', 'CELL_ERROR'])
/** Findings after which a figure is stored only when a person has confirmed it. */
const ASKED: ReadonlySet<FindingCode> = new Set<FindingCode>(['STAGE_MISMATCH', 'UNIT_INCONSISTENT', 'APPROX_VALUE', 'DATE_AMBIGUOUS'])
/** Fields whose errors are their own: what they are made from stays good. */
const OWN: ReadonlySet<string> = new Set([
  'percent',
  'statedPercent',
  'start_rate',
  'visual_progress',
  'scheduled_progress',
  'invest_plan',
  'invest_done',
  'investPlan',
  'investDone',
])

/**
 * What becomes of each record of one sheet: two rows that contradict each other are both refused, a wrong figure is refused, a doubtful
 * one waits for a person, a blank one is missing (never 0), a stated 未开工 is not started, the rest is accepted.
 */
export function dispositions(records: readonly FigureRecord[], findings: readonly Finding[], register: Register): readonly ReadRecord[] {
  const { indicators } = registerIndex(register)
  const refusedRows = contradictoryRows(records, findings)
  const byCell = new Map<string, Finding[]>()
  findings.forEach((finding) => {
    if (!HELD.has(finding.code) && !ASKED.has(finding.code)) return
    for (const cell of cellsOf(finding)) {
      const list = byCell.get(cell)
      if (list) list.push(finding)
      else byCell.set(cell, [finding])
    }
  })
  return records.map((record) => {
    const { subject, area, part, values, written, origin } = record
    const indicator = indicators.get(subject)
    const measure = measureOfRecord(record, indicator)
    const disposition = dispositionOf(record, indicator, byCell, refusedRows)
    return { subject, area, part, values, written, origin, measure, disposition }
  })
}

/** What the completed figure is counted in: for a rate with counts (4405例 of 筛查率) the counted thing. */
function measureOfRecord(record: FigureRecord, indicator: Indicator | undefined): string | null {
  if (!indicator) return null
  if (indicator.countMeasure === undefined) return indicator.measure === '%' && record.values.denominator != null ? null : indicator.measure
  const counted = record.values.cumulative != null && !/[%％]/u.test(record.written.cumulative ?? '')
  return (counted ? indicator.countMeasure : undefined) ?? indicator.measure
}

function dispositionOf(
  record: FigureRecord,
  indicator: Indicator | undefined,
  byCell: ReadonlyMap<string, readonly Finding[]>,
  refusedRows: ReadonlySet<string>,
): Disposition {
  const { origin, values } = record
  if (refusedRows.size > 0 && refusedRows.has(`${origin.sheet}!${origin.row}|${recordKeyText(record)}`)) return 'reject_row'
  let asked = false
  if (byCell.size > 0)
    for (const field in origin.cells) {
      const cell = origin.cells[field as keyof typeof origin.cells]
      if (cell === undefined || OWN.has(field)) continue
      for (const finding of byCell.get(cell) ?? []) {
        if (finding.record !== undefined && finding.record !== recordKeyText(record)) continue
        if (finding.severity === 'error' && HELD.has(finding.code)) return 'reject_value'
        if (ASKED.has(finding.code) && finding.severity !== 'info') asked = true
      }
    }
  if (asked) return 'confirm'
  const absent = values.cumulative == null && values.statedPercent == null && values.periodValue == null
  if (values.stage === 'not_started' && (absent || values.cumulative === 0)) return 'not_started'
  const milestone =
    indicator?.kind === 'milestone' && (values.done !== undefined || values.planned !== undefined || values.actual !== undefined)
  const counted =
    indicator?.kind === 'count' || indicator?.kind === 'percent' || (indicator?.target != null && origin.cells.cumulative !== undefined)
  if (counted && !milestone && absent) return 'missing'
  return 'accept'
}

const cellsOf = (finding: Finding): readonly string[] => {
  const also = finding.params.cells
  return [finding.cell, ...(Array.isArray(also) ? also : [])]
}

/** Rows that report the same twice: every record of theirs that stands in both is refused, the equal ones too. */
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
