import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readFile } from '../../shared/grid/files/readFile.ts'
import { openFromDisk, put, taken, withDisk } from './pageDisk.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const sample = chromium
  ? new Uint8Array(readFileSync(`${inject('pages')}/preview/samples/01-transport-two-row-heading.xlsx`))
  : new Uint8Array()

/** A transport sheet as people export it; the last heading is a percentage. */
const TABLE = [
  ['序号', '县（市、区）', '年度目标（公里）', '本月完成（公里）', '累计完成（公里）', '完成率'],
  ['1', '湖滨区', '20', '3.5', '12.5', '62.5%'],
  ['2', '渑池县', '55', '6', '24.50', '44.55%'],
]
const CSV = TABLE.map((row) => row.join(',')).join('\r\n')

/** What a cell of the file on the disk says. */
async function cellOnDisk(person: Person, name: string, row: number, column: number): Promise<unknown> {
  const read = await readFile(await taken(person, name), name)
  return read.ok ? read.value.grids[0]?.cells[row - 1]?.[column - 1] : read.fault.tag
}

describe.skipIf(!chromium)('files that the page opens and saves', () => {
  let browser: Browser
  let person: Person

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    person = await Person.atPage(browser, origin, { prepare: withDisk })
    await person.see('visit').click()
    await person.see('visitor').waitFor()
  })
  afterAll(() => browser?.close())

  it('without an account a sheet is checked, nothing is sent, and what is not compared is said', async () => {
    await put(person, '5月.xlsx', sample)
    await openFromDisk(person)
    await person.see('visitor').waitFor()
    expect(await person.text('visiting-lacks')).toContain('上月的数')
    await person.see('period').selectOption('2021-05')
    await person.check()
    expect(await person.findings()).toContainEqual(['F11', 'PCT_ROUNDING'])
    expect(await person.see('submit').count()).toBe(0)
  })

  it('an .xlsx is saved in place', async () => {
    await person.type('F11', '48.67%')
    await person.page.keyboard.press('Control+s')
    await expect.poll(() => person.page.getByTestId('file-state').getAttribute('data-state')).toBe('saved')
    expect(await cellOnDisk(person, '5月.xlsx', 11, 6)).toBeCloseTo(0.4867, 10)
    await expect.poll(() => person.notice()).toBe(null)
  })

  it('what another program saves is said, not written over without a word, read again and checked at a press', async () => {
    await put(person, '5月.xlsx', sample)
    await person.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect.poll(() => person.notice()).toBe('changedElsewhere')
    await person.type('C9', '11')
    await person.page.getByTestId('save-file').click()
    await expect.poll(() => person.notice()).toBe('wouldOverwrite')
    expect(await cellOnDisk(person, '5月.xlsx', 9, 3)).toBe(10)
    await person.page.getByTestId('reread').click()
    await person.see('summary').waitFor()
    expect(await person.cell('C9')).toBe('10')
    expect(await person.cell('F11')).toBe('48%')
    expect(await person.findings()).toContainEqual(['F11', 'PCT_ROUNDING'])
  })

  it('a text keeps its encoding, separator and line ends, and every byte of what was not changed', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${CSV}`)
    await put(person, '5月.csv', bytes)
    await openFromDisk(person)
    expect(await person.cell('E3')).toBe('24.50')
    await person.type('E3', '24.6')
    await person.type('F3', '44.73%')
    await person.page.getByTestId('save-file').click()
    await expect.poll(() => person.page.getByTestId('file-state').getAttribute('data-state')).toBe('saved')
    const now = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await taken(person, '5月.csv'))
    expect(now).toBe(`\uFEFF${CSV.replace('24.50', '24.6').replace('44.55%', '44.73%')}`)
    await person.check()
    expect(await person.page.getByTestId('with-marks').count()).toBe(0)
  })

  it.each(['xls', 'ods'] as const)('an .%s is never written over: what a new .xlsx lacks is said, and it is saved beside', async (kind) => {
    const book = utils.book_new()
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(TABLE.map((row) => row.map((text) => (/^[\d.]+$/.test(text) ? Number(text) : text)))),
      '5月',
    )
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: kind === 'xls' ? 'biff8' : 'ods' }))
    await put(person, `旧表.${kind}`, bytes)
    await openFromDisk(person)
    await person.check()
    await person.type('E2', '13')
    await person.page.getByTestId('save-file').click()
    await expect.poll(() => person.notice()).toBe('savesBeside')
    await person.page.getByTestId('save-anyway').click()
    await expect.poll(() => person.page.getByTestId('file-name').textContent()).toBe('旧表.xlsx')
    expect(await taken(person, `旧表.${kind}`)).toEqual(bytes)
    expect(await cellOnDisk(person, '旧表.xlsx', 2, 5)).toBe(13)
    await person.type('E2', '14')
    await person.page.getByTestId('save-file').click()
    await expect.poll(() => cellOnDisk(person, '旧表.xlsx', 2, 5)).toBe(14)
  })

  it('what holds no sheets is named', async () => {
    await put(person, '说明.xlsx', new TextEncoder().encode('%PDF-1.7\n%âãÏÓ'))
    await person.page.getByTestId('open-file').click()
    await expect.poll(() => person.notice()).toBe('notOpened')
    expect(await person.page.getByTestId('notice').textContent()).toContain('PDF')
  })
})
