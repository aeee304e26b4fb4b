import { isRefused } from '../../shared/finding/effects.ts'
import type { CheckFacts } from '../../shared/finding/facts.ts'
import type { Finding } from '../../shared/finding/finding.ts'
import { address } from '../../shared/grid/a1.ts'
import { type Origin, recordKeyText } from '../../shared/record/figureRecord.ts'
import type { EarlierRecord } from '../../shared/record/reading.ts'
import type { Register } from '../../shared/register/register.ts'
import type { SyncRow } from '../../shared/wire/syncRow.ts'
import type { Rejection } from '../store/sync/receipts.ts'
import { HOLDING_CHECKS } from './holdingChecks.ts'

/** What rows are judged by besides themselves. */
export interface JudgeContext {
  readonly register: Register
  readonly reporter: string
  readonly period: string
  readonly today: string
  readonly earlier: readonly EarlierRecord[]
}

/**
 * What the register and the shared checks refuse, row by row and in the order of the request: a subject or an area that
 * the register does not have, and every error that withholds something and was not answered (`finding/effects`).
 * Withdrawn rows are not looked at.
 */
export function judgeRows(rows: readonly SyncRow[], context: JudgeContext): readonly Rejection[] {
  const { register } = context
  const unknown = unknownRows(rows, register)
  const known = rows.filter(({ row, deleted }) => !deleted && !unknown.has(row))
  const refused = new Map(unknown)
  const facts = factsOf(known, context)
  const errors = HOLDING_CHECKS.flatMap((check) => check(facts)).filter(({ severity }) => severity === 'error')
  // Rows are looked up by the record that a finding names; of most requests no check says anything.
  const byRecord = new Map(errors.length === 0 ? [] : known.map((row) => [recordKeyText(row), row]))
  for (const finding of errors) {
    const row = byRecord.get(finding.record ?? '')
    if (!row || !isRefused(finding, row.reasons?.[finding.code])) continue
    refused.set(row.row, [...(refused.get(row.row) ?? []), finding])
  }
  return [...refused].map(([row, findings]) => ({ row, findings })).sort((one, other) => one.row - other.row)
}

/** The findings of rows that are about nothing in the register, by the row's index. */
function unknownRows(rows: readonly SyncRow[], { tasks, indicators, areas }: Register): ReadonlyMap<number, readonly Finding[]> {
  const subjects = new Set([...tasks, ...indicators].map(({ id }) => id))
  const codes = new Set(areas.map(({ code }) => code))
  const unknown = new Map<number, Finding[]>()
  for (const row of rows) {
    if (row.deleted) continue
    const findings: Finding[] = []
    if (!subjects.has(row.subject)) findings.push(refusal(row, 'SUBJECT_AMBIGUOUS', 'subject'))
    if (!codes.has(row.area)) findings.push(refusal(row, 'AREA_NOT_IN_REGISTER', 'area'))
    if (findings.length > 0) unknown.set(row.row, findings)
  }
  return unknown
}

/** The rows as the checks look at records; what only a sheet has (totals, tables, cells) is not there. */
const factsOf = (rows: readonly SyncRow[], { register, reporter, period, today, earlier }: JudgeContext): CheckFacts => ({
  records: rows.map(({ subject, area, part, values, written, origin }) => ({
    subject,
    area,
    part,
    values,
    written,
    origin: origin ?? NOWHERE,
  })),
  totals: [],
  tables: [],
  cells: [],
  register,
  context: { reporter, period, year: register.year, today, earlier },
})

const NOWHERE: Origin = { sheet: '', row: 0, cells: {} }

function refusal(row: SyncRow, code: Finding['code'], field: 'subject' | 'area'): Finding {
  const { origin } = row
  return {
    code,
    severity: 'error',
    sheet: origin?.sheet ?? '',
    cell: origin?.cells[field] ?? (origin && origin.row > 0 ? address(origin.row, 1) : ''),
    params: { [field]: row[field] },
    record: recordKeyText(row),
    field,
  }
}
