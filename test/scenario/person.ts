import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Download, type FrameLocator, type Locator, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS } from '../../worker/cli/findChromium.ts'
import { runOfScenarios } from './runOfScenarios.ts'

/** Opens a headless Chromium of the given path. Its files have Chinese names, which a machine without a language of its own cannot write. */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS], env: { ...process.env, LC_ALL: 'C.UTF-8' } })

/** What a person sits at. */
interface Desk {
  readonly viewport?: { readonly width: number; readonly height: number }
  /** How difficult Excel is: "strict", or moods by name (docs/preview.md). */
  readonly host?: string
  /** Done to the browser before its first page opens. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>
}

/** The part of the preview's address that says how difficult Excel is: what the scenario asks for, and the run. */
function hostChoice(asked: string): string {
  const moods = [...(runOfScenarios() === 'strict' ? ['strict'] : []), ...(asked ? [asked] : [])]
  return moods.length > 0 ? `&host=${moods.join(',')}` : ''
}

/** Somebody at the preview: the workbook on the left, the pane in its frame on the right, and what a person can do there. */
export class Person {
  readonly page: Page
  readonly pane: FrameLocator
  readonly context: BrowserContext

  private constructor(context: BrowserContext, page: Page) {
    this.context = context
    this.page = page
    this.pane = page.frameLocator('iframe')
  }

