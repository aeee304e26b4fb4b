import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type SheetFile, sheetWorkbook } from '../../worker/cli/site/sheetWorkbook.ts'
import { Keyboard } from './keyboard.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const accounts = inject('accounts')
const sheet = new URL('../sheets/counties/women-two-cancers-one-target.json', import.meta.url)
const UNIT = 'fulian'

/**
 * The main way without a mouse, under the genuine office.js, which takes the Tab key over. After each key something in the
 * pane has the focus: `Keyboard` sees to it.
 */
describe.skipIf(!chromium)('by keyboard alone, from opening to handed in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyboard-'))
  let browser: Browser
  let clerk: Person
  let keys: Keyboard

  beforeAll(async () => {
    const file = join(folder, 'sheet.xlsx')
    const labelled = JSON.parse(readFileSync(sheet, 'utf8')) as Partial<SheetFile>
    writeFileSync(file, sheetWorkbook({ sheet_name: '', cells: [], merges: [], formats: {}, formulas: {}, ...labelled }))
    browser = await openBrowser(chromium ?? '')
    clerk = await Person.arrives(browser, origin, '01', '', { viewport: { width: 900, height: 800 } })
    await clerk.see('invite-code').waitFor()
    await clerk.open(file)
    await clerk.see('invite-code').waitFor()
    keys = new Keyboard(clerk)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  it('comes into the pane at the field for the code, and signs in', async () => {
    await clerk.page.locator('.sheet textarea').first().focus()
    await keys.enterPane()
    expect(await keys.at()).toBe('invite-code')
    await keys.type(accounts.find(({ id }) => id === UNIT)?.code ?? '')
    await keys.press('Enter')
    await keys.arrivesAt('check')
  })

  it('checks: the result is read first, and 报送 is the next stop', async () => {
    await keys.press('Enter')
    await keys.arrivesAt('summary')
    await keys.press('Tab')
    expect(await keys.at()).toBe('submit')
  })

  it('goes through all stops to the end, out of the pane into the sheet, and back', async () => {
    const seen = await keys.through()
    expect(seen).toEqual(expect.arrayContaining(['check', 'marks', 'clear-marks', 'tab-findings']))
    expect(await keys.isInPane()).toBe(false)
    await keys.enterPane()
    expect(await keys.at()).toBe('go-devices')
    await keys.tabTo('submit')
  })

  it('looks at what would be sent; Escape goes back to where it was opened', async () => {
    await keys.press('Enter')
    await clerk.see('preview').waitFor()
    await keys.settles()
    expect(await keys.at()).toBe('H2')
    await keys.press('Escape')
    await keys.arrivesAt('submit')
    await keys.press('Enter')
    await clerk.see('preview').waitFor()
  })

  it('answers what is asked, opens and closes a group, and sends', async () => {
    await keys.settles()
    for (const reason of await clerk.see('reason').all()) {
      await keys.tabTo('reason', reason)
      await keys.type('已核实')
    }
    for (const box of await clerk.see('confirmation').all()) {
      await keys.tabTo('confirmation', box)
      await keys.press('Space')
    }
    await keys.tabTo('SUMMARY')
    await keys.press('Enter')
    await keys.press('Enter')
    await keys.tabTo('skip-to-acts', undefined, 'Shift+Tab')
    await keys.press('Enter')
    expect(await keys.at()).toBe('confirm-submit')
    await keys.press('Enter')
    await clerk.see('answers').waitFor()
    await keys.settles()
    expect(await keys.at()).toBe('H2')
    const { applied = 0, rejected = 0, conflict = 0 } = await clerk.outcomes()
    expect([applied > 0, rejected, conflict]).toEqual([true, 0, 0])
  })

  it('says that the report is complete, after a look at what is left out', async () => {
    await keys.tabTo('skip-to-acts')
    await keys.press('Enter')
    await keys.tabTo('done')
    await keys.press('Enter')
    await keys.arrivesAt('summary')
    await keys.tabTo('go-unit', undefined, 'Shift+Tab')
    await keys.press('Enter')
    await clerk.see('unit-state').waitFor()
    await keys.settles()
    // The demo hands in what misses nothing.
    if ((await clerk.see('act-redraft').count()) > 0) {
      await keys.tabTo('act-redraft')
      await keys.press('Enter')
    }
    await clerk.see('act-complete').waitFor()
    await keys.settles()
    await keys.tabTo('act-complete')
    await keys.press('Enter')
    await clerk.see('completion').or(clerk.pane.locator('[data-testid="unit-state"][data-said="complete"]')).first().waitFor()
    await keys.settles()
    if ((await clerk.see('completion').count()) > 0) {
      await keys.press('Escape')
      await keys.arrivesAt('act-complete')
      await keys.press('Enter')
      await clerk.see('completion').waitFor()
      await keys.tabTo('complete-anyway')
      await keys.press('Enter')
    }
    await clerk.pane.locator('[data-testid="unit-state"][data-said="complete"]').waitFor()
    await keys.settles()
  })

  it('signs out to the field for the code', async () => {
    await keys.tabTo('sign-out', undefined, 'Shift+Tab')
    await keys.press('Enter')
    await keys.arrivesAt('invite-code')
  })

  it('had the focus somewhere after every key', () => {
    expect(keys.pressed).toBeGreaterThan(40)
    expect(keys.lost).toEqual([])
  })
})
