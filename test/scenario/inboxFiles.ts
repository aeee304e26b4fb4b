import { areaName, indicatorById, unitById } from '../../shared/register/registerIndex.ts'
import { register2021 as register } from '../../shared/register/year2021/register2021.ts'
import { demoRecords2021 } from '../../worker/cli/demo/demoRecords2021.ts'
import { type SheetFile, sheetWorkbook } from '../../worker/cli/site/sheetWorkbook.ts'

/** A file as a unit would mail it: one row of figures of one indicator and one area. */
export interface MailedFile {
  readonly name: string
  readonly reporter: string
  readonly subject: string
  readonly area: string
  /** Scaled by 10⁴. */
  readonly cumulative: number
  readonly bytes: Uint8Array
}

/** So many files of so many rows, each of another row that nobody has reported: the demo's own figures are left out. */
export function mailedFiles(count: number): readonly MailedFile[] {
  const reported = new Set(
    demoRecords2021.flatMap(({ reporter, records }) => records.map(({ subject, area }) => `${reporter}|${subject}|${area}`)),
  )
  const wanted = register.assignments
    .flatMap(({ reporter, subject, areas }) => areas.map((area) => ({ reporter, subject, area })))
    .filter(
      ({ reporter, subject, area }) => isCounted(subject) && area !== register.city && !reported.has(`${reporter}|${subject}|${area}`),
    )
    .slice(0, count)
  if (wanted.length < count) throw new Error(`only ${wanted.length} rows are to be had`)
  return wanted.map(fileOf)
}

/** Counted in something, towards a target: no rate, no node. */
const isCounted = (subject: string): boolean => {
  const indicator = indicatorById(register, subject)
  return indicator?.kind === 'count' && indicator.measure !== '%' && indicator.target !== null
}

function fileOf({ reporter, subject, area }: { reporter: string; subject: string; area: string }, at: number): MailedFile {
  const unit = unitById(register, reporter)?.name ?? reporter
  const indicator = indicatorById(register, subject)
  // Towards any target small enough to raise no alarm.
  const done = 1 + (at % 3)
  const bytes = workbook([
    [`${unit}2021年5月重点民生实事进展情况表`],
    [`填报单位：${unit}`, null, null, '2021年5月26日'],
    ['县（市、区）', '指标', '计量单位', '累计完成'],
    [areaName(register, area), indicator?.name ?? '', indicator?.measure ?? '', done],
  ])
  return { name: `${at + 1}-${unit}.xlsx`, reporter, subject, area, cumulative: done * 10_000, bytes }
}

/** A workbook of one sheet. */
export function workbook(cells: SheetFile['cells']): Uint8Array {
  return sheetWorkbook({ sheet_name: '5月', cells, merges: [], formats: {}, formulas: {}, expect: { tables: [{ header_rows: [3] }] } })
}
