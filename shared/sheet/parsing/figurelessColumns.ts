import { measureAt } from '../../quantity/measureWords.ts'
import type { RecognizedColumn, RecognizedTable } from '../../record/reading.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Register } from '../../register/register.ts'
import { CHANGES, KIND_PARTS, OTHER_THINGS, POPULATIONS } from '../headings/otherThings.ts'
import { NO_FIGURES } from '../headings/timeWords.ts'
import type { SheetView } from '../view/sheetView.ts'

/**
 * Columns whose headings say that they hold no figure of the work. All but the first kind only beside a column of completed
 * figures, since without one they may be all that the sheet has of it.
 *
 *     排名, 开工时间, 剩余任务
 *     较上月, 环比增长（%）, 下月计划完成       how the figure changed or will
 *     适龄妇女数（人）                     of whom the target is a part
 *     any beside figures that a percentage proves in their rows, where its words say nothing of the register
 *     线路（条）, 建筑面积（平方米）          in a measure in which nothing registered is counted; 惠及群众（人） may be ours
 *     其中：新建 | 其中：改建                 where they add up to the completed figure in each row
 */
export function figurelessColumns(view: SheetView, table: RecognizedTable, register: Register): ReadonlySet<number> {
  const unknown = table.columns.filter(({ field }) => field === undefined)
  const plain = table.columns.filter(({ header }) => NO_FIGURES.pattern.test(header))
  const done = table.columns.filter(({ field, aside, derived }) => field === 'cumulative' && !aside && !derived)
  const beside =
    done.length === 0 ? [] : unknown.filter(({ header, why }) => why.reason === 'beside_proven' || isOtherThing(header, register))
  return new Set([...plain, ...beside, ...partsOfFigure(view, table, done)].map(({ column }) => column))
}

function isOtherThing(header: string, register: Register): boolean {
  const { words, measure } = lowest(header)
  if (CHANGES.pattern.test(words) || POPULATIONS.pattern.test(words)) return true
  if (measure === undefined || isCounted(measure, register)) return false
  return OTHER_THINGS.pattern.test(words) || measureAt(measure, 0, true) === measure
}

/** Something registered is counted in this measure, whatever its scale. */
function isCounted(measure: string, register: Register): boolean {
  const words = [measure, measure.replace(/^[十百千万亿]+/u, '')]
  return register.indicators.some(({ id, measure: own, countMeasure }) =>
    [own, countMeasure].some((one) => one != null && words.some((word) => sameMeasure(register, word, one, id))),
  )
}

/** 其中 columns by kind of work (新建, 改建) whose numbers add up to the only completed figure wherever they have any. */
function partsOfFigure(
  view: SheetView,
  { columns, dataRows }: RecognizedTable,
  done: readonly RecognizedColumn[],
): readonly RecognizedColumn[] {
  const parts = columns.filter(
    ({ field, header }) => field === undefined && header.includes('其中') && KIND_PARTS.pattern.test(lowest(header).words),
  )
  const [whole] = done
  if (parts.length < 2 || whole === undefined || done.length > 1) return []
  const sums = dataRows.flatMap((row) => {
    const numbers = parts.map(({ column }) => view.value(row, column))
    return numbers.every((value) => value === null) ? [] : [sumOf(numbers) === inThousandths(view.value(row, whole.column))]
  })
  return sums.length > 1 && sums.every((adds) => adds) ? parts : []
}

const sumOf = (values: readonly unknown[]): number =>
  values.reduce((sum: number, value) => sum + (value === null ? 0 : inThousandths(value)), 0)

/** NaN, which equals nothing, where the cell holds no number. */
const inThousandths = (value: unknown): number => (typeof value === 'number' ? Math.round(value * 1000) : Number.NaN)

/** The words of the lowest heading, and the measure in brackets behind them. */
function lowest(header: string): { readonly words: string; readonly measure: string | undefined } {
  const leaf = header.slice(header.lastIndexOf('/') + 1).replace(/^其中[：:、]?/u, '')
  const [, words = leaf, measure] = /^(.+?)[（(]([^（()）]+)[）)]$/u.exec(leaf) ?? []
  return { words, measure }
}
