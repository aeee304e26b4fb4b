import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const SHEET = '汇总 2021-05'

/** 汇总 pulled again: the sheet is changed in place, and what the coordinator made of it stays; interrupted, it goes on. */
describe.skipIf(!chromium)('the sheet of figures, pulled again', () => {
  let browser: Browser
  let coordinator: Person
  let row = 0
  /** The column of the lights. */
  let lights = ''

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    coordinator = await Person.arrives(browser, origin, '04', 'coordinator')
    await pull(coordinator)
    await coordinator.showSheet(SHEET)
    await coordinator.see('indicator-search').fill('7.1.a')
    row = (await coordinator.find('7.1.a'))[1]
    lights = (await coordinator.find('亮灯'))[0]
  })
  afterAll(() => browser?.close())

  async function pull(person: Person): Promise<void> {
    await person.press('pull')
    await person.pane.locator('.pane[aria-busy="false"]').waitFor()
  }
  const indicator = () => coordinator.see('indicator').filter({ hasText: '7.1.a' })

  it('has another light, and still the words and formulas beside it', async () => {
    await coordinator.type(`S${row}`, '已约谈，6月再看')
    await coordinator.type(`T${row}`, `=A${row}&"号"`)
    await indicator().getByTestId('light-open').click()
    const light = (await indicator().getByTestId('light').getAttribute('data-light')) === 'red' ? 'yellow' : 'red'
    await coordinator.see('light-choice').selectOption(light)
    await coordinator.see('light-reason').fill('现场看过')
    await coordinator.press('light-put')
    await expect.poll(() => indicator().getByTestId('light').getAttribute('data-light')).toBe(light)
    await pull(coordinator)
    await coordinator.showSheet(SHEET)
    expect(await coordinator.cell(`${lights}${row}`)).toBe(light === 'red' ? '红灯※' : '黄灯※')
    expect(await coordinator.cell(`S${row}`)).toBe('已约谈，6月再看')
    expect(await coordinator.cell(`T${row}`)).toBe('7.1.a号')
    expect(await coordinator.tab(SHEET).count()).toBe(1)
  })

  it('leaves a light that the coordinator wrote over, and says in which cell', async () => {
    await coordinator.type(`${lights}${row}`, '另定')
    await coordinator.press('look-up')
    await indicator().getByTestId('light-open').click()
    await coordinator.see('light-reason').fill('恢复')
    await coordinator.press('light-take-back')
    await expect.poll(async () => (await indicator().getByTestId('light').textContent())?.includes('※')).toBe(false)
    await pull(coordinator)
    expect(await coordinator.text('kept')).toContain(`${lights}${row}`)
    await coordinator.showSheet(SHEET)
    expect(await coordinator.cell(`${lights}${row}`)).toBe('另定')
    expect(await coordinator.cell(`S${row}`)).toBe('已约谈，6月再看')
  })

  it('stopped while the figures are fetched, it says so and the workbook is as it was', async () => {
    let release = () => undefined as unknown
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await coordinator.page.route('**/consolidation', async (route) => {
      await held
      await route.abort().catch(() => undefined)
    })
    await coordinator.press('pull')
    await coordinator.press('cancel')
    await coordinator.pane.locator('[data-fault="cancelled"]').waitFor()
    release()
    await coordinator.page.unroute('**/consolidation')
    await coordinator.leaves()
  })

  it('interrupted while it is written, says how far it came, and pressed again it is whole', async () => {
    const other = await Person.arrives(browser, origin, '04', 'coordinator', { host: 'edit-while-writing' })
    await other.press('pull')
    const fault = other.pane.locator('[data-fault="unfinished"]')
    await fault.waitFor()
    expect(await fault.textContent()).toMatch(/没有写完：工作表“汇总 2021-05…”已写到第 \d+ 行，共 \d+ 行。/)
    expect(await fault.textContent()).toContain('再按一次接着写')
    await other.page.locator('textarea.editor.open').press('Enter')
    await pull(other)
    await other.see('as-of').waitFor()
    await other.showSheet(SHEET)
    expect(await other.cell('A2')).toContain('数据截至全市第 ')
    expect(await other.tab(`${SHEET}…`).count()).toBe(0)
    await other.leaves()
  })
})
