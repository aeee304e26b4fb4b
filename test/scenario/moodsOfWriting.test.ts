import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { runOfScenarios } from './runOfScenarios.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const SHEET = '汇总 2021-05'

/** Excel refuses something while the city's figures are written: one sentence, no sheet of anybody's touched, and a way on. */
describe.skipIf(!chromium || runOfScenarios() === 'strict')('汇总 in an Excel that refuses', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  const arrives = async (host: string, clock = false) => {
    const coordinator = await Person.arrives(browser, origin, '04', 'coordinator', {
      host,
      ...(clock ? { prepare: (context) => context.clock.install() } : {}),
    })
    await coordinator.see('pull').waitFor()
    return coordinator
  }
  const tabs = (person: Person) => person.page.getByRole('tab').allTextContents()
  const pull = async (person: Person) => {
    await person.press('pull')
    await person.pane.locator('.pane[aria-busy="false"]').waitFor()
  }
  const isWhole = async (person: Person) => {
    await expect.poll(() => tabs(person)).toContain(SHEET)
    await person.showSheet(SHEET)
    expect(await person.cell('A1')).toContain('2021年5月')
    expect(await person.fault()).toEqual([])
  }

  it('lost-focus: says to come back to this workbook, and writes then', async () => {
    const coordinator = await arrives('lost-focus')
    const before = await tabs(coordinator)
    await pull(coordinator)
    expect(await coordinator.fault()).toEqual(['notFocused', '本工作簿可能不在最前面，工作表没有写成。'])
    expect(await tabs(coordinator)).toEqual(before)
    await coordinator.goTo('A1')
    await pull(coordinator)
    await isWhole(coordinator)
    await coordinator.leaves()
  })

  it('chart-selected: says to select a cell, and writes then', async () => {
    const coordinator = await arrives('chart-selected')
    const before = await tabs(coordinator)
    await pull(coordinator)
    const fault = await coordinator.see('fault').textContent()
    expect(fault).toContain('现在选中的是图表或图形')
    expect(fault).toContain('请点一下任意单元格')
    await coordinator.goTo('A1')
    await pull(coordinator)
    await isWhole(coordinator)
    expect(await tabs(coordinator)).toEqual([...before, SHEET])
    await coordinator.leaves()
  })

  it('chart-sheet: writes beside a chart sheet that is shown', async () => {
    const coordinator = await arrives('chart-sheet')
    await pull(coordinator)
    await isWhole(coordinator)
    await coordinator.leaves()
  })

  it.each([
    ['protected-structure', 'structureProtected', '工作簿的结构受保护，工作表没有写成。'],
    ['read-only', 'readOnlyBook', '工作簿是以只读方式打开的，工作表没有写成。'],
  ])('%s: says so, the workbook is as it was, and the figures are shown in the pane', async (host, code, sentence) => {
    const coordinator = await arrives(host)
    const before = await tabs(coordinator)
    await pull(coordinator)
    expect(await coordinator.fault()).toEqual([code, sentence])
    expect(await tabs(coordinator)).toEqual(before)
    await coordinator.press('look-up')
    await coordinator.see('as-of').waitFor()
    await coordinator.leaves()
  })

  it('hanging-write: says after a while that Excel does not answer; what takes effect later doubles nothing', async () => {
    const coordinator = await arrives('hanging-write', true)
    await coordinator.press('pull')
    await expect
      .poll(async () => {
        await coordinator.page.clock.runFor(5_000)
        return coordinator.fault()
      })
      .toEqual(['hostTimeout', 'Excel 一直没有回应，工作表没有写成。'])
    await pull(coordinator)
    await isWhole(coordinator)
    const whole = await coordinator.cell('A4')
    await coordinator.page.clock.runFor(60_000)
    expect((await tabs(coordinator)).filter((name) => name === SHEET)).toHaveLength(1)
    expect(await coordinator.cell('A4')).toBe(whole)
    await coordinator.leaves()
  })

  it('filter: pulled again over filtered rows, each figure stands in its own row and nothing else has moved', async () => {
    const coordinator = await arrives('filter')
    await pull(coordinator)
    await isWhole(coordinator)
    const sheet = await coordinator.texts()
    const lit = await coordinator
      .see('indicator')
      .filter({ has: coordinator.see('light-open') })
      .evaluateAll((nodes) => nodes.map((node) => node.dataset.indicator))
    const row = Array.from({ length: 60 }, (_, i) => i + 4).find((at) => lit.includes(sheet[`A${at}`]) && lit.includes(sheet[`A${at + 1}`]))
    if (row === undefined) throw new Error(`No two indicators beside each other have a light: ${lit}`)
    const lights = [await otherLight(coordinator, sheet[`A${row}`]), await otherLight(coordinator, sheet[`A${row + 1}`])]
    await coordinator.page.evaluate((left) => {
      const { active } = Reflect.get(window, 'previewBook')
      // as the arrow over the first column does that leaves one number out
      active.content.filter = {
        area: { top: 3, left: 1, bottom: active.rowCount, right: 4 },
        criteria: new Map([[0, { on: 'custom', first: `<>${active.text(left, 1)}` }]]),
      }
      active.changeRow(left, { hidden: true })
    }, row)
    const before = await coordinator.texts()
    await pull(coordinator)
    const after = await coordinator.texts()
    const changed = Object.keys({ ...before, ...after }).filter((cell) => before[cell] !== after[cell])
    // the second row says as of when the figures are
    const rows = [...new Set(changed.map((cell) => Number(cell.replace(/^[A-Z]+/, ''))))].filter((number) => number !== 2)
    expect(rows.sort((one, other) => one - other)).toEqual([row, row + 1])
    const [column] = await coordinator.find('亮灯')
    expect([after[`${column}${row}`], after[`${column}${row + 1}`]]).toEqual(lights)
    expect(await coordinator.fault()).toEqual([])
    await coordinator.leaves()
  })

  /** Puts another light on an indicator; the word that the sheet has for it. */
  async function otherLight(person: Person, key = ''): Promise<string> {
    const indicator = person.pane.locator(`[data-testid="indicator"][data-indicator="${key}"]`)
    await indicator.getByTestId('light-open').click()
    const light = (await indicator.getByTestId('light').getAttribute('data-light')) === 'red' ? 'yellow' : 'red'
    await person.see('light-choice').selectOption(light)
    await person.see('light-reason').fill('现场看过')
    await person.press('light-put')
    await expect.poll(() => indicator.getByTestId('light').getAttribute('data-light')).toBe(light)
    return light === 'red' ? '红灯※' : '黄灯※'
  }
})
