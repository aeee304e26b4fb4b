import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** What a button of the ribbon opens: its own address, as the manifest names it. */
describe.skipIf(!chromium)('the buttons of the ribbon', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  const presses = (open: string, workbook: string, as: string) =>
    Person.arrives(browser, origin, `${workbook}&pane=${encodeURIComponent(`/taskpane.html?open=${open}`)}`, as)

  it('检查 opens the pane with the sheet checked', async () => {
    const clerk = await presses('check', '01', 'jiaotong')
    await clerk.see('summary').waitFor()
    expect((await clerk.findings()).length).toBeGreaterThan(0)
    await clerk.leaves()
  })

  it('报送 opens it with what would be sent', async () => {
    const clerk = await presses('send', '02', 'wenlv')
    await clerk.pane.locator('.pane[aria-busy="false"]').waitFor()
    await clerk.see('preview').waitFor()
    await clerk.leaves()
  })

  it('汇总 opens it at the city’s figures', async () => {
    const coordinator = await presses('consolidate', '04', 'coordinator')
    await coordinator.see('pull').waitFor()
    await coordinator.leaves()
  })

  it('the pane opens with the workbook once the person wants it', async () => {
    const clerk = await Person.arrives(browser, origin, '01', 'jiaotong')
    const wish = clerk.see('opens-pane')
    const frame = () => clerk.page.frames().find((each) => each.url().includes('/taskpane.html'))
    const kept = () => frame()?.evaluate(() => Office.context.document.settings.get('Office.AutoShowTaskpaneWithDocument'))
    await wish.waitFor()
    expect(await kept()).toBeFalsy()
    await wish.click()
    await expect.poll(kept).toBe(true)
    await wish.click()
    await expect.poll(kept).toBeFalsy()
    await clerk.leaves()
  })
})
