import { wordList } from '../../base/wordList.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import { parseAddress } from '../../grid/a1.ts'
import type { NumberField } from '../../record/columnFields.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { tableAt } from './tableAt.ts'

/** Words of a heading whose figures are not of a month, or of another year. */
export const OTHER_TIMES = wordList([
  { word: '周', example: '上周累计' },
  { word: '旬', example: '本旬完成' },
  { word: '季', example: '上季度末' },
  { word: '昨日', example: '昨日累计' },
  { word: '当日', example: '当日新增' },
  { word: '同期', example: '上年同期' },
  { word: '去年', example: '去年完成' },
  { word: '上年', example: '上年底' },
])

/** Whether the heading over a record's figure says that it is of another time than a month of this year. */
export function isOfOtherTime(facts: CheckFacts, record: FigureRecord, field: 'previous' | 'periodValue'): boolean {
  const heading = headingOf(facts, record, field)
  return heading !== undefined && OTHER_TIMES.pattern.test(heading)
}

/** The heading over a record's figure; undefined where it has no column of its own. */
export function headingOf({ tables }: CheckFacts, { origin }: FigureRecord, field: NumberField): string | undefined {
  const place = parseAddress(origin.cells[field] ?? '')
  const table = place && tableAt(tables, place.row, place.column)
  return table?.columns.find(({ column }) => column === place?.column)?.header
}
