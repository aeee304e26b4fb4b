import { oncePer } from '../../base/oncePer.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn, SkippedRow } from '../../record/reading.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { SUBTOTAL_WORDS, TOTAL_TEXTS, WHOLE_AREAS } from './rowWords.ts'
import type { TableOfColumns } from './tableOfColumns.ts'

/**
 * Why a row that a naming cell (running number, category, task, indicator, area, batch, node) calls a total is not one of
 * the data; undefined where no cell does.
 *
 *     合计 | 300 | 146           total
 *     第一批小计 | 40 | 12        subtotal
 *     其中：湖滨区 | 30 | 10       of_which; undefined in the column of counties, where it is the first of them
 *     全市 | 300 | 146           total where the column has counties, or nothing names tasks; else undefined
 */
export function totalReason(table: TableOfColumns, row: number): SkippedRow['reason'] | undefined {
  const { columns, words } = namesOf(table)
  for (const column of columns) {
    if (typeof table.view.value(row, column.column) !== 'string') continue
    const text = table.view.text(row, column.column)
    if (text.length > LONGEST_CELL || !MAY_BE_TOTAL.test(text)) continue
    let word = words.get(text)
    if (word === undefined) {
      word = totalWord(text)
      words.set(text, word)
    }
    if (word === 'no' || (word === 'city' && !isCityTotal(table, column))) continue
    if (word === 'of_which' && isCountyOnce(table, column, row)) continue
    return word === 'city' ? 'total' : word
  }
  return undefined
}

/** A letter of each word that says a total: most names have none of them, and need not be looked at. */
const MAY_BE_TOTAL = /[计总汇市均其#＃]|^全/u
const LONGEST_CELL = 18
const LONGEST_TOTAL = 14

type TotalWord = 'total' | 'city' | 'of_which' | 'subtotal' | 'no'

/** What a naming cell says of its row, where it says a total; 全市 may be one. */
function totalWord(words: string): TotalWord {
  const text = words.replace(/[()（）:：]/gu, '')
  if (text === '' || text.length > LONGEST_TOTAL) return 'no'
  if (WHOLE_AREAS.has(text)) return 'city'
  if (TOTAL_TEXTS.has(text)) return 'total'
  if (/^(其中|#|＃)[:：]?/u.test(text)) return 'of_which'
  return SUBTOTAL_WORDS.pattern.test(text) ? 'subtotal' : 'no'
}

/** 全市, 其中：湖滨区, 陕州区: one of several counties, whose only row this is among them, and no part of what they count. */
function isCountyOnce({ view, register }: TableOfColumns, { column, field }: RecognizedColumn, row: number): boolean {
  if (field !== 'area') return false
  const countyAt = (at: number) => {
    const found = areaOfName(register, view.text(at, column))
    return found?.kind === 'area' && found.area.code !== register.city ? found.area.code : undefined
  }
  const own = countyAt(row)
  if (own === undefined) return false
  let others = 0
  for (const step of [-1, 1]) {
    for (let at = row + step, county = countyAt(at); county !== undefined; at += step, county = countyAt(at)) {
      if (county === own) return false
      others++
    }
  }
  return others > 0
}

interface Names {
  readonly columns: readonly RecognizedColumn[]
  /** What words were found to say: the same names come again in row after row. */
  readonly words: Map<string, TotalWord>
}

const namesOf = oncePer(
  ({ columns }: TableOfColumns): Names => ({
    columns: columns.filter(({ field }) => field === undefined || NAMES_ROWS.has(field)),
    words: new Map(),
  }),
)

/** Fields whose cells may call their row a total, as may those of an unknown column. */
const NAMES_ROWS = columnFieldsWhere(({ group }) => group === 'naming' || group === 'number')

/** 全市 is a total where its column has counties too, and an area like others where each task has one row. */
const isCityTotal = (table: TableOfColumns, { field }: RecognizedColumn): boolean =>
  field !== 'area' || !table.columns.some((other) => other.field === 'task' || other.field === 'indicator') || hasCounties(table)

/** Rows that are looked at for counties. */
const SAMPLE = 200

const hasCounties = oncePer(({ view, register, columns }: TableOfColumns): boolean => {
  const areas = columns.find(({ field }) => field === 'area')
  if (!areas) return false
  return view.filledRows.slice(0, SAMPLE).some((row) => {
    const found = areaOfName(register, view.text(row, areas.column))
    return found?.kind === 'area' && found.area.code !== register.city
  })
})
