import type { RecognizedColumn } from '../../record/reading.ts'
import type { FigureProof } from '../../record/rememberedLayout.ts'
import { bodyFigures } from '../reading/bodyFigures.ts'
import { percentFits } from '../reading/percentFits.ts'
import { stepFits } from '../reading/stepFits.ts'
import type { SheetView } from '../view/sheetView.ts'

/**
 * What the figures of a table prove under the first of two readings of its columns and not under the second: percentages
 * that are the figure that counts ÷ its target, and figures of before that add up with those of the period.
 */
export function lostProofs(
  { view, body }: { readonly view: SheetView; readonly body: readonly number[] },
  before: readonly RecognizedColumn[],
  after: readonly RecognizedColumn[],
): readonly FigureProof[] {
  const numbers = before.map(({ column }) => column)
  const figures = bodyFigures(view, body, numbers)
  const percents = before.filter(({ field }) => field === 'percent').map(({ column }) => column)
  const filled = numbers.filter((column) => (figures.columns.get(column)?.filled ?? 0) >= 2)
  const parts = filled.filter((column) => !percents.includes(column))
  const percentages = percentFits(figures, percents, parts)
  const steps = stepFits(figures, parts)
  const proves = (columns: readonly RecognizedColumn[]): readonly FigureProof[] => {
    const by = new Map(columns.map((column) => [column.column, column]))
    const is = (column: number, field: RecognizedColumn['field']) => {
      const found = by.get(column)
      return found !== undefined && found.field === field && !found.aside && !found.derived ? found : undefined
    }
    const proof = (kind: FigureProof['kind'], { column, header }: RecognizedColumn): FigureProof => ({ kind, column, header })
    return [
      ...percentages.flatMap(({ percent, done, whole }) => {
        const [stated, counts, target] = [is(percent, 'percent'), is(done, 'cumulative'), is(whole, 'target')]
        return stated && counts && target && isOneGroup(counts, target) ? [proof('percentage', stated)] : []
      }),
      ...steps.flatMap(({ earlier, step, total }) => {
        const sum = is(total, 'cumulative')
        return sum && is(earlier, 'previous_cumulative') && is(step, 'period_value') ? [proof('steps', sum)] : []
      }),
    ]
  }
  const still = proves(after)
  const lost = proves(before).filter(({ kind, column }) => !still.some((one) => one.kind === kind && one.column === column))
  return lost.filter((one, i) => lost.findIndex(({ kind, column }) => kind === one.kind && column === one.column) === i)
}

/** A target without an indicator and area of its own is that of every figure. */
const isOneGroup = (counts: RecognizedColumn, target: RecognizedColumn): boolean =>
  (target.indicator === undefined || target.indicator === counts.indicator) && (target.area === undefined || target.area === counts.area)
