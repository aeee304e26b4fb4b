import type { Workbook } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { areaText } from '../../../addin/book/area.ts'
import { openWorkbook } from '../../../addin/excel/createWorkbook.ts'
import { openPeriodContext } from '../../../addin/flow/session/openPeriodContext.ts'
import { checkSheet, showMarks } from '../../../addin/flow/submit/checkSheet.ts'
import { clerk, may } from '../fakeAnswers.ts'
import { fakePorts } from '../fakes.ts'
import { transportSheet } from '../transportSheet.ts'
import { bookOf, type ExcelInNode, openExcel } from './excelInNode.ts'

/** The sheet of a clerk, with the merged cells that it has. */
function workbook(): Workbook {
  const book = bookOf(transportSheet.cells.map((row) => [...row]))
  for (const merge of transportSheet.merges) book.worksheets[0]?.mergeCells(merge)
  return book
}

/** What is read of the sheet that is shown, and the cells that are marked then. */
async function checked(excel: ExcelInNode) {
  const ports = { ...fakePorts(transportSheet).ports, workbook: openWorkbook() }
  const context = await openPeriodContext(ports, clerk, [may], may)
  if (!context.ok) throw new Error(context.fault.tag)
  const check = await checkSheet(ports, context.value)
  if (!check.ok) throw new Error(check.fault.tag)
  const marked = await showMarks(ports, check.value, { returned: [], isWanted: () => true })
  const { records, findings } = check.value.reading
  return {
    marked: marked.ok,
    rules: excel.book.active.content.rules.map(({ areas }) => areas.map(areaText)),
    records,
    findings: findings.map(({ cell, code }) => [cell, code]),
    hiddenRows: check.value.grid.hiddenRows,
  }
}

describe.each(['filtered', 'table', 'table,filtered'])('a sheet under %s', (host) => {
  test('is read whole, with the same findings, and the same cells are marked', async () => {
    const { hiddenRows: none, ...plain } = await checked(await openExcel(workbook()))
    expect([none, plain.marked, plain.records.length > 5]).toEqual([[], true, true])
    const { hiddenRows, ...found } = await checked(await openExcel(workbook(), { host }))
    expect(found).toEqual(plain)
    expect(hiddenRows.length > 0).toBe(host.includes('filtered'))
  })
})
