import mammoth from 'mammoth'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { runOfScenarios } from './runOfScenarios.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** Headings of the coordinator's sheet. */
const FIGURES = ['目标', '累计完成', '占目标（%）']

/** The straight road, act by act: each stands on the one before, as in a clerk's and a coordinator's day. */
describe.skipIf(!chromium)('from a unit’s own sheet to the city’s figures', () => {
  let browser: Browser
  let clerk: Person
  let coordinator: Person
  let link = ''

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    clerk = await Person.arrives(browser, origin, '01', 'jiaotong')
  })
  afterAll(() => browser?.close())

  it('signs the clerk in and says whose sheet is reported for which period', async () => {
    expect(await clerk.text('unit')).toContain('市交通运输局')
    expect(await clerk.see('period').inputValue()).toBe('2021-05')
  })

  it('reads the sheet and finds exactly what is odd, at its cells', async () => {
    await clerk.check()
    expect(await clerk.text('summary')).toContain('6 行 × 2 项指标 = 12 条数据')
    expect([...(await clerk.findings())].sort()).toEqual([
      ['B5', 'AREA_ALIAS'],
      ['E7', 'FULLWIDTH_DIGITS'],
      ['E8', 'NUMBER_IN_TEXT'],
      ['F11', 'PCT_ROUNDING'],
    ])
  })

  it('marks the cells that ask something and no others, and takes the marks off without a trace', async () => {
    // where marking would end the person's undo stack, it waits to be asked for
    if (runOfScenarios() === 'strict') await clerk.press('marks')
    await expect.poll(() => clerk.painted()).toEqual(['F11'])
    await clerk.press('marks')
    await expect.poll(() => clerk.painted()).toEqual([])
  })

  it('goes to the cell of a finding that is clicked', async () => {
    await clerk.see('finding').filter({ hasText: 'E8' }).click()
    await expect.poll(() => clerk.page.getByLabel('名称框').inputValue()).toBe('E8')
  })

  it('sends twelve figures and a remark, and says of each what became of it', async () => {
    await clerk.submit()
    expect(await clerk.outcomes()).toEqual({ applied: 13 })
    await clerk.press('done')
  })

  it('finds nothing to send the second time: all is unchanged', async () => {
    await clerk.check()
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    expect(await clerk.see('kind-unchanged').getByTestId('planned').count()).toBe(13)
    expect(await clerk.see('confirm-submit').count()).toBe(0)
    await clerk.press('back')
  })

  it('sends one row after one cell was changed', async () => {
    await clerk.type('E5', '13')
    await clerk.check()
    await clerk.submit()
    expect(await clerk.outcomes()).toMatchObject({ applied: 1, unchanged: 12 })
    await clerk.press('done')
  })

  it('takes the correction back the same way', async () => {
    await clerk.type('E5', '12.5')
    await clerk.check()
    await clerk.submit()
    expect(await clerk.outcomes()).toMatchObject({ applied: 1 })
    await clerk.leaves()
  })

  it('gives the coordinator 146 of 300 公里 and 123 of 280 个 in the cells of a sheet', async () => {
    coordinator = await Person.arrives(browser, origin, '01', 'coordinator')
    await coordinator.press('pull')
    await coordinator.see('as-of').waitFor()
    await expect.poll(() => coordinator.tab('汇总 2021-05').count()).toBe(1)
    await coordinator.showSheet('汇总 2021-05')
    expect(await figuresOf(coordinator, '新建农村公路')).toEqual(['300', '146', '48.67%'])
    expect(await figuresOf(coordinator, '自然村通硬化路')).toEqual(['280', '123', '43.93%'])
  })

  it('gives the coordinator the report as a Word file with a Chinese name, 146公里 in it', async () => {
    const { name, bytes, url } = await coordinator.download('document-report')
    expect(name).toBe('三门峡市2021年5月重点民生实事进展情况报告（工作稿）.docx')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    const progress = value.split('\n').find((line) => line.includes('146公里')) ?? ''
    expect(progress).toContain('新建农村公路')
    expect(progress).toContain('48.67%')
    expect(Number(await coordinator.see('document-opened').getAttribute('data-seq'))).toBeGreaterThan(0)
    expect(await coordinator.see('lint-finding').count()).toBeGreaterThan(0)
    link = url
  })

  it('tells whoever opens the file’s link again that it was used', async () => {
    const page = await coordinator.context.newPage()
    const answer = await page.goto(link)
    expect(answer?.status()).toBe(410)
    expect(await page.textContent('h1')).toBe('链接已失效')
    await page.close()
  })

  it('writes the letterhead of a formal report as it was typed, and each unit’s reminder, to copy and as a page of its own', async () => {
    await coordinator.press('document-formal')
    await coordinator.see('letterhead-number').fill('三政办〔2021〕12号')
    await coordinator.see('letterhead-addressee').fill('省政府督查室')
    const formal = await coordinator.download('letterhead-write')
    expect(formal.name).toBe('三门峡市2021年5月重点民生实事进展情况报告.docx')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(formal.bytes) })
    expect(value).toContain('三政办〔2021〕12号')
    expect(value).toContain('省政府督查室：')
    const reminders = await coordinator.download('document-reminders')
    expect(reminders.name).toMatch(/催办清单\.docx$/)
    const letters = await mammoth.extractRawText({ buffer: Buffer.from(reminders.bytes) })
    expect(letters.value).toContain('尚有以下')
    const count = Number(await coordinator.see('letters').getAttribute('data-count'))
    expect(letters.value.match(/尚有以下/g)).toHaveLength(count)
    await coordinator.leaves()
  })

  async function figuresOf(person: Person, indicator: string): Promise<readonly string[]> {
    const [, row] = await person.find(indicator)
    const figures: string[] = []
    for (const heading of FIGURES) figures.push(await person.cell(`${(await person.find(heading))[0]}${row}`))
    return figures
  }
})
