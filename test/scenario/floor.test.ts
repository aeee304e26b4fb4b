import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { youngBuiltins } from '../ci/floor/compatibility.ts'
import { deleteYoung } from './deleteYoung.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** The main way once more, in an engine that has no function younger than the floor. */
describe.skipIf(!chromium)('at the floor of engines', () => {
  let browser: Browser
  const faults: string[] = []

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  const arrives = async (workbook: string, as: string) => {
    const person = await Person.arrives(browser, origin, workbook, as, { prepare: deleteYoung })
    person.page.on('pageerror', ({ message, stack }) => faults.push(message + stack))
    return person
  }

  it('reads a sheet, marks it and sends it', async () => {
    const clerk = await arrives('02', 'wenlv')
    expect(await clerk.text('unit')).toContain('市文化广电')
    const frame = clerk.page.frames().find((each) => each.url().includes('/taskpane.html'))
    const young = () => ['randomUUID' in crypto, 'structuredClone' in window, 'union' in Set.prototype]
    expect(await frame?.evaluate(young)).toEqual([false, false, false])
    // whatever another scenario sent of this sheet before, this is new
    await clerk.type('L6', '继续组织下半年演出')
    await clerk.check()
    await clerk.press('tab-reading')
    await clerk.see('column').first().waitFor()
    await clerk.see('tab-reading').press('ArrowLeft')
    await clerk.see('finding').first().waitFor()
    await clerk.submit()
    const { applied = 0, rejected = 0, conflict = 0 } = await clerk.outcomes()
    expect(applied).toBeGreaterThan(0)
    expect(rejected + conflict).toBe(0)
    await clerk.leaves()
  })

  it('gives the coordinator the city’s figures in a sheet, and the screens of the administration', async () => {
    const coordinator = await arrives('04', 'coordinator')
    await coordinator.press('pull')
    await coordinator.see('as-of').waitFor()
    await expect.poll(() => coordinator.tab('汇总 2021-05').count()).toBe(1)
    await coordinator.leaves()
    const administrator = await arrives('01', 'administrator')
    for (const screen of ['accounts', 'periods', 'registers', 'audit']) {
      await administrator.press(`go-${screen}`)
      await administrator.pane.locator('.pane[aria-busy="false"]').waitFor()
    }
    await administrator.leaves()
  })

  it('ends without an error that nobody caught', () => {
    expect(youngBuiltins().length).toBeGreaterThan(50)
    expect(faults).toEqual([])
  })

  it('says in plain HTML what to do instead below the floor, and starts nothing', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    await context.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets'))
    const page = await context.newPage()
    await page.goto(`${origin}/taskpane.html`)
    await page.getByRole('heading', { name: '这个版本的 Excel 太旧' }).waitFor()
    expect(await page.locator('#pane').count()).toBe(0)
    expect(await page.locator('#unsupported').getByText('Excel 网页版').isVisible()).toBe(true)
    expect(await page.locator('#unopened').isVisible()).toBe(false)
    await context.close()
  })
})
