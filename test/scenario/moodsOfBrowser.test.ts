import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { runOfScenarios } from './runOfScenarios.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** The pane's first script, under whatever name it was built. */
const PANE_CODE = '**/code/taskpane-*.js'

/** The browser around the pane refuses, loses or never answers: the pane opens all the same and says what it cannot keep. */
describe.skipIf(!chromium || runOfScenarios() === 'strict')('a browser that keeps nothing', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  const arrives = (host: string) => Person.arrives(browser, origin, '02', 'wenlv', { host })

  it.each<[host: string, says: string]>([
    ['localstorage-denied', '本机记不住登录'],
    ['localstorage-full', '本机记不住登录'],
    ['indexeddb-denied', '改存在浏览器里'],
    ['indexeddb-no-answer', '改存在浏览器里'],
    ['localstorage-denied,indexeddb-denied', '本机不能保存没送达的报送'],
    ['localstorage-full,indexeddb-full', '本机记不住登录'],
  ])('%s: the pane opens, says that %s, and reads and plans as ever', async (host, says) => {
    const clerk = await arrives(host)
    await clerk.see('check').waitFor()
    await expect.poll(() => clerk.text('device')).toContain(says)
    await clerk.check()
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    await clerk.leaves()
  })

  it('indexeddb-full: what is sent arrives, and nothing is said to be kept that is not', async () => {
    const clerk = await arrives('indexeddb-full')
    await clerk.see('check').waitFor()
    // whatever another scenario sent of this sheet before, this is new
    await clerk.type('L6', '磁盘已满时组织演出')
    await clerk.check()
    await clerk.submit()
    const { applied = 0, rejected = 0, conflict = 0 } = await clerk.outcomes()
    expect(applied).toBeGreaterThan(0)
    expect(rejected + conflict).toBe(0)
    await clerk.leaves()
  })

  it('what was read in a message about it is not said again, and comes back where more is lost', async () => {
    const clerk = await arrives('localstorage-denied')
    await clerk.see('device').waitFor()
    await clerk.press('device-read')
    await expect.poll(() => clerk.see('device').count()).toBe(0)
    await clerk.check()
    expect(await clerk.see('device').count()).toBe(0)
    await clerk.leaves()
  })
})

describe.skipIf(!chromium || runOfScenarios() === 'strict')('an Excel that does not open the pane', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  it('office-missing: one sentence, and something to do', async () => {
    const clerk = await Person.arrives(browser, origin, '02', 'wenlv', { host: 'office-missing' })
    await clerk.see('start-fault').waitFor()
    expect(await clerk.see('start-fault').getAttribute('data-fault')).toBe('officeMissing')
    expect(await clerk.text('start-fault')).toContain('窗格要用的 Office 组件没有加载出来。')
    await clerk.leaves()
  })

  it('office.js that comes at the second time: the pane opens by its own button', async () => {
    const clerk = await Person.arrives(browser, origin, '02', 'wenlv', {
      prepare: (context) => context.route('**/office.js', (route) => route.abort()),
    })
    await clerk.see('start-fault').waitFor()
    await clerk.context.unroute('**/office.js')
    await clerk.pane.getByRole('button', { name: '重新打开' }).click()
    await clerk.see('check').waitFor()
    await clerk.leaves()
  })

  it.each<[what: string, instead: Parameters<Route['fulfill']>[0] | 'blocked']>([
    ['is blocked', 'blocked'],
    ['is not there', { status: 404, body: 'not found' }],
    ['cannot be read by this engine', { contentType: 'text/javascript', body: 'let 1' }],
    ['ends with an error at once', { contentType: 'text/javascript', body: 'nobody.hasThis()' }],
  ])('the pane’s own code %s: said in plain HTML, and it opens at the second time', async (_, instead) => {
    const clerk = await Person.arrives(browser, origin, '02', 'wenlv', {
      prepare: (context) => context.route(PANE_CODE, (route) => (instead === 'blocked' ? route.abort() : route.fulfill(instead))),
    })
    await clerk.pane.getByRole('heading', { name: '窗格没有打开' }).waitFor()
    expect(await clerk.pane.getByText('正在打开…').isVisible()).toBe(false)
    expect(await clerk.pane.locator('#unopened').textContent()).toMatch(/督查室代为报送[\s\S]*The pane did not open/)
    await clerk.context.unroute(PANE_CODE)
    await clerk.pane.getByRole('button', { name: '重试' }).click()
    await clerk.see('check').waitFor()
    expect(await clerk.pane.locator('#unopened').count()).toBe(0)
    await clerk.leaves()
  })

  it('the pane’s own code hangs: said after a while, and the pane opens all the same when it comes', async () => {
    let come = (): void => undefined
    const held = new Promise<void>((resolve) => {
      come = resolve
    })
    const clerk = await Person.arrives(browser, origin, '02', 'wenlv', {
      prepare: async (context) => {
        // half a minute of patience (addin/floor/startWatch.ts) is a short one here, every other timer is what it is
        await context.addInitScript(() => {
          const real = window.setTimeout.bind(window)
          Object.assign(window, {
            setTimeout: (act: () => void, after?: number, ...more: unknown[]) => real(act, after === 30_000 ? 500 : after, ...more),
          })
        })
        await context.route(PANE_CODE, async (route) => {
          await held
          await route.continue()
        })
      },
    })
    await clerk.page.locator('iframe').waitFor()
    await expect.poll(() => clerk.pane.getByText('正在打开…').isVisible()).toBe(true)
    await clerk.pane.getByRole('heading', { name: '窗格没有打开' }).waitFor()
    come()
    await clerk.see('check').waitFor()
    await clerk.leaves()
  })

  it('no-answer: said after a while instead of 正在打开 for ever', async () => {
    const clerk = await Person.arrives(browser, origin, '02', 'wenlv', { host: 'no-answer', prepare: (context) => context.clock.install() })
    await clerk.page.locator('iframe').waitFor()
    await expect.poll(() => clerk.pane.getByText('正在打开…').count()).toBe(1)
    await expect
      .poll(async () => {
        await clerk.page.clock.runFor(5_000)
        return clerk.see('start-fault').count()
      })
      .toBe(1)
    expect(await clerk.see('start-fault').getAttribute('data-fault')).toBe('hostTimeout')
    await clerk.leaves()
  })
})
