import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')

type Cells = readonly (readonly (string | number | null)[])[]

describe.skipIf(!chromium)('a sheet that may not be the right one is asked about before anything is sent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whose-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  /** Opens a workbook of one sheet as a unit's clerk, in a pane as narrow as Excel allows, and checks it. */
  async function checked(as: string, file: string, cells: Cells): Promise<Person> {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Sheet1').addRows(cells.map((row) => [...row]))
    const path = join(folder, file)
    await workbook.xlsx.writeFile(path)
    const person = await Person.arrives(browser, origin, '02', as)
    await person.page.addStyleTag({ content: 'iframe { width: 320px !important; min-width: 0 !important }' })
    await person.see('check').waitFor()
    await person.open(path)
    await person.check()
    return person
  }

  /** Reaches a thing by the Tab key alone and presses Enter. */
  async function byKeyboard(person: Person, thing: Locator): Promise<void> {
    await person.see('check').focus()
    for (let i = 0; i < 60; i++) {
      if (await thing.evaluate((node) => node === node.ownerDocument.activeElement)) return person.page.keyboard.press('Enter')
      await person.page.keyboard.press('Tab')
    }
    throw new Error('not reached by the Tab key')
  }

  /** Nothing in the pane is wider than it is. */
  const overflow = (person: Person) =>
    person.pane.locator('html').evaluate((html) => Math.max(html.scrollWidth, html.ownerDocument.body.scrollWidth) - html.clientWidth)

  const wayOut = (person: Person, way: string) => person.pane.locator(`[data-testid="way-out"][data-way="${way}"]`)

  it('of another unit: one click, by the keyboard, and only then rows to send', async () => {
    const person = await checked('sifa', '进展.xlsx', [
      ['2021年5月重点民生实事进展情况表'],
      ['填报单位：市交通运输局'],
      ['县（市、区）', '新建农村公路年度目标（公里）', '累计完成（公里）'],
      ['湖滨区', 24, 10],
      ['陕州区', 56, 30],
    ])
    expect(await person.findings()).toContainEqual(['A2', 'SHEET_OF_OTHER_UNIT'])
    expect(await overflow(person)).toBe(0)
    await person.press('submit')
    await person.see('doubts').waitFor()
    expect(await person.see('confirm-submit').count()).toBe(0)
    expect(await overflow(person)).toBe(0)
    await person.press('back')
    await byKeyboard(person, wayOut(person, 'confirm'))
    await expect.poll(async () => (await person.findings()).map(([, code]) => code)).not.toContain('SHEET_OF_OTHER_UNIT')
    // the rows are still none of 市司法局's: left out, nothing is left to send
    await wayOut(person, 'leaveOut').click()
    await expect.poll(async () => (await person.findings()).map(([, code]) => code)).not.toContain('ROW_NOT_YOURS')
    await person.press('submit')
    await person.see('preview').waitFor()
    expect(await person.see('confirm-submit').count()).toBe(0)
    await person.leaves()
  })

  it('of another month: nothing goes before it is confirmed', async () => {
    const person = await checked('wenlv', '进展.xlsx', [
      ['2021年4月重点民生实事进展情况表'],
      ['序号', '事项', '年度目标（场）', '累计完成（场）'],
      [1, '政府采购百场戏', 300, 131],
    ])
    expect(await person.findings()).toContainEqual(['A1', 'PERIOD_MISMATCH'])
    // no period 2021-04 is open here
    expect(await wayOut(person, 'switchPeriod').count()).toBe(0)
    await person.press('submit')
    await person.see('doubts').waitFor()
    expect(await person.see('confirm-submit').count()).toBe(0)
    await wayOut(person, 'confirm').click()
    await person.see('summary').waitFor()
    await expect.poll(async () => (await person.findings()).map(([, code]) => code)).not.toContain('PERIOD_MISMATCH')
    await person.press('submit')
    await person.see('confirm-submit').waitFor()
    await person.press('back')
    await person.leaves()
  })

  it('a list of single roads: the sums are shown with their rows, and go after one click', async () => {
    const counties = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
    const person = await checked('jiaotong', '台账.xlsx', [
      ['2021年5月新建农村公路项目台账'],
      ['县（市、区）', '路线名称', '建设里程（公里）', '累计完成（公里）'],
      ...counties.flatMap((county, i) => Array.from({ length: 10 }, (_, j) => [county, `X${100 + i * 10 + j}线`, 5, 3])),
    ])
    expect((await person.findings()).filter(([, code]) => code === 'DUPLICATE_ROW')).toEqual([])
    await expect.poll(() => person.see('ledger-sum').count()).toBe(6)
    expect(await person.see('ledger-sum').first().textContent()).toContain('30公里')
    expect(await overflow(person)).toBe(0)
    await byKeyboard(person, person.see('add-up'))
    await expect.poll(() => person.see('ledger').count()).toBe(0)
    await person.press('submit')
    await person.see('confirm-submit').waitFor()
    await person.press('back')
    await person.leaves()
  })
})
