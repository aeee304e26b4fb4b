import type { CheckFacts } from '../../shared/finding/facts.ts'
import type { Finding } from '../../shared/finding/finding.ts'
import { address } from '../../shared/grid/a1.ts'
import { type FigureRecord, recordKeyText } from '../../shared/record/figureRecord.ts'
import type { Register } from '../../shared/register/register.ts'
import type { SyncRow, SyncRows } from '../../shared/wire/readSyncRows.ts'
import { HOLDING_CHECKS } from './holdingChecks.ts'

/** Rows that are refused, and what is wrong with each. */
export type Rejections = readonly (readonly [row: number, findings: readonly Finding[]])[]

export interface JudgeContext {
  readonly register: Register
  readonly reporter: string
  readonly period: string
  readonly today: string
  readonly earlier: readonly FigureRecord[]
}

/** Errors that a person can confirm with a written reason. */
const CONFIRMABLE: readonly string[] = ['DECREASED_CUMULATIVE', 'OVER_TARGET_SUSPECT']

/**
 * What the register and the shared checks refuse, row by row: a subject or an area that the register does not have,
 * and every finding of severity error that is not confirmed by a reason. Withdrawn rows are not looked at.
 */
export function judgeRows(sent: SyncRows, context: JudgeContext): Rejections {
  const { register } = context
  const subjects = new Set([...register.tasks.map(({ id }) => id), ...register.indicators.map(({ id }) => id)])
  const areas = new Set(register.areas.map(({ code }) => code))
  const refused = new Map<number, Finding[]>()
  const known: SyncRow[] = []
  for (const row of sent.rows) {
    if (row[5] === 1) continue
    const findings: Finding[] = []
    if (!subjects.has(row[1])) findings.push(refusal(row, 'SUBJECT_AMBIGUOUS', 'subject', { subject: row[1] }))
    if (!areas.has(row[2])) findings.push(refusal(row, 'AREA_NOT_IN_REGISTER', 'area', { area: row[2] }))
    if (findings.length > 0) refused.set(row[0], findings)
    else known.push(row)
  }
  const facts: CheckFacts = {
    records: known.map((row) => recordOf(row, sent)),
    totals: [],
    tables: [],
    cells: [],
    register,
    context: {
      reporter: context.reporter,
      period: context.period,
      year: register.year,
      today: context.today,
      earlier: context.earlier,
    },
  }
  const errors = HOLDING_CHECKS.flatMap((check) => check(facts)).filter(
    ({ severity, record }) => severity === 'error' && record !== undefined,
  )
  const byKey = new Map(
    errors.length === 0 ? [] : known.map((row) => [recordKeyText({ subject: row[1], area: row[2], part: row[3] }), row]),
  )
  for (const finding of errors) {
    const row = byKey.get(finding.record ?? '')
    if (!row || (CONFIRMABLE.includes(finding.code) && row[8]?.[finding.code] !== undefined)) continue
    refused.set(row[0], [...(refused.get(row[0]) ?? []), finding])
  }
  return [...refused].sort(([one], [other]) => one - other)
}

function recordOf(row: SyncRow, { named }: SyncRows): FigureRecord {
  const values: Record<string, unknown> = {}
  for (const [index, field] of named.entries()) values[field] = row[9][index] ?? null
  return {
    subject: row[1],
    area: row[2],
    part: row[3],
    values: values as FigureRecord['values'],
    written: row[6],
    origin: row[7] ?? { sheet: '', row: 0, cells: {} },
  }
}

function refusal(row: SyncRow, code: Finding['code'], field: 'subject' | 'area', params: Finding['params']): Finding {
  const origin = row[7]
  return {
    code,
    severity: 'error',
    sheet: origin?.sheet ?? '',
    cell: origin?.cells[field] ?? (origin && origin.row > 0 ? address(origin.row, 1) : ''),
    params,
    record: recordKeyText({ subject: row[1], area: row[2], part: row[3] }),
    field,
  }
}
