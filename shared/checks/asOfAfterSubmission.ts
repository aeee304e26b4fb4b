import type { Check } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { address } from '../grid/a1.ts'
import type { RecognizedTable } from '../record/reading.ts'
import { AS_OF_DATE_WORDS, AS_OF_WORDS } from './lookups/checkWords.ts'
import { factIndex } from './lookups/factIndex.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { tableOf } from './lookups/tableAt.ts'
import { textClaims } from './lookups/textClaims.ts'

/**
 * AS_OF_AFTER_SUBMISSION: the as-of date lies after the sheet's own filing date. Raised where the as-of date is: at its
 * cell, the line above the table, the heading, or the text.
 *
 *     as of                     filled in    finding
 *     line 截至5月31日            2021-05-26   warning at the line (and the filing date's)
 *     cell 2021-05-31           2021-05-26   warning at the cell
 *     text 截至5月底，…           2021-05-26   warning at the text
 *     2021-05-26                2021-05-26   none
 *     2021-05-31                —            none
 */
export const asOfAfterSubmission: Check = (facts) => {
  const found = new Map<string, Finding>()
  const say = (place: Parameters<typeof raise>[1], asOf: string, filled: string, cells?: readonly string[]) => {
    const key = `${place.sheet}!${place.cell}`
    if (!found.has(key))
      found.set(key, raise('AS_OF_AFTER_SUBMISSION', place, { asOf, filled }, { field: 'asOf', ...(cells && { cells }) }))
  }
  if (facts.tables.every((table) => table.meta.fillDate === undefined)) return []
  for (const fact of [...factIndex(facts).dates.values()].flat()) {
    const filled = tableOf(facts.tables, fact.cell)?.meta.fillDate
    if (fact.field === 'as_of' && filled !== undefined && fact.date?.date !== undefined && fact.date.date > filled)
      say(fact, fact.date.date, filled)
  }
  for (const record of facts.records) {
    const { asOf } = record.values
    const { cells, sheet } = record.origin
    if (asOf == null || cells.asOf !== undefined) continue
    const table = tableOf(facts.tables, placeOf(record, 'cumulative').cell)
    const filled = table?.meta.fillDate
    if (!table || filled === undefined || asOf <= filled) continue
    const stated =
      asOf === table.meta.asOf ? [table.meta.asOfCell, table.meta.fillDateCell].filter((cell) => cell !== undefined) : headingCells(table)
    const cell = stated[0] ?? placeOf(record, 'progressText').cell
    const places = [...new Set(stated)]
    say({ sheet, cell }, asOf, filled, places.length > 1 ? places : undefined)
  }
  for (const { record, reading, text } of textClaims(facts)) {
    if (!AS_OF_DATE_WORDS.pattern.test(text)) continue
    const place = placeOf(record, 'progressText')
    const filled = tableOf(facts.tables, place.cell)?.meta.fillDate
    if (reading.asOf !== null && filled !== undefined && reading.asOf > filled) say(place, reading.asOf, filled)
  }
  return [...found.values()]
}

/** The headings that carry an as-of date of their own. */
const headingCells = (table: RecognizedTable): string[] =>
  table.columns
    .filter((column) => AS_OF_WORDS.pattern.test(column.header))
    .map((column) => address(table.headerRows.at(-1) ?? 1, column.column))
