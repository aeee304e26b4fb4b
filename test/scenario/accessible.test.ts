import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** The narrowest pane of Excel: the page around it is told so, since it gives the pane more. */
const NARROW = 'aside.pane, iframe { width: 320px !important; min-width: 320px !important; flex: none !important }'

/**
 * The looks of Office. What axe finds beside colours is in the structure, which is the same in all: it is looked at in the
 * first. Forced colours are the person's own, and axe reckons with the page's: there nothing of it may be wider.
 */
const LOOKS = [
  { name: 'light, and in forced colours', isDark: false },
  { name: 'dark', isDark: true },
] as const

/** An Office of a dark theme: the played one has none of its own. */
const darkOffice = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Object.defineProperty(Object.prototype, 'officeTheme', {
      value: { bodyBackgroundColor: '#1F1F1F' },
      writable: true,
      configurable: true,
    })
  })

/** Whose pane, over which workbook, and what is pressed on the way: each is a screen, or a part of one that opens. */
const WAYS: readonly (readonly [who: string, workbook: string, presses: readonly string[]])[] = [
  ['', '01', []],
  ['gongan', '01', ['check', 'tab-reading', 'submit', 'back', 'go-unit', 'go-devices']],
  ['coordinator', '04', ['look-up', 'document-formal', 'go-units', 'go-periods', 'open-period', 'go-layouts']],
  ['administrator', '01', ['go-registers', 'read-settings', 'go-accounts', 'new-account', 'go-audit', 'go-backup']],
]

/** What axe finds on the screen that is shown: rules and elements. */
async function violations(person: Person, coloursAlone: boolean): Promise<readonly string[]> {
  const frame = person.page.frames().find((each) => each.url().includes('/taskpane.html'))
  if (!frame) throw new Error('no pane')
  // A button that has just been switched on is still on its way to its colour.
  await frame.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe)
  return frame.evaluate(async (coloursAlone) => {
    // What is switched off may be pale; of Fluent's elements axe does not see that they are.
    const around = { exclude: [['fluent-button[disabled]']] }
    const only = coloursAlone ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself into the page
    const { violations } = await (window as any).axe.run(around, { resultTypes: ['violations'], ...only })
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    )
  }, coloursAlone)
}

/** Whether something in the pane is wider than it is. */
const isWider = (person: Person): Promise<boolean> => person.pane.locator('html').evaluate((page) => page.scrollWidth > page.clientWidth)

describe.skipIf(!chromium).each(LOOKS)('every main screen, $name, at 320 pixels', ({ isDark }) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  it.each(WAYS)('as “%s” has no violation that axe finds, and nothing wider than the pane', async (who, workbook, presses) => {
    const person = await Person.arrives(browser, origin, workbook, who, isDark ? { prepare: darkOffice } : {})
    // Of a colour on its way axe would find what nobody sees for longer than a moment.
    await person.page.emulateMedia({ reducedMotion: 'reduce' })
    await person.page.addStyleTag({ content: NARROW })
    await person.see(who === '' ? 'invite-code' : 'sign-out').waitFor()
    expect(await person.pane.locator('html').evaluate((page) => page.style.colorScheme)).toBe(isDark ? 'dark' : 'light')
    const looked: string[] = []
    for (const name of ['', ...presses]) {
      if (name !== '') await person.see(name).first().click()
      await person.pane.locator('.pane[aria-busy="false"]').waitFor()
      // What is there at the first look alone, an answer arriving in between, is nothing that stays.
      await expect.poll(() => violations(person, isDark), { message: name, timeout: 15_000 }).toEqual([])
      expect([name, await isWider(person)]).toEqual([name, false])
      looked.push(name)
      if (isDark) continue
      await person.page.emulateMedia({ forcedColors: 'active' })
      expect([name, 'in forced colours', await isWider(person)]).toEqual([name, 'in forced colours', false])
      await person.page.emulateMedia({ forcedColors: 'none' })
    }
    expect(looked).toHaveLength(presses.length + 1)
    await person.leaves()
  })
})
