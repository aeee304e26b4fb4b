import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { runOfScenarios } from './runOfScenarios.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** What a person is told when something is not kept, does not come, or is not allowed, and how it goes on from there. */
describe.skipIf(!chromium)('what is not kept, and what does not come', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  it('a reader that cannot be fetched: 重试 goes on with the check', async () => {
    const clerk = await Person.arrives(browser, origin, '02', 'wenlv', {
      prepare: (context) => context.route('**/code/readSheet-*', (route) => route.abort()),
    })
    await clerk.press('check')
    await clerk.see('fault').waitFor()
    expect(await clerk.see('fault').getAttribute('data-fault')).toBe('readerMissing')
    await clerk.context.unroute('**/code/readSheet-*')
    await clerk.press('retry-part')
    await clerk.see('summary').waitFor()
    expect(await clerk.see('fault').count()).toBe(0)
    await clerk.leaves()
  })

  it('nothing is kept on this computer and the connection is lost: what waits is said to be in the pane alone, and goes by 补送', async () => {
    const clerk = await Person.arrives(browser, origin, '02', 'wenlv', {
      host: 'localstorage-denied,indexeddb-denied',
      prepare: (context) => context.route('**/sync', (route) => route.fulfill({ status: 502, body: 'proxy' })),
    })
    await clerk.see('check').waitFor()
    await clerk.type('L6', '没有网络时组织演出')
    await clerk.check()
    await clerk.press('submit')
    await clerk.press('confirm-submit')
    await clerk.see('fault').waitFor()
    await expect.poll(() => clerk.text('fault')).toContain('只在本窗格里')
    await clerk.context.unroute('**/sync')
    await clerk.press('resend')
    await clerk.see('answers').waitFor()
    expect((await clerk.outcomes()).applied).toBeGreaterThan(0)
    await clerk.leaves()
  })

  it('a sheet that is protected: the result is there, and that it could not be marked is said', async () => {
    const clerk = await Person.arrives(browser, origin, '01', 'jiaotong', { host: 'protected-sheet' })
    await clerk.check()
    // where marking would end the person's undo stack, it waits to be asked for
    if (runOfScenarios() === 'strict') await clerk.press('marks')
    await expect.poll(() => clerk.text('fault')).toContain('受保护，表格里的标记没有更新，检查结果不受影响')
    await clerk.leaves()
  })

  it('a sheet that is renamed after the check is still the one whose cells are shown', async () => {
    const clerk = await Person.arrives(browser, origin, '01', 'jiaotong', { host: 'renamed' })
    await clerk.check()
    await clerk.see('finding').first().click()
    await clerk.pane.locator('.pane[aria-busy="false"]').waitFor()
    expect(await clerk.see('fault').count()).toBe(0)
    await clerk.leaves()
  })
})
