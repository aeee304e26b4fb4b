import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'
import ExcelJS, { type Workbook as Book } from 'exceljs'
import { Book as PreviewBook } from '../../../addin/book/book.ts'
import { openBook } from '../../../addin/book/file/openBook.ts'
import { forgetSheets } from '../../../addin/excel/host/sheetIds.ts'
import { chooseMoods, playExcel } from '../../../addin/preview/moods/chooseMoods.ts'
import { Executor } from '../../../addin/preview/richapi/executor.ts'
import type { BatchAnswer, BatchRequest } from '../../../addin/preview/richapi/wire.ts'

const require = createRequire(import.meta.url)
const CLIENT = require.resolve('@microsoft/office-js/dist/excel-web-16.00.js')
const script = new vm.Script(readFileSync(CLIENT, 'utf8'), { filename: 'excel-web-16.00.js' })

/** The genuine Office.js over a workbook in memory. */
export interface ExcelInNode {
  readonly book: PreviewBook
  readonly executor: Executor
  /** Every batch as it came, with the bytes of its request and answer. */
  readonly batches: { readonly request: BatchRequest; readonly sent: number; readonly answered: number }[]
  /** Answers instead of the executor while it is set; undefined passes the batch on. */
  intercept: ((request: BatchRequest) => BatchAnswer | 'hang' | undefined | Promise<BatchAnswer | undefined>) | undefined
}

interface Difficulty {
  readonly host?: string
  /** The ExcelApi, by which the undo stack goes; the client library itself has all of them here. */
  readonly api?: string
  /** The person begins to edit the selected cell. */
  readonly edit?: () => void
}

interface Bridge {
  onMessageFromHost: ((message: string) => void) | null
  sendMessageToHost(message: string): void
}

/**
 * Opens a workbook in a fresh client and makes its `Excel` the global one. `host` is as in the preview's address: "strict",
 * or moods by name. What a mood does to the page or by the person's hand is not played here; `edit` stands for the latter.
 */
export async function openExcel(
  workbook: Book,
  { host = '', api = '1.20', edit = () => undefined }: Difficulty = {},
): Promise<ExcelInNode> {
  const { content } = openBook(new Uint8Array(await workbook.xlsx.writeBuffer()))
  const book = new PreviewBook(content, 'test.xlsx')
  const executor = new Executor(book, 2021, playExcel(chooseMoods(host).names, api, { book, edit }).moods)
  const excel: ExcelInNode = { book, executor, batches: [], intercept: undefined }
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost: (message) => void answer(message),
  }
  const answer = async (message: string): Promise<void> => {
    const { id, message: batch } = JSON.parse(message)
    const request = (typeof batch.body === 'string' ? JSON.parse(batch.body) : batch.body) as BatchRequest
    const body = (await excel.intercept?.(request)) ?? (await executor.execute(request))
    if (body === 'hang') return
    excel.batches.push({ request, sent: message.length, answered: JSON.stringify(body).length })
    bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } }))
  }
  executor.onEvent = (event) => {
    const entries = [[65_536, event.type, event.target, event.message, 1]]
    setTimeout(() => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: '', message: { entries } })), 0)
  }
  const context = vm.createContext(windowFor(bridge))
  script.runInContext(context)
  forgetSheets()
  Object.assign(globalThis, { Excel: context.Excel, OfficeExtension: context.OfficeExtension })
  return excel
}

/** All that a sheet holds, as text, to compare what it was with what it is. */
export const contentOf = ({ content: { kept: _, ...content } }: PreviewBook['active']): string =>
  JSON.stringify(content, (_name, value: unknown) => (value instanceof Map ? [...value] : value))

/** A workbook of one sheet with these rows from A1 on. */
export function bookOf(rows: readonly (readonly ExcelJS.CellValue[])[], sheetName = '进展'): Book {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet(sheetName).addRows(rows.map((row) => [...row]))
  return workbook
}

/** As much of a browser's window as the client touches while it loads. */
function windowFor(bridge: Bridge): Record<string, unknown> {
  const nothing = () => undefined
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    Promise,
    URL,
    Event: class {},
    navigator: { userAgent: 'node' },
    location: {
      href: 'https://excel.test/',
      origin: 'https://excel.test',
      protocol: 'https:',
      hostname: 'excel.test',
      hash: '',
      search: '',
    },
    name: '',
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
    open: nothing,
    document: {
      createElement: () => ({ setAttribute: nothing, style: {} }),
      getElementsByTagName: () => [{ appendChild: nothing }],
      addEventListener: nothing,
      querySelectorAll: () => [],
      domain: 'excel.test',
      URL: '',
    },
    _richApiNativeBridge: bridge,
  }
  for (const name of ['window', 'self', 'parent', 'top']) window[name] = window
  return window
}
