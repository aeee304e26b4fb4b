import { expect, test } from 'vitest'
import { createMemory } from '../../../addin/excel/createMemory.ts'
import { openWorkbook } from '../../../addin/excel/createWorkbook.ts'
import { openPeriodContext } from '../../../addin/flow/session/openPeriodContext.ts'
import { checkSheet, showMarks } from '../../../addin/flow/submit/checkSheet.ts'
import { ledger } from '../../bench/ledger.ts'
import { clerk, may } from '../fakeAnswers.ts'
import { fakePorts } from '../fakes.ts'
import { transportSheet } from '../transportSheet.ts'
import { bookOf, openExcel } from './excelInNode.ts'

const store = () => {
  const values = new Map<string, string>()
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    lasts: () => true,
  }
}

test('a sheet of 2,000 rows is checked and marked in eight round trips to the host, the second time too', async () => {
  const excel = await openExcel(bookOf(ledger(2_000).cells.map((row) => [...row])))
  const ports = { ...fakePorts(transportSheet).ports, workbook: openWorkbook(), memory: createMemory(store()) }
  const context = await openPeriodContext(ports, clerk, [may], may)
  if (!context.ok) throw new Error(context.fault.tag)
  for (const time of ['first', 'second']) {
    excel.batches.length = 0
    const check = await checkSheet(ports, context.value)
    if (!check.ok) throw new Error(check.fault.tag)
    expect(check.value.grid.cells).toHaveLength(2_000)
    expect(check.value.reading.findings.length).toBeGreaterThan(10)
    expect(await showMarks(ports, check.value, { returned: [], isWanted: () => true })).toMatchObject({ ok: true })
    // What Office.js frees after a job is no round trip that anybody waits for.
    const trips = excel.batches.filter(({ request }) => !request.Actions.some(({ Name }) => Name === '_RemoveReference'))
    expect([time, trips.length <= 8]).toEqual([time, true])
  }
})
