import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { createMemory } from '../../addin/excel/createMemory.ts'
import { openWorkbook } from '../../addin/excel/createWorkbook.ts'
import { openPeriodContext } from '../../addin/flow/session/openPeriodContext.ts'
import { checkSheet, showMarks } from '../../addin/flow/submit/checkSheet.ts'
import { CHROMIUM_FLAGS, findChromium } from '../../worker/cli/findChromium.ts'
import { freePort } from '../../worker/cli/site/freePort.ts'
import { localCertificate } from '../../worker/cli/site/localCertificate.ts'
import { openSite } from '../../worker/cli/site/openSite.ts'
import { bookOf, openExcel } from '../addin/excel/excelInNode.ts'
import { clerk, may } from '../addin/fakeAnswers.ts'
import { fakePorts } from '../addin/fakes.ts'
import { transportSheet } from '../addin/transportSheet.ts'
import { alternate } from './alternate.ts'
import type { BenchRow } from './benchRow.ts'
import { besideFloor } from './besideFloor.ts'
import { ledger } from './ledger.ts'

const ROUNDS = 7
const ROWS = 2_000

/** What the person at the sheet waits for: the pane's opening, and 检查 of a sheet of 2,000 rows. */
export default async function pane(): Promise<readonly BenchRow[]> {
  return [await paneStart(), await check2k()]
}

/**
 * `pane-start`: from the page's address to the first button that can be pressed, in a browser that has nothing of it yet,
 * beside a page of nothing but office.js that waits for Excel, in the same stand-in.
 */
async function paneStart(): Promise<BenchRow> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('pane-start needs a Chromium: install one, or name it in CHROMIUM.')
  const folder = mkdtempSync(join(tmpdir(), 'bench-pane-'))
  const certificate = await localCertificate(`${folder}/certificate`, new Date())
  const place = { port: await freePort(3970), certificate, state: `${folder}/state`, assets: `${folder}/site` }
  const { site } = await openSite({ ...place, now: new Date() })
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
  try {
    writeFileSync(`${folder}/site/empty.html`, emptyPage(readdirSync(`${folder}/site/office-js`)[0] ?? ''))
    const opens = (page: string, shown: string) => () => open(browser, `${site.origin}/preview/index.html?workbook=01&pane=${page}`, shown)
    const words = 'a page of nothing but office.js, until Excel is ready'
    return await alternate(
      'pane-start',
      words,
      ROUNDS,
      opens('/taskpane.html', '[data-testid=sign-in], [data-testid=check]'),
      opens('/empty.html', '#ready'),
    )
  } finally {
    await browser.close()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const emptyPage = (version: string): string => `<!doctype html>
<script src="/office-js/${version}/office.js"></script>
<script>Office.onReady(function () { document.body.innerHTML = '<p id="ready">ready</p>' })</script>`

async function open(browser: Browser, address: string, shown: string): Promise<void> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(address)
  await page.frameLocator('iframe').locator(shown).first().waitFor()
  await context.close()
}

/**
 * `check-2k`: a sheet of 2,000 rows read through the genuine Office.js, read for its figures, checked and marked, in this
 * process, host included, beside one read of its values through the same client. With its round trips to the host.
 */
async function check2k(): Promise<BenchRow> {
  const excel = await openExcel(bookOf(ledger(ROWS).cells.map((row) => [...row])))
  const values = new Map<string, string>()
  const store = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    lasts: () => true,
  }
  const ports = { ...fakePorts(transportSheet).ports, workbook: openWorkbook(), memory: createMemory(store) }
  const context = await openPeriodContext(ports, clerk, [may], may)
  if (!context.ok) throw new Error(context.fault.tag)
  const act = async () => {
    const check = await checkSheet(ports, context.value)
    if (!check.ok) throw new Error(check.fault.tag)
    const marked = await showMarks(ports, check.value, { returned: [], isWanted: () => true })
    if (!marked.ok) throw new Error(marked.fault.tag)
  }
  const least = () =>
    Excel.run(async (client) => {
      client.workbook.worksheets.getActiveWorksheet().getUsedRange().load('values')
      await client.sync()
    })
  await act()
  excel.batches.length = 0
  await act()
  // What Office.js frees after a job is no round trip that anybody waits for.
  const trips = excel.batches.filter(({ request }) => !request.Actions.some(({ Name }) => Name === '_RemoveReference'))
  const row = await besideFloor({ name: 'check-2k', act, floor: 'one read of the values of the sheet through Office.js', least })
  return { ...row, round_trips: trips.length }
}
