import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')

const HEADINGS = ['县（市、区）', '目标任务', '已完成', '完成数']
const MAY = [
  ['湖滨区', 12.5, 3, 4],
  ['陕州区', 60, 31, 36],
  ['渑池县', 50, 21, 24],
]

/** A workbook of a bureau: a figure has two columns, and nothing in the sheet says which of them counts. */
async function workbook(file: string, rows: readonly (readonly (string | number)[])[]): Promise<string> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('进展').addRows([['2021年新建农村公路进展情况（单位：公里）'], HEADINGS, ...rows.map((row) => [...row])])
  await book.xlsx.writeFile(file)
  return file
}

describe.skipIf(!chromium)('a sheet that can be read in two ways', () => {
  const folder = mkdtempSync(join(tmpdir(), 'questions-'))
  let browser: Browser
  let clerk: Person

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    clerk = await Person.arrives(browser, origin, '01', 'jiaotong')
    await clerk.see('check').waitFor()
    await clerk.open(await workbook(join(folder, 'may.xlsx'), MAY))
    await clerk.check()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  it('has one question, by the figures of a row', async () => {
    expect(await clerk.see('question').locator('h2').textContent()).toBe('计入完成数的是哪一列：C 列“已完成”，还是 D 列“完成数”？')
    expect(await clerk.see('choice').allTextContents()).toEqual(['C 列“已完成” 3', 'D 列“完成数” 4'])
    expect(await clerk.text('counts')).toContain('有 1 个问题请您回答。')
    expect(await clerk.text('counts')).not.toContain('没有发现问题')
  })

  it('sends nothing that depends on the answer', async () => {
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    expect(await clerk.see('kind-withheld').getByTestId('planned').count()).toBe(3)
    expect(await clerk.text('kind-withheld')).toContain('请先回答检查页上的问题')
    expect(await clerk.see('confirm-submit').count()).toBe(0)
    await clerk.press('back')
  })

  it('is no wider than a pane of 320 pixels', async () => {
    const width = await clerk.see('question').evaluate((card) => {
      document.body.style.width = '320px'
      const overflow = document.documentElement.scrollWidth > window.innerWidth
      const widest = Math.max(...[card, ...card.querySelectorAll('*')].map((node) => node.getBoundingClientRect().right))
      document.body.style.width = ''
      return overflow ? Number.POSITIVE_INFINITY : widest
    })
    expect(width).toBeLessThanOrEqual(320)
  })

  it('shows the columns, open to be corrected, to who wants neither', async () => {
    await clerk.press('choice-none')
    const edited = clerk.see('column').filter({ has: clerk.see('save-correction') })
    await expect.poll(() => edited.evaluateAll((nodes) => nodes.map((node) => node.dataset.column))).toEqual(['C', 'D'])
    expect(await clerk.pane.locator('select:focus').count()).toBe(1)
    await clerk.press('tab-findings')
  })

  it('is answered from the keyboard alone, and the focus goes on to the result', async () => {
    await clerk.see('choice').first().focus()
    await clerk.page.keyboard.press('Tab')
    expect(await clerk.pane.locator(':focus').textContent()).toContain('完成数')
    await clerk.page.keyboard.press('Enter')
    await clerk.see('question').waitFor({ state: 'detached' })
    await expect.poll(() => clerk.pane.locator(':focus').getAttribute('data-testid')).toBe('summary')
  })

  it('goes on with the figures of the answer', async () => {
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    const rows = await clerk.see('planned').allTextContents()
    expect(rows.join()).toContain('4公里')
    expect(rows.join()).not.toContain('请先回答')
    await clerk.press('back')
  })

  it('is not asked again when the sheet is read again', async () => {
    await clerk.type('D3', '5')
    await clerk.check()
    expect(await clerk.see('question').count()).toBe(0)
  })

  it('is asked again once the answer is taken back', async () => {
    await clerk.press('tab-reading')
    await clerk.press('forget')
    await clerk.see('question').waitFor()
  })
})
