import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { runOfScenarios } from './runOfScenarios.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** Excel refuses or loses something while a clerk reports a sheet: one sentence, nothing lost, and a way on. */
describe.skipIf(!chromium || runOfScenarios() === 'strict')('a clerk’s sheet in an Excel that refuses', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  const SHEET = { workbook: '01', unit: 'jiaotong' } as const
  const arrives = async (host: string, clock = false) => {
    const { workbook, unit } = SHEET
    const clerk = await Person.arrives(browser, origin, workbook, unit, {
      host,
      ...(clock ? { prepare: (context) => context.clock.install() } : {}),
    })
    await clerk.see('check').waitFor()
    return clerk
  }

  it('chart-sheet: says that no table is shown, and reads the one that is shown then', async () => {
    const clerk = await arrives('chart-sheet')
    await clerk.press('check')
    await expect.poll(() => clerk.fault()).toEqual(['notASheet', '现在显示的是图表工作表，没有单元格，没有读成这张表。'])
    await clerk.page.getByRole('tab').first().click()
    await clerk.check()
    await expect.poll(() => clerk.fault()).toEqual([])
    await clerk.leaves()
  })

  it('protected-sheet: marks nothing and says so; what was found can be reported', async () => {
    const clerk = await arrives('protected-sheet')
    await clerk.check()
    await expect
      .poll(() => clerk.fault())
      .toEqual(['protected', expect.stringContaining('受保护，表格里的标记没有更新，检查结果不受影响。')])
    expect(await clerk.painted()).toEqual([])
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    await clerk.leaves()
  })

  it('read-only: marks nothing and says so; what was found can be reported', async () => {
    const clerk = await arrives('read-only')
    await clerk.check()
    await expect.poll(() => clerk.fault()).toEqual(['readOnlyBook', '工作簿是以只读方式打开的，表格里的标记没有更新，检查结果不受影响。'])
    expect(await clerk.painted()).toEqual([])
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    await clerk.leaves()
  })

  it('chart-selected: does not go to a cell and says why; once a cell is selected it goes', async () => {
    const clerk = await arrives('chart-selected')
    await clerk.check()
    await clerk.see('finding').filter({ hasText: 'E8' }).click()
    await expect.poll(() => clerk.fault()).toEqual(['chartSelected', '现在选中的是图表或图形，没有转到那个单元格。'])
    await clerk.goTo('A1')
    await clerk.see('finding').filter({ hasText: 'E8' }).click()
    await expect.poll(() => clerk.page.getByLabel('名称框').inputValue()).toBe('E8')
    await clerk.leaves()
  })

  it('filtered: rows that are left out are read and reported, and a cell in one is said to be nowhere to be seen', async () => {
    const clerk = await arrives('filtered')
    await clerk.check()
    expect(await clerk.text('summary')).toContain('6 行 × 2 项指标 = 12 条数据')
    const rows = () =>
      clerk.page.evaluate(() => [...Reflect.get(window, 'previewBook').active.content.rows].filter(([, row]) => row.hidden))
    expect((await rows()).length).toBeGreaterThan(0)
    await clerk.page.evaluate(() => Reflect.get(window, 'previewBook').active.changeRow(8, { hidden: true }))
    await clerk.see('finding').filter({ hasText: 'E8' }).click()
    await expect.poll(() => clerk.fault()).toEqual(['cellHidden', '所在的行或列被筛选掉或隐藏了，没有转到那个单元格。'])
    await clerk.see('finding').filter({ hasText: 'B5' }).click()
    await expect.poll(() => clerk.page.getByLabel('名称框').inputValue()).toBe('B5')
    expect(await clerk.fault()).toEqual([])
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    await clerk.leaves()
  })

  it('table: a sheet that was made a table, title and all, is read and marked as before', async () => {
    const clerk = await arrives('table')
    await clerk.check()
    expect(await clerk.text('summary')).toContain('6 行 × 2 项指标 = 12 条数据')
    await expect.poll(() => clerk.painted()).toEqual(['F11'])
    await clerk.see('finding').filter({ hasText: 'E8' }).click()
    await expect.poll(() => clerk.page.getByLabel('名称框').inputValue()).toBe('E8')
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    expect(await clerk.fault()).toEqual([])
    await clerk.leaves()
  })

  it('renamed: the check holds for the sheet under its new name, its marks and cells too', async () => {
    const clerk = await arrives('renamed')
    await clerk.check()
    await expect.poll(() => clerk.painted()).toEqual(['F11'])
    expect(await clerk.page.getByRole('tab', { name: '（改）' }).count()).toBe(1)
    await clerk.see('finding').filter({ hasText: 'E8' }).click()
    await expect.poll(() => clerk.page.getByLabel('名称框').inputValue()).toBe('E8')
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    expect(await clerk.fault()).toEqual([])
    await clerk.leaves()
  })

  it('deleted: says that the sheet is gone, and reads the one that is shown when asked to', async () => {
    const clerk = await arrives('deleted')
    await clerk.check()
    await expect.poll(() => clerk.fault()).toEqual(['sheetGone', expect.stringContaining('已经不在这个工作簿里')])
    await clerk.press('check')
    await expect.poll(() => clerk.fault()).toEqual(['empty', '这张工作表是空的。'])
    await clerk.leaves()
  })

  it('no-events: what was typed after the check is read again before anything is sent', async () => {
    const clerk = await arrives('no-events')
    await clerk.check()
    await clerk.type('E5', '13.25')
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    expect(await clerk.text('preview')).toContain('13.25')
    await clerk.leaves()
  })

  it('hanging-read: says after a while that Excel does not answer, and reads when asked again', async () => {
    const clerk = await arrives('hanging-read', true)
    await clerk.press('check')
    await expect
      .poll(async () => {
        await clerk.page.clock.runFor(5_000)
        return clerk.fault()
      })
      .toEqual(['hostTimeout', 'Excel 一直没有回应，没有读成这张表。'])
    await clerk.check()
    await clerk.leaves()
  })
})
