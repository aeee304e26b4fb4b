import { predecessorsOf } from '../register/predecessors.ts'
import type { Register } from '../register/register.ts'
import type { FoldRow } from './foldRow.ts'
import { type RowIndex, rowIndex } from './rowIndex.ts'

/**
 * A period's rows as they are read where duties moved (`Register.succeeds`): what a predecessor reported up to the move stands for its
 * successor, unless that has reported the subject for the area itself; then the predecessor's rows are of the past. Rows keep
 * their writer. Nothing moved: the same rows.
 */
export function followMoves(register: Register, period: string, rows: readonly FoldRow[]): readonly FoldRow[] {
  const moves = (register.succeeds ?? []).filter(({ from }) => period <= from)
  if (moves.length === 0) return rows
  const index = rowIndex(rows)
  const moved = new Set(moves.map(({ subject }) => subject))
  const areas = Map.groupBy(
    rows.filter(({ subject }) => moved.has(subject)),
    ({ subject }) => subject,
  )
  const rest = rows.filter(({ subject }) => !moved.has(subject))
  return [
    ...rest,
    ...[...areas].flatMap(([subject, about]) =>
      [...new Set(about.map(({ area }) => area))].flatMap((area) => readOf(register, index, { period, subject, area })),
    ),
  ]
}

interface About {
  readonly period: string
  readonly subject: string
  readonly area: string
}

/** The rows about a subject and an area, each of its writer or of the unit that it stands for. */
function readOf(register: Register, index: RowIndex, { period, subject, area }: About): readonly FoldRow[] {
  const left = new Map(index.reporters(subject, area))
  const read: FoldRow[] = []
  for (const successor of successorsOf(register, subject)) {
    const units = [successor, ...predecessorsOf(register, subject, successor, period)]
    if (units.length === 1) continue
    const teller = units.find((unit) => left.get(unit)?.some(({ reports }) => reports)) ?? successor
    read.push(...(left.get(teller) ?? []).map((row) => (teller === successor ? row : { ...row, countsFor: successor })))
    for (const unit of units) left.delete(unit)
  }
  return [...read, ...[...left.values()].flat()]
}

/** Who has the duty now: those who took it over, and from whom nobody has. */
function successorsOf({ succeeds = [] }: Register, subject: string): readonly string[] {
  const own = succeeds.filter((one) => one.subject === subject)
  const before = new Set(own.map(({ predecessor }) => predecessor))
  return [...new Set(own.map(({ reporter }) => reporter))].filter((unit) => !before.has(unit))
}
