import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')

describe.skipIf(!chromium)('next month’s sheet, from the pane', () => {
  const folder = mkdtempSync(join(tmpdir(), 'next-sheet-'))
  let browser: Browser
  let clerk: Person

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('5月')
    sheet.addRows([
      ['2021年5月农村公路进展情况表'],
      ['填报单位：市交通运输局', null, '截至2021年5月26日'],
      ['县（市、区）', '新建农村公路年度目标（公里）', '上月累计（公里）', '5月累计完成（公里）', '进展情况'],
      ['湖滨区', 24, 8, 10, '正在施工。'],
      ['陕州区', 56, 20, '30', '正在施工。'],
      ['合计', 80, 28, { formula: 'SUM(D4:D5)', result: 40 }, null],
    ])
    sheet.getColumn(1).width = 31
    sheet.getCell('D4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEE00' } }
    const path = join(folder, '进展.xlsx')
    await workbook.xlsx.writeFile(path)
    clerk = await Person.arrives(browser, origin, '02', 'jiaotong')
    await clerk.page.addStyleTag({ content: 'iframe { width: 320px !important; min-width: 0 !important }' })
    await clerk.see('check').waitFor()
    await clerk.open(path)
    await clerk.check()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  it('says before what is carried, emptied and renamed, and makes nothing yet', async () => {
    await clerk.press('next-sheet-open')
    const changes = await clerk.text('next-sheet-changes')
    expect(changes).toContain('带入本月累计数 2 格：C4、C5')
    expect(changes).toContain('“2021年5月农村公路进展情况表”改为“2021年6月农村公路进展情况表”')
    expect(changes).toContain('“截至2021年5月26日”改为“截至2021年　月　日”')
    expect(await clerk.page.getByRole('tab', { name: '6月' }).count()).toBe(0)
    const html = clerk.pane.locator('html')
    expect(await html.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
    if (process.env.PICTURES) await clerk.page.locator('iframe').screenshot({ path: `${process.env.PICTURES}/next-sheet.png` })
  })

  it('makes it in the unit’s layout, shows it, and leaves the sheet of this month as it was', async () => {
    const shown = () =>
      clerk.page.evaluate(() => {
        const book = Reflect.get(window, 'previewBook')
        return book.sheets.map((sheet: { name: string; formula(row: number, column: number): unknown }) => [
          sheet.name,
          ...[1, 2, 3, 4, 5].map((column) => sheet.formula(5, column)),
          sheet.formula(6, 4),
        ])
      })
    const [before] = await shown()
    await clerk.press('next-sheet-make')
    await clerk.see('next-sheet-made').waitFor()
    expect(await clerk.text('next-sheet-made')).toContain('“6月”')
    // 30 as here, unless another scenario has reported another figure of this month: that is carried then; a number either way
    expect(await shown()).toEqual([before, ['6月', '陕州区', 56, expect.any(Number), '', '', '=SUM(D4:D5)']])
    expect(await clerk.cell('A1')).toBe('2021年6月农村公路进展情况表')
    expect(await clerk.painted()).toEqual([])
    if (process.env.PICTURES) await clerk.page.screenshot({ path: `${process.env.PICTURES}/next-sheet-made.png` })
    await clerk.leaves()
  })
})
