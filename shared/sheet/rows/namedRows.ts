import type { RecognizedColumn } from '../../record/reading.ts'
import type { Section } from '../tables/bodyRows.ts'
import type { SheetView } from '../view/sheetView.ts'

/** The columns whose words say what a row is about, where the table has them. */
export interface NamingColumns {
  readonly category: RecognizedColumn | undefined
  readonly task: RecognizedColumn | undefined
  readonly indicator: RecognizedColumn | undefined
  readonly area: RecognizedColumn | undefined
  readonly measure: RecognizedColumn | undefined
  /** The target of the whole row, which no heading gives to an indicator or area. */
  readonly target: RecognizedColumn | undefined
}

/** The first column of each kind. */
export function namingColumns(columns: readonly RecognizedColumn[]): NamingColumns {
  const column = (wanted: RecognizedColumn['field']) => columns.find(({ field }) => field === wanted)
  return {
    category: column('category'),
    task: column('task'),
    indicator: column('indicator'),
    area: column('area'),
    measure: column('unit_of_measure'),
    target: columns.find(
      ({ field, aside, indicator, area, derived }) =>
        field === 'target' && !aside && indicator === undefined && (area === undefined || derived === true),
    ),
  }
}

/** The words that say what a row is about, those of rows above among them. */
export interface RowWords {
  readonly row: number
  readonly category: string
  readonly task: string
  readonly indicator: string
  readonly area: string
  /** The row names neither task nor indicator itself: a row above does. */
  readonly isFromAbove: boolean
  readonly section: Section | undefined
}

/** Rows of a table, and which of them open a section. */
export interface NamedRows {
  readonly dataRows: readonly number[]
  readonly sectionRows: readonly number[]
  readonly sections: ReadonlyMap<number, Section>
  /** What the rows from one on are about, where a total below them says it. */
  readonly begins: ReadonlyMap<number, Section>
  /** Rows of totals, which may name what the rows below them are about: 整治窨井设施 | 全市. */
  readonly totalRows: readonly number[]
}

/** The words that hold for the rows below. */
type CarriedWords = Pick<RowWords, 'category' | 'task' | 'indicator' | 'area'>

const NO_WORDS: CarriedWords = { category: '', task: '', indicator: '', area: '' }

/**
 * The words of each data row. A name holds for the blank cells below it, until another one or a section comes.
 *
 *     新建农村公路 | 里程 | 湖滨区
 *                |      | 陕州区     里程 of 新建农村公路
 *                | 投资 | 陕州区     投资 of 新建农村公路
 *     过街天桥     |      |           no indicator; 陕州区 still
 *                |      |           no area: a row that names nothing has none of its own
 *
 * An area right of the names does not hold for the next name: 法律援助案件 | (blank) below 窨井设施 | 陕州区 is not of 陕州区.
 */
export function wordsOfRows(view: SheetView, columns: NamingColumns, rows: NamedRows): readonly RowWords[] {
  const { dataRows, sectionRows, sections, begins, totalRows } = rows
  const textIn = (row: number, column: RecognizedColumn | undefined) => (column ? view.mergedText(row, column.column) : '')
  const isData = new Set(sections.size === 0 && totalRows.length === 0 ? [] : dataRows)
  const above = [...sectionRows, ...totalRows]
  const inOrder = above.length === 0 ? dataRows : [...dataRows, ...above].sort((a, b) => a - b)
  const isTotal = new Set(totalRows)
  const named = [columns.task, columns.indicator].flatMap((column) => column?.column ?? [])
  const isAreaBehind = columns.area !== undefined && named.length > 0 && columns.area.column > Math.max(...named)
  const words: RowWords[] = []
  let last: CarriedWords = NO_WORDS
  let section: Section | undefined
  for (const row of inOrder) {
    const opened = sections.get(row)
    const begun = begins.get(row)
    if (begun) {
      section = begun
      last = NO_WORDS
    }
    // a section that a person wants read is a row like others
    if (opened && !isData.has(row)) {
      section = opened
      last = NO_WORDS
      continue
    }
    const task = textIn(row, columns.task)
    const indicator = textIn(row, columns.indicator)
    const isUnnamed = task === '' && indicator === ''
    if (isTotal.has(row) && !isData.has(row)) {
      if (!isUnnamed && !SAYS_TOTAL.test(task + indicator)) last = { ...last, task, indicator, area: '' }
      continue
    }
    const own: RowWords = {
      row,
      category: textIn(row, columns.category) || last.category,
      task: task || last.task,
      indicator: indicator || (task === '' ? last.indicator : ''),
      area: textIn(row, columns.area) || ((isUnnamed ? columns.task !== undefined : isAreaBehind) ? '' : last.area),
      isFromAbove: isUnnamed && (last.task !== '' || last.indicator !== ''),
      section,
    }
    words.push(own)
    last = own
  }
  return words
}

const SAYS_TOTAL = /[合总共小]计|全[市县区]|^其中/u
