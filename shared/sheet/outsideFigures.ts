import { wordList } from '../base/wordList.ts'
import { address } from '../grid/a1.ts'
import { numberFormat } from '../quantity/numberFormat.ts'
import type { RecognizedTable } from '../record/reading.ts'
import { findArea } from '../register/findArea.ts'
import type { Register } from '../register/register.ts'
import { isSubjectHeading } from './tables/rowLook.ts'
import type { SheetView } from './view/sheetView.ts'

/** Figures beside, between or below the tables of a sheet that lie together, and that no table has. */
export interface OutsideFigures {
  /** Their cells, row by row. */
  readonly cells: readonly string[]
  /** Their rows name areas or indicators of the register: they may be what is reported. */
  readonly mayBeOurs: boolean
}

/**
 * The figures that lie in none of the tables, block by block: lists beside a table, tables of another kind, rows between two
 * tables. Dates, telephone numbers, years and running numbers are none.
 */
export function outsideFigures(view: SheetView, register: Register, tables: readonly RecognizedTable[]): readonly OutsideFigures[] {
  const spans = spansByRow(tables)
  const blocks: Block[] = []
  for (const row of view.filledRows) {
    for (const run of runsOutside(view, row, spans.get(row) ?? [])) {
      const block = blocks.findLast((one) => one.bottom >= row - LARGEST_GAP && run.left <= one.right + 1 && run.right >= one.left - 1)
      if (block) {
        block.rows.push(run)
        block.bottom = row
        block.left = Math.min(block.left, run.left)
        block.right = Math.max(block.right, run.right)
      } else blocks.push({ rows: [run], bottom: row, left: run.left, right: run.right })
    }
  }
  return blocks.flatMap((block) => {
    const figures = figuresOf(view, block)
    const cells = figures.map(({ row, column }) => address(row, column))
    return cells.length === 0 ? [] : [{ cells, mayBeOurs: namesRegister(view, register, block, figures) }]
  })
}

/** A blank row may lie in a block. */
const LARGEST_GAP = 2

interface Span {
  readonly left: number
  readonly right: number
}

/** The cells of a row from the first to the last that are filled and in no table. */
interface Run extends Span {
  readonly row: number
}

interface Block {
  readonly rows: Run[]
  bottom: number
  left: number
  right: number
}

interface Place {
  readonly row: number
  readonly column: number
}

/** The columns of each row that belong to tables. */
function spansByRow(tables: readonly RecognizedTable[]): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>()
  for (const { headerRows, sectionRows, dataRows, skipRows, columns } of tables) {
    const span = { left: columns[0]?.column ?? 1, right: columns.at(-1)?.column ?? 0 }
    const add = (row: number) => {
      const there = spans.get(row)
      if (!there) spans.set(row, [span])
      else if (!there.includes(span)) there.push(span)
    }
    for (const rows of [headerRows, sectionRows, dataRows]) rows.forEach(add)
    for (const { row } of skipRows) add(row)
  }
  return spans
}

/** The stretches of a row's filled cells that no table has. */
function runsOutside(view: SheetView, row: number, spans: readonly Span[]): readonly Run[] {
  const runs: Run[] = []
  let open: { row: number; left: number; right: number } | undefined
  const { left, right } = view
  if (spans.some((span) => span.left <= left && span.right >= right)) return runs
  for (let column = left; column <= right; column++) {
    const isOurs = spans.some((span) => span.left <= column && column <= span.right)
    if (isOurs) open = undefined
    else if (view.value(row, column) !== null) {
      if (open) open.right = column
      else {
        open = { row, left: column, right: column }
        runs.push(open)
      }
    }
  }
  return runs
}

/** The figures of a block: numbers, and short words that are a number with its measure. */
function figuresOf(view: SheetView, { rows }: Block): readonly Place[] {
  const figures = rows.flatMap((run): readonly Place[] => {
    if (isLineOfLabels(view, run)) return []
    const columns = Array.from({ length: run.right - run.left + 1 }, (_, i) => run.left + i)
    return columns.flatMap((column) => (isFigure(view, run.row, column) ? [{ row: run.row, column }] : []))
  })
  const byColumn = Map.groupBy(figures, ({ column }) => column)
  return figures.filter(({ column }) => !isRunning(view, byColumn.get(column) ?? []))
}

function isFigure(view: SheetView, row: number, column: number): boolean {
  const value = view.value(row, column)
  if (typeof value === 'string') return BARE_FIGURE.test(view.text(row, column))
  if (typeof value !== 'number') return false
  const format = view.grid.formats[address(row, column)]
  return format === undefined || !numberFormat(format).isDate
}

/** 41公里, 48.67%; not 5月, 3号 or 第2页. */
const BARE_FIGURE = /^-?\d[\d,，.]*(?![年月日号页期])[万亿]?[\p{Script=Han}%％]{0,3}$/u

/** 截至 | 2021 | 年 | 5 | 月, 联系电话 | 2815000: at most two numbers, and words of dates, people or papers. */
function isLineOfLabels(view: SheetView, { row, left, right }: Run): boolean {
  const columns = Array.from({ length: right - left + 1 }, (_, i) => left + i)
  const numbers = columns.filter((column) => typeof view.value(row, column) === 'number').length
  return numbers <= MOST_LABELLED && columns.some((column) => OUTSIDE_LABELS.pattern.test(view.text(row, column)))
}
const MOST_LABELLED = 2

/** Words beside numbers that are no figures. */
export const OUTSIDE_LABELS = wordList(
  [
    { pattern: '^[年月日号]$', example: '年' },
    { pattern: '\\d年', example: '2021年5月' },
    { pattern: '\\d月\\d', example: '5月26日' },
    { pattern: '截[至止]', example: '数据截至' },
    { pattern: '日期|时间', example: '填报日期' },
    { pattern: '电话|手机|传真|邮编', example: '联系电话' },
    { pattern: '附件|[编文]号|第.{0,3}[页期]', example: '附件' },
    { pattern: '填报|填表|审核|负责', example: '填报人' },
  ],
  { flags: 'u' },
)

/** 1, 2, 3 …: numbers that count rows. */
function isRunning(view: SheetView, places: readonly Place[]): boolean {
  return places.length > 1 && places.every(({ row, column }, i) => view.value(row, column) === i + 1)
}

/** Whether a row with figures names an area or an indicator. */
function namesRegister(view: SheetView, register: Register, { rows }: Block, figures: readonly Place[]): boolean {
  const withFigures = new Set(figures.map(({ row }) => row))
  return rows
    .filter(({ row }) => withFigures.has(row))
    .slice(0, MOST_ROWS)
    .some(({ row, left, right }) => {
      for (let column = left; column <= right; column++) {
        const text = view.text(row, column)
        if (typeof view.value(row, column) === 'string' && (findArea(register, text) !== undefined || isSubjectHeading(register, text)))
          return true
      }
      return false
    })
}
/** Rows that are looked at for names. */
const MOST_ROWS = 50
