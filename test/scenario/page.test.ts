import { readFileSync } from 'node:fs'
import type { Browser, Download } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBook } from '../../addin/book/file/openBook.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const accounts = inject('accounts')
const sample = `${inject('pages')}/preview/samples/01-transport-two-row-heading.xlsx`

/** An account's person at the page. Others take from its codes too, and each is good once: one that is refused is followed by the next. */
async function arrives(browser: Browser, id: string): Promise<Person> {
  for (const invite of accounts.find((account) => account.id === id)?.codes ?? []) {
    const person = await Person.atPage(browser, origin, { invite })
    const refused = person.pane.locator('[data-fault="invitationInvalid"]')
    await person.see('unit').or(refused).first().waitFor()
    if ((await refused.count()) === 0) return person
    await person.leaves()
  }
  throw new Error(`no code of ${id} is left`)
}

/** The file that is handed to the browser's downloads. */
async function downloaded(person: Person, act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const began = new Promise<Download>((resolve) => person.page.once('download', resolve))
  await act()
  const download = await began
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe.skipIf(!chromium)('the page for files', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  it('opens a file, checks it, marks and leads to the cell; what is mended there is checked again, reported and saved', async () => {
    const clerk = await arrives(browser, 'jiaotong')
    await clerk.see('unit').waitFor()
    expect(await clerk.page.evaluate(() => location.hash)).toBe('')
    await clerk.openFile(sample)
    expect(await clerk.text('own-state')).toContain('草稿')
    await clerk.check()
    expect(await clerk.findings()).toContainEqual(['F11', 'PCT_ROUNDING'])
    expect(await clerk.painted()).toEqual(['F11'])
    await clerk.see('finding').filter({ hasText: 'F11' }).click()
    await expect.poll(() => clerk.page.getByLabel('名称框').inputValue()).toBe('F11')
    await clerk.type('F11', '48.67%')
    // other scenarios report the same sheet: something of it is new whatever came before
    await clerk.type('K5', `核对于${Date.now()}`)
    await clerk.see('stale').waitFor()
    expect(await clerk.page.getByTestId('file-state').getAttribute('data-state')).toBe('changed')
    await clerk.check()
    expect((await clerk.findings()).map(([, code]) => code)).not.toContain('PCT_ROUNDING')
    expect(await clerk.painted()).toEqual([])
    await clerk.submit()
    expect(Object.keys(await clerk.outcomes())).not.toContain('rejected')
    const saved = await downloaded(clerk, () => clerk.page.getByTestId('save-file').click())
    expect(saved.name).toBe('01-transport-two-row-heading.xlsx')
    const { content } = await openBook(saved.bytes)
    const cell = content.sheets[0]?.content.rows.get(11)?.cells.get(6)
    expect(cell?.value).toBeCloseTo(0.4867, 10)
    expect(content.sheets[0]?.content.rules).toEqual([])
    expect(await clerk.page.getByTestId('file-state').getAttribute('data-state')).toBe('saved')
    await clerk.leaves()
  })

  it('computes the totals of what is changed, and saves marks where they are wanted', async () => {
    const clerk = await arrives(browser, 'jiaotong')
    await clerk.see('unit').waitFor()
    await clerk.openFile(sample)
    await clerk.check()
    expect(await clerk.cell('C11')).toBe('300')
    await clerk.type('C9', '11')
    expect(await clerk.cell('C11')).toBe('301')
    expect(await clerk.page.getByTestId('uncomputed').count()).toBe(0)
    await clerk.page.getByTestId('with-marks').check()
    const saved = await downloaded(clerk, () => clerk.page.getByTestId('save-file').click())
    const { content } = await openBook(saved.bytes)
    expect(content.sheets[0]?.content.rules.map(({ formulas }) => formulas)).toEqual([['"livelihood-mark:warning"<>""']])
    await clerk.leaves()
  })

  it('says what a file is not, and asks before unsaved changes are lost', async () => {
    const clerk = await Person.atPage(browser, origin)
    await clerk.see('invite-code').waitFor()
    await clerk.chooseFile({ name: '说明.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7\n') })
    await expect.poll(() => clerk.notice()).toBe('notOpened')
    await clerk.openFile(sample)
    await expect.poll(() => clerk.notice()).toBe(null)
    await clerk.type('C5', '21')
    await clerk.page.getByTestId('open-file').click()
    await expect.poll(() => clerk.notice()).toBe('unsaved')
    await clerk.page.getByTestId('cancel-notice').click()
    expect(await clerk.cell('C5')).toBe('21')
    await clerk.leaves()
  })
})
