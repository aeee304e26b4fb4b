import type { CellValue } from '../../grid/grid.ts'
import { percentOf } from '../../quantity/percent.ts'
import { isPlainPercentage, pointsOf } from '../../quantity/plainFigures.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import { decimalsOf } from '../../quantity/shortestDecimal.ts'
import type { CellRead } from './cellRead.ts'
import type { ColumnPlan } from './columnPlan.ts'
import type { FigureReading } from './readFigure.ts'
import { keyOf, type RecordDraft, setFigure } from './recordDraft.ts'
import type { TableState } from './tableState.ts'

/** Reads a stated percentage, once target and completed figure are known: they tell fractions from percent points. */
export function readPercentCell(
  state: TableState,
  plan: ColumnPlan,
  value: CellValue,
  drafts: readonly RecordDraft[],
  fact: CellRead,
): void {
  const { cell } = fact
  const targets =
    drafts.length === 1 ? drafts : drafts.filter((draft) => draft.values.cumulative !== undefined || draft.values.target !== undefined)
  const draft = targets.length === 1 ? targets[0] : undefined
  if (!draft) {
    if (drafts.length > 1) state.notRead.push({ cell, reason: 'subject_ambiguous', candidates: drafts.map((d) => d.subject) })
    return
  }
  fact.indicator = draft.subject
  fact.record ??= keyOf(draft)
  const { cumulative, target, denominator } = draft.values
  const whole = typeof denominator === 'number' ? denominator : target
  const expected =
    typeof value === 'number' &&
    value > 0 &&
    value <= 1.5 &&
    typeof cumulative === 'number' &&
    typeof whole === 'number' &&
    draft.indicator?.measure !== '%'
      ? percentOf(cumulative as Scaled, whole as Scaled, 4)
      : undefined
  const headed = /[%％]/u.test(plan.header)
  const reading = state.reader.readPercent(
    value,
    fact.format === 'General' ? undefined : fact.format,
    expected ?? (headed && typeof value === 'number' && value >= 1 ? ((10_000 * value) as Scaled) : undefined),
  )
  if (reading.kind === 'mark') {
    draft.marked = true
    return
  }
  if (reading.quantity) fact.quantity = reading.quantity
  if (reading.kind === 'unreadable' || reading.kind === 'stage') {
    fact.refused = 'unreadable'
    return
  }
  setFigure(draft, 'statedPercent', reading.value, cell, typeof value === 'string' ? value : percentWritten(reading))
}

/** Takes a percentage as it is usually written (`isPlainPercentage`). */
export function takeShare(draft: RecordDraft, value: CellValue, cell: string): void {
  if (isPlainPercentage(value)) setFigure(draft, 'statedPercent', pointsOf(value), cell, typeof value === 'string' ? value : `${value}%`)
}

function percentWritten(reading: FigureReading): string | undefined {
  if (reading.value === undefined || reading.quantity === undefined) return undefined
  const { raw, decimals, fraction, inText } = reading.quantity
  if (!inText && fraction !== true && decimalsOf(raw) === decimals) return `${raw}%`
  return `${(reading.value / 10_000).toFixed(reading.quantity.decimals)}%`
}
