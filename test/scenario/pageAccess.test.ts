import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openFromDisk, put, withDisk } from './pageDisk.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const sample = chromium
  ? new Uint8Array(readFileSync(`${inject('pages')}/preview/samples/01-transport-two-row-heading.xlsx`))
  : new Uint8Array()

/** What axe finds in the page itself, the pane in its frame aside, which is looked at by itself. */
async function violations(page: Frame): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself into the page
    const { violations } = await (window as any).axe.run(
      { exclude: [['fluent-button[disabled]'], ['[data-part="sheet"] .grid']] },
      { resultTypes: ['violations'], iframes: false },
    )
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    )
  })
}

const isWider = (person: Person): Promise<boolean> =>
  person.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe.skipIf(!chromium)('the page for files, for everybody', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(() => browser?.close())

  it.each([
    ['wide', 1280],
    ['320 pixels wide', 320],
  ])('%s: nothing that axe finds, nothing wider than the page, sheet and pane both shown', async (_, width) => {
    const person = await Person.atPage(browser, origin, { viewport: { width, height: 800 }, prepare: withDisk })
    await person.page.emulateMedia({ reducedMotion: 'reduce' })
    await person.see('visit').waitFor()
    expect(await violations(person.page.mainFrame())).toEqual([])
    expect(await isWider(person)).toBe(false)
    await person.press('visit')
    await put(person, '5月.xlsx', sample)
    await openFromDisk(person)
    await person.see('visitor').waitFor()
    await person.see('period').selectOption('2021-05')
    await person.check()
    await put(person, '5月.xlsx', new Uint8Array([...sample, 0]))
    await person.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect.poll(() => person.notice()).toBe('changedElsewhere')
    expect(await violations(person.page.mainFrame())).toEqual([])
    const pane = person.page.frames().find((each) => each.url().includes('/filesPane.html'))
    expect(pane && (await violations(pane))).toEqual([])
    expect(await isWider(person)).toBe(false)
    const heights = await person.page
      .locator('[data-part="sheet"] .grid, iframe')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height))
    for (const height of heights) expect(height).toBeGreaterThan(150)
    await person.leaves()
  })
})
