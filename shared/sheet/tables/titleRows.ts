import { type ColumnBand, textsOf } from './columnBand.ts'
import { NO_TITLE_WORDS } from './titleWords.ts'

/** How the last rows of a table begin that are totals; 全市2021年重点民生实事进度表 is a title. */
const TOTALS = /^(?:合计|总计|小计|共计|其中|全[市县区](?:[合总共]?计|汇总|平均|[:：]|$))/u

/** A line of titles has few texts, none of them a paragraph, and is near the headings. */
const MOST_TEXTS = 3
const LONGEST_TITLE = 60
const FARTHEST_ROWS = 4

/**
 * Where the lines of titles above the next headings, whose first row is `top`, begin among the rows between two tables:
 * an index into `rows`, its length where there is none.
 */
export function preambleStart(band: ColumnBand, rows: readonly number[], top: number): number {
  let start = rows.length
  while (start > 0 && isTitleRow(band, rows[start - 1] ?? 0, rows[start] ?? top)) start--
  return start
}

function isTitleRow(band: ColumnBand, row: number, below: number): boolean {
  const texts = textsOf(band.view, band, row)
  if (texts.length > MOST_TEXTS || texts.some((text) => text.length > LONGEST_TITLE || NO_TITLE_WORDS.pattern.test(text))) return false
  if (texts.length > 1 && !texts.some((text) => /[:：]|截[至止]|年\d{1,2}月/u.test(text))) return false
  return !TOTALS.test(texts[0] ?? '') && below - row <= FARTHEST_ROWS
}

/** Whether the lines above repeated headings are not the first ones' repeated (续表, 第2页): they open a new table. */
export function isNewTitle(band: ColumnBand, above: readonly number[], first: readonly number[]): boolean {
  const textsIn = (rows: readonly number[]) => rows.flatMap((row) => textsOf(band.view, band, row))
  const known = new Set(textsIn(first).map(withoutPage))
  return textsIn(above).some((text) => {
    const title = withoutPage(text)
    // 完成情况（续表） of 完成情况（2021年1-6月）
    const isContinued = CONTINUED.test(text) && [...known].some((one) => one.startsWith(title))
    return title !== '' && !known.has(title) && !isContinued && !/^第\d+页/u.test(text)
  })
}

const CONTINUED = /续表|[(（]续\d*[)）]/u

/** 进展情况表（续表2） → 进展情况表. */
const withoutPage = (text: string): string => text.replace(/[(（]?续(表)?\d*[)）]?|第\d+页(共\d+页)?|[(（]\d+[)）]$/gu, '')
