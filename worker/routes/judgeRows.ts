import type { Finding } from '../../shared/checks/finding.ts'
import { address } from '../../shared/grid/a1.ts'
import type { Register } from '../../shared/register/register.ts'
import { type FigureRecord, recordKeyText } from '../../shared/sheet/figureRecord.ts'
import { ROW_HEAD, type SyncRow, type SyncRows } from '../../shared/wire/readSyncRows.ts'

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
export function judgeRows({ named, rows }: SyncRows, context: JudgeContext): Rejections {
  const subjects = new Set([...context.register.tasks.map(({ id }) => id), ...context.register.indicators.map(({ id }) => id)])
  const areas = new Set(context.register.areas.map(({ code }) => code))
  const rejected: [number, Finding[]][] = []
  for (const row of rows) {
    const findings: Finding[] = []
    if (!subjects.has(row[1])) findings.push(refusal(row, 'SUBJECT_AMBIGUOUS', 'subject', { subject: row[1] }))
    if (!areas.has(row[2])) findings.push(refusal(row, 'AREA_NOT_IN_REGISTER', 'area', { area: row[2] }))
    if (findings.length > 0) rejected.push([row[0], findings])
  }
  void named
  return rejected
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
void CONFIRMABLE
void ROW_HEAD
