import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CellValue } from '../../shared/grid/grid.ts'
import { sheetWorkbook } from '../../worker/cli/site/sheetWorkbook.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** The same headings every month and in two units: 上报数 is what counts, and looks like the month's own figure. */
const sheetOf = (month: number, rows: readonly (readonly CellValue[])[]) => ({
  sheet_name: `${month}月`,
  cells: [['序号', '工作任务', '年度目标', `${month}月底上报数`, `1-${month}月累计完成`], ...rows],
  merges: [],
  formats: {},
  formulas: {},
  expect: { tables: [{ header_rows: [1] }] },
})
const FILES = {
  may: sheetOf(5, [
    [1, '新建农村公路（公里）', 300, 146, 150],
    [2, '自然村通硬化路（个）', 280, 131, 140],
  ]),
  june: sheetOf(6, [
    [1, '新建农村公路（公里）', 300, 180, 190],
    [2, '自然村通硬化路（个）', 280, 151, 160],
    [3, '合计', null, null, null],
  ]),
  other: sheetOf(5, [
    [1, '新建教师周转宿舍（套）', 1070, 402, 410],
    [2, '招聘农村特岗教师（名）', 600, 300, 310],
  ]),
}

/** What is corrected once is not corrected again: not next month, and, once the city has agreed, not by another unit. */
describe.skipIf(!chromium)('a layout that was corrected', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layouts-'))
  const file = (name: keyof typeof FILES) => join(folder, `${name}.xlsx`)
  let browser: Browser
  let roads: Person
  let schools: Person
  let office: Person

  beforeAll(async () => {
    for (const name of ['may', 'june', 'other'] as const) writeFileSync(file(name), sheetWorkbook(FILES[name]))
    browser = await openBrowser(chromium ?? '')
    roads = await Person.arrives(browser, origin, '01', 'jiaotong', { viewport: { width: 1000, height: 900 } })
    await roads.see('check').waitFor()
    schools = await Person.arrives(browser, origin, '01', 'jiaoyu')
    await schools.see('check').waitFor()
    office = await Person.arrives(browser, origin, '04', 'coordinator')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  /** Opens another file in the person's window and checks it. */
  async function open(person: Person, name: keyof typeof FILES): Promise<void> {
    await person.open(file(name))
    await person.page
      .locator('[data-a="D1"]', { hasText: FILES[name].cells[0]?.[3]?.toString() ?? '' })
      .first()
      .waitFor()
    await person.check()
  }
  /** What each column was read as. */
  const columns = async (person: Person): Promise<Readonly<Record<string, string>>> => {
    await person.press('tab-reading')
    await person.see('reading').waitFor()
    return Object.fromEntries(
      await person
        .see('column')
        .evaluateAll((nodes) => nodes.map((node) => [node.dataset.column ?? '', node.dataset.field ?? ''] as const)),
    )
  }
  const note = async (person: Person) => {
    if (!(await person.see('layout-note').isVisible())) return null
    const { note: tag, scope } = await person.see('layout-note').evaluate((node) => (node as HTMLElement).dataset)
    return [tag, scope]
  }
  const settled = (person: Person) => person.pane.locator('.pane[aria-busy="false"]').waitFor()

  it('is read wrongly at first, corrected, and remembered for the unit', async () => {
    await open(roads, 'may')
    expect(await columns(roads)).toMatchObject({ D: 'period_value', E: 'cumulative' })
    expect(await note(roads)).toBeNull()
    const column = roads.see('column').filter({ has: roads.pane.locator('.cell', { hasText: 'D' }) })
    await column.locator('button').first().click()
    await column.locator('select').first().selectOption('cumulative')
    await column.locator('fluent-button').first().click()
    await settled(roads)
    await roads.see('layout-state').waitFor()
    expect(await columns(roads)).toMatchObject({ D: 'cumulative' })
  })

  it('needs no correction next month, and the reading can be undone and taken again by the keyboard alone', async () => {
    await open(roads, 'june')
    expect(await note(roads)).toEqual(['applied', 'unit'])
    expect(await columns(roads)).toMatchObject({ C: 'target', D: 'cumulative' })
    await roads.see('layout-use').focus()
    await roads.page.keyboard.press('Enter')
    await expect.poll(() => note(roads)).toEqual(['ignored', 'unit'])
    expect(await columns(roads)).not.toMatchObject({ D: 'cumulative' })
    await roads.see('layout-use').focus()
    await roads.page.keyboard.press('Enter')
    await expect.poll(() => note(roads)).toEqual(['applied', 'unit'])
  })

  it('is nobody else’s before the city has agreed', async () => {
    await roads.press('tab-reading')
    await roads.press('layout-propose')
    await expect.poll(() => roads.see('layout-state').getAttribute('data-proposed')).toBe('true')
    await open(schools, 'other')
    expect(await note(schools)).toBeNull()
    expect(await columns(schools)).toMatchObject({ D: 'period_value', E: 'cumulative' })
  })

  it('is read so by another unit at once, when a coordinator has looked at it and agreed', async () => {
    await office.press('go-layouts')
    const proposed = office.pane.locator('[data-testid="layout"][data-scope="unit"]')
    await proposed.waitFor()
    expect(await proposed.textContent()).toContain('市交通运输局')
    expect(await proposed.getByTestId('layout-column').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^至某月上报数：累计完成/)]),
    )
    await office.press('layout-agree')
    await office.press('agree-act')
    await office.pane.locator('[data-testid="done"][data-done="layoutAgreed"]').waitFor()
    await office.pane.locator('[data-testid="layout"][data-scope="city"]').waitFor()
    await schools.check()
    expect(await note(schools)).toEqual(['applied', 'city'])
    expect(await columns(schools)).toMatchObject({ D: 'cumulative' })
  })

  it('is not any more, when the coordinator has taken it back', async () => {
    await office.press('layout-withdraw')
    await office.see('withdraw-reason').fill('各单位口径不同')
    await office.press('withdraw-act')
    await office.pane.locator('[data-testid="done"][data-done="layoutWithdrawn"]').waitFor()
    await schools.check()
    expect(await note(schools)).toBeNull()
    expect(await columns(schools)).toMatchObject({ D: 'period_value', E: 'cumulative' })
    await roads.check()
    expect(await note(roads)).toEqual(['applied', 'unit'])
  })
})
