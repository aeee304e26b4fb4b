import type { Check } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { daysBetween, endOfMonth } from '../quantity/dates/calendar.ts'
import type { RecognizedTable } from '../record/reading.ts'
import { raise } from './lookups/raise.ts'
import { sheetOf } from './lookups/sheetOf.ts'

/**
 * PERIOD_MISMATCH: title, as-of day or the sheet's name speak of another month or year than the period that is reported. A
 * sheet of May may be of any day of May or of the first days of June. Said once a table, where it is seen first.
 *
 *     period   stated                          finding
 *     2021-05  2021年4月农村公路进展情况表        warning
 *     2021-05  2020年重点民生实事               warning
 *     2021-05  截至2021年4月25日               warning
 *     2021-05  2021年1-5月                     none
 *     2021-05  截至2021年6月2日                none
 *     2021-05  a sheet named 4月               warning, where title and day say nothing
 */
export const periodMismatch: Check = (facts) => {
  const { period } = facts.context
  if (period === undefined) return []
  const sheet = sheetOf(facts)
  return facts.tables.flatMap((table): readonly Finding[] => {
    const found = [asOfStated, titleStated, (_: RecognizedTable) => nameStated(sheet, period)].map((ask) => ask(table, period))
    const stated = found.find((one) => one !== undefined)
    if (!stated || found.some((one) => one?.fits)) return []
    return [raise('PERIOD_MISMATCH', { sheet, cell: stated.cell ?? `A${table.headerRows[0] ?? 1}` }, { stated: stated.text, period })]
  })
}

/** A time that a place states: whether it is the period's, as it is written, and where. */
interface Stated {
  readonly fits: boolean
  readonly text: string
  readonly cell?: string | undefined
}

/** So many days into the next month a sheet may still be last month's. */
const DAYS_AFTER = 15

function asOfStated({ meta }: RecognizedTable, period: string): Stated | undefined {
  const end = endOfMonth(period)
  if (meta.asOf === undefined || end === undefined) return undefined
  const fits = meta.asOf >= `${period}-01` && daysBetween(end, meta.asOf) <= DAYS_AFTER
  return { fits, text: meta.asOf, cell: meta.asOfCell }
}

function titleStated({ title }: RecognizedTable, period: string): Stated | undefined {
  const stated = title && monthStated(title.text, period)
  return stated && { ...stated, cell: `A${title.row}` }
}

const nameStated = (name: string, period: string): Stated | undefined =>
  /^\D*\d{1,2}月份?\D*$/u.test(name) ? monthStated(name, period) : undefined

/** The year and month that a text names; of a stretch (1-5月) its last month. A year alone has to be the period's. */
function monthStated(text: string, period: string): Stated | undefined {
  const [year = 0, month = 0] = period.split('-').map(Number)
  const months = [...text.matchAll(/(?<!\d)(\d{1,2})月/gu)].map(([, found]) => Number(found))
  const years = [...text.matchAll(/((?:19|20)\d{2})年/gu)].map(([, found]) => Number(found))
  if (months.length === 0 && years.length === 0) return undefined
  const fits = (months.length === 0 || months.includes(month)) && (years.length === 0 || years.includes(year))
  // a year alone that fits says nothing of the month
  return fits && months.length === 0 ? undefined : { fits, text: text.slice(0, LONGEST) }
}

const LONGEST = 40
