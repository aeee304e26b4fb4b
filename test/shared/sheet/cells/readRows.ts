import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

/** What is read of rows under headings, in the office of supervision's sheet of September. */
export function readRows(
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  { title = '2021年重点民生实事完成情况表', ...more }: Partial<Grid> & { readonly title?: string } = {},
): SheetReading {
  const reading = readSheet(gridOf([[title], headings, ...rows], more), register2021, { period: '2021-09', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

/** The same of rows that begin with a task, under the columns of a whole sheet: 序号 | 工作任务 | 责任单位, then the others. */
export const readTasks = (
  [name, ...headings]: readonly string[],
  rows: readonly (readonly CellValue[])[],
  more: Partial<Grid> = {},
): SheetReading =>
  readRows(
    ['序号', name ?? '', '责任单位', ...headings],
    rows.map(([task = null, ...cells], i) => [i + 1, task, '市发展改革委', ...cells]),
    more,
  )

/** "7.1.a 146" of each record of a row; "held 146" where it waits for a reason, and its disposition where there is no figure. */
export const figuresOf = (reading: SheetReading, row: number): readonly string[] =>
  reading.records
    .filter(({ origin, values }) => origin.row === row && values.progressText === undefined)
    .map(({ subject, values, disposition }) => {
      const figure = values.cumulative == null ? disposition : numberFromScaled(values.cumulative)
      return `${subject} ${disposition === 'confirm' && figure !== disposition ? 'held ' : ''}${figure}`
    })

/** "E3 NOT_READ" of each cell under an error or a warning. */
export const alarmsOf = (reading: SheetReading): readonly string[] =>
  reading.findings
    .filter(({ severity }) => severity !== 'info')
    .flatMap(({ cell, cells = [cell], code }) => cells.map((at) => `${at} ${code}`))
