import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** The main way once more, in an Excel that has every mood which that way must bear, and what goes otherwise there. */
describe.skipIf(!chromium)('in an Excel at its most difficult', () => {
  let browser: Browser
  let clerk: Person
  let coordinator: Person

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    clerk = await Person.arrives(browser, origin, '02', 'wenlv', { host: 'strict' })
  })
  afterAll(() => browser?.close())

  const cellBeingEdited = () => clerk.page.locator('textarea.editor.open')

  it('waits for the cell that is still being edited, and reads what was entered', async () => {
    await clerk.see('check').waitFor()
    // whatever another scenario sent of this sheet before, this is new
    await clerk.beginTyping('L6', '严格环境下组织演出')
    await clerk.press('check')
    await expect.poll(() => cellBeingEdited().count()).toBe(1)
    await cellBeingEdited().press('Enter')
    await clerk.see('summary').waitFor()
    expect(await clerk.cell('L6')).toBe('严格环境下组织演出')
  })

  it('says how to go on where the edit is not ended, and goes on when it is', async () => {
    await clerk.beginTyping('L6', '严格环境下继续组织演出')
    await clerk.press('check')
    await expect.poll(() => clerk.pane.getByText('请按回车结束编辑').count()).toBe(1)
    await cellBeingEdited().press('Enter')
    await clerk.check()
  })

  it('marks the sheet when asked to, beside a rule that cannot be read, and takes the marks off', async () => {
    // marking by itself would end the undo stack of this Excel
    expect(await clerk.painted()).toEqual([])
    await clerk.press('marks')
    await expect.poll(() => clerk.painted()).not.toEqual([])
    await clerk.press('marks')
    await expect.poll(() => clerk.painted()).toEqual([])
  })

  it('sends what the sheet says', async () => {
    await clerk.submit()
    const { applied = 0, rejected = 0, conflict = 0 } = await clerk.outcomes()
    expect(applied).toBeGreaterThan(0)
    expect(rejected + conflict).toBe(0)
    await clerk.leaves()
  })

  it('gives the city’s figures in a sheet that it cannot show, and says its name', async () => {
    coordinator = await Person.arrives(browser, origin, '04', 'coordinator', { host: 'strict' })
    await coordinator.press('pull')
    await coordinator.see('as-of').waitFor()
    await coordinator.showSheet('汇总 2021-05')
    expect(await coordinator.cell('A1')).toContain('2021年5月')
  })

  it('ends without anything asked of Excel that it does not know', async () => {
    expect(await coordinator.page.evaluate(() => Reflect.get(window, '__unsupported'))).toEqual([])
    await coordinator.leaves()
  })
})