  /** Opens the preview in a browser of one's own, with a sample workbook, as an account of the demo ("jiaotong"). */
  static async arrives(
    browser: Browser,
    origin: string,
    workbook: string,
    as: string,
    { viewport = { width: 1440, height: 900 }, host = '', prepare }: Desk = {},
  ): Promise<Person> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport, locale: 'zh-CN' })
    // It comes with the tables of browser compatibility, which take a while to read.
    if (runOfScenarios() === 'floor') await (await import('./deleteYoung.ts')).deleteYoung(context)
    await prepare?.(context)
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const person = new Person(context, page)
    await page.goto(`${origin}/preview/index.html?workbook=${workbook}&as=${as}${hostChoice(host)}`)
    return person
  }

  /** Opens the page for files in a browser of one's own; `invite` is the code of an account. */
  static async atPage(
    browser: Browser,
    origin: string,
    { viewport = { width: 1440, height: 900 }, prepare, invite }: Omit<Desk, 'host'> & { readonly invite?: string } = {},
  ): Promise<Person> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport, locale: 'zh-CN' })
    if (runOfScenarios() === 'floor') await (await import('./deleteYoung.ts')).deleteYoung(context)
    await prepare?.(context)
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${origin}/files.html${invite === undefined ? '' : `#invite=${encodeURIComponent(invite)}`}`)
    return new Person(context, page)
  }

  /** A thing in the pane, by what it is for. */
  see(testid: string): Locator {
    return this.pane.getByTestId(testid)
  }

  async press(testid: string): Promise<void> {
    await this.see(testid).click()
  }

  async text(testid: string): Promise<string> {
    return ((await this.see(testid).textContent()) ?? '').trim()
  }

  /** What keeps the person from going on: its code and its sentence; empty where nothing does. */
  fault(): Promise<readonly string[]> {
    return this.see('fault').evaluateAll((nodes) =>
      nodes.flatMap((node) => [node.dataset.fault ?? '', node.querySelector('p')?.textContent ?? '']),
    )
  }

  /** The cells that a conditional format colours. */
  painted(): Promise<readonly string[]> {
    return this.page.locator('[data-painted]').evaluateAll((nodes) => nodes.map((node) => node.dataset.a ?? '').sort())
  }

  /** 检查, until the result is shown. */
  async check(): Promise<void> {
    await this.press('check')
    await this.pane.locator('.pane[aria-busy="false"]').waitFor()
    await this.see('summary').waitFor()
  }

  /** Findings as [cell, code], in the order shown. */
  async findings(): Promise<readonly (readonly [cell: string, code: string])[]> {
    // The list's own code is fetched when it is first shown.
    await this.pane.locator('[role="tabpanel"] fluent-spinner').waitFor({ state: 'detached' })
    return this.see('finding').evaluateAll((nodes) => nodes.map((node) => [node.dataset.cell ?? '', node.dataset.code ?? ''] as const))
  }

  /** 报送 and 确认报送, until the answer is shown. */
  async submit(): Promise<void> {
    await this.press('submit')
    await this.press('confirm-submit')
    await this.see('answers').waitFor()
  }

  /** How many rows of the answer have each status. */
  async outcomes(): Promise<Readonly<Record<string, number>>> {
    const statuses = await this.see('outcome').evaluateAll((nodes) => nodes.map((node) => node.dataset.status ?? ''))
    return Object.fromEntries([...new Set(statuses)].map((status) => [status, statuses.filter((each) => each === status).length]))
  }

  /** Goes to a cell by the name box, as one does in Excel. */
  async goTo(address: string): Promise<void> {
    const box = this.page.getByLabel('名称框')
    await box.fill(address)
    await box.press('Enter')
    await this.page.locator(`[data-a="${address}"]`).first().waitFor()
  }

  /** What a cell shows. */
  async cell(address: string): Promise<string> {
    await this.goTo(address)
    return ((await this.page.locator(`[data-a="${address}"]`).first().textContent()) ?? '').trim()
  }

  /** What every cell of the shown sheet says, by address: to find a cell, not to say that it is shown. */
  texts(): Promise<Readonly<Record<string, string>>> {
    return this.page.evaluate(() => {
      const { active } = Reflect.get(window, 'previewBook')
      const cells: [string, string][] = []
      for (let row = 1; row <= active.rowCount; row++)
        for (let column = 1; column <= 26; column++) cells.push([`${String.fromCharCode(64 + column)}${row}`, active.text(row, column)])
      return Object.fromEntries(cells.filter(([, text]) => text !== ''))
    })
  }

  /** The first cell of the shown sheet that says just this, as [column, row], from a row on. */
  async find(text: string, from = 1): Promise<readonly [column: string, row: number]> {
    for (let tries = 0; tries < 50; tries++) {
      for (const [cell, said] of Object.entries(await this.texts())) {
        const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
        if (said === text && Number(row) >= from) return [column, Number(row)]
      }
      await this.page.waitForTimeout(100)
    }
    throw new Error(`no cell says ${text}`)
  }

  /** Types into a cell, as one does in Excel. */
  async type(address: string, text: string): Promise<void> {
    await this.goTo(address)
    const bar = this.page.getByLabel('编辑栏')
    await bar.fill(text)
    await bar.press('Enter')
  }

  /** Types into a cell and leaves it at that: the edit is not ended. */
  async beginTyping(address: string, text: string): Promise<void> {
    await this.goTo(address)
    await this.page.keyboard.insertText(text)
  }

  /** Shows a sheet by its tab: what was just written is not always shown by itself (docs/preview.md, `lost-view`). */
  async showSheet(name: string | RegExp): Promise<void> {
    await this.tab(name).click()
  }

  /** The tab of a sheet of just this name: one that is still being written has another. */
  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }

  /** 打开: another file in place of the sample. */
  async open(file: string): Promise<void> {
    const before = this.page.frames().find((each) => each.url().includes('/taskpane.html'))
    await this.page.getByLabel('打开 .xlsx 文件').setInputFiles(file)
    // With another workbook comes another pane: what is looked at next is not the one that goes. A file that cannot be opened leaves it.
    for (let tries = 0; tries < 50 && before?.isDetached() === false; tries++) await this.page.waitForTimeout(100)
  }

  /** Presses 打开文件 and chooses a file, whatever becomes of it. */
  async chooseFile(file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    // where the browser has a picker of its own, a test has none to press
    await this.page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByTestId('open-file').click()
    await (await chooser).setFiles(file)
  }

  /** What the page for files says above the sheet, by what it is about; null where it says nothing. */
  notice(): Promise<string | null> {
    return this.page.evaluate(() => document.querySelector('[data-testid="notice"]')?.getAttribute('data-notice') ?? null)
  }

  /** 打开文件 on the page for files: chooses one, as a browser does that gives no way back to it. */
  async openFile(file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    await this.chooseFile(file)
    await this.page.locator('[data-part="sheet"] .grid').waitFor()
    await this.see('sign-in').or(this.see('sign-out')).waitFor()
  }

  /** Presses what gives a file by a link of its own: its name, its bytes, and the link. */
  async download(testid: string): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly url: string }> {
    const began = new Promise<Download>((resolve) => {
      this.page.once('download', resolve)
      this.context.once('page', (page) => page.once('download', resolve))
    })
    await this.press(testid)
    const download = await began
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()), url: download.url() }
  }

  async leaves(): Promise<void> {
    await this.context.close()
  }
}
