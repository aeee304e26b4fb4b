import type { Frame, Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './person.ts'

/** As many stops are passed in search of one before it is said to be out of reach. */
const FARTHEST = 150

/** Somebody who has no mouse. After each key it is noted where nothing in the pane had the focus. */
export class Keyboard {
  readonly #person: Person
  /** How many keys were pressed in the pane. */
  pressed = 0
  /** After which keys the focus was on the body, with the element that had it before. */
  readonly lost: string[] = []

  constructor(person: Person) {
    this.#person = person
  }

  async #frame(): Promise<Frame> {
    const frame = this.#person.page.frames().find((each) => each.url().includes('/taskpane.html'))
    if (!frame) throw new Error('no pane')
    return frame
  }

  /** What has the focus: the name for tests, else the kind of element; "BODY" where nothing has it. */
  async at(): Promise<string> {
    return (await this.#frame()).evaluate(() => {
      const { activeElement } = document
      return activeElement instanceof HTMLElement ? (activeElement.dataset.testid ?? activeElement.tagName) : 'BODY'
    })
  }

  async isInPane(): Promise<boolean> {
    return (await this.#frame()).evaluate(() => document.hasFocus())
  }

  /** F6, as in Excel; again where it fell into a pane that was just being opened anew. */
  async enterPane(): Promise<void> {
    await expect
      .poll(
        async () => {
          if (!(await this.isInPane())) await this.#person.page.keyboard.press('F6')
          return (await this.isInPane()) ? await this.at() : 'BODY'
        },
        { interval: 500 },
      )
      .not.toBe('BODY')
  }

  async press(key: string): Promise<void> {
    const before = await this.at()
    await this.#person.page.keyboard.press(key)
    // Parts of the pane are drawn in turns of their own, a moment after the key.
    await (await this.#frame()).evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    this.pressed += 1
    if ((await this.at()) === 'BODY' && (await this.isInPane())) this.lost.push(`${key} at ${before}`)
  }

  async type(text: string): Promise<void> {
    await this.#person.page.keyboard.type(text)
  }

  /** Until the pane is idle and what it shows has the focus. */
  async settles(): Promise<void> {
    await this.#person.pane.locator('.pane[aria-busy="false"]').waitFor()
    await expect.poll(() => this.at()).not.toMatch(/^(BODY|DIV|MAIN)$/)
  }

  async arrivesAt(name: string): Promise<void> {
    await this.settles()
    await expect.poll(() => this.at()).toBe(name)
  }

  /** Presses Tab until this has the focus. */
  async tabTo(name: string, one?: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const isThere = async (): Promise<boolean> =>
      (await this.at()) === name && (one === undefined || (await one.evaluate((node) => node === document.activeElement)))
    const passed: string[] = []
    while (!(await isThere())) {
      if (passed.push(await this.at()) > FARTHEST || !(await this.isInPane()))
        throw new Error(`${name} is not reached: ${passed.join(', ')}`)
      await this.press(key)
    }
  }

  /** Presses Tab until the focus leaves the pane; answers what had it on the way. */
  async through(): Promise<readonly string[]> {
    const seen: string[] = []
    while (await this.isInPane()) {
      if (seen.push(await this.at()) > FARTHEST) throw new Error(`no end: ${seen.join(', ')}`)
      await this.press('Tab')
    }
    return seen
  }
}
