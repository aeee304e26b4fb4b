import type { RecognizedTable } from '../../record/reading.ts'
import { dateInText } from '../headings/dateInText.ts'

/** The as-of date that headings state (进展情况（截至5月26日）), ISO, the latest of several; last month's is not one. */
export function asOfInHeadings(table: RecognizedTable, year: number | undefined): string | undefined {
  let latest: string | undefined
  for (const column of table.columns) {
    const at = column.field === 'previous_cumulative' ? -1 : column.header.search(/截[至止]/u)
    if (at < 0) continue
    const date = dateInText(column.header.slice(at).normalize('NFKC'), year)
    if (date && (latest === undefined || date > latest)) latest = date
  }
  return latest
}
