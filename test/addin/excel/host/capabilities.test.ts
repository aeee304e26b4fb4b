import { afterEach, expect, test, vi } from 'vitest'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import { officeReady } from '../../../../addin/excel/host/officeReady.ts'
import { openLink } from '../../../../addin/excel/openLink.ts'
import { storageKey } from '../../../../addin/excel/storageKey.ts'
import { bookOf, openExcel } from '../excelInNode.ts'

afterEach(() => vi.unstubAllGlobals())

/** An Office that declares these requirement sets, by name and highest version. */
function officeWith(sets: Readonly<Record<string, string>>, context: object = {}) {
  const isSetSupported = (name: string, version: string) => Number(sets[name]?.split('.')[1] ?? -1) >= Number(version.split('.')[1])
  const office = {
    HostType: { Excel: 'Excel' },
    onReady: async () => ({ host: 'Excel' }),
    context: { requirements: { isSetSupported }, ...context },
  }
  vi.stubGlobal('Office', office)
  return office
}

test.each([
  ['1.20', { supported: true, conditionalFormats: true, opensPane: true, copiesSheets: true, keepsUndo: true }],
  ['1.19', { supported: true, conditionalFormats: true, opensPane: true, copiesSheets: true, keepsUndo: true }],
  ['1.18', { supported: true, conditionalFormats: true, opensPane: true, copiesSheets: true, keepsUndo: false }],
  ['1.14', { supported: true, conditionalFormats: true, opensPane: true, copiesSheets: true, keepsUndo: false }],
  ['1.13', { supported: false, conditionalFormats: true, opensPane: true, copiesSheets: true, keepsUndo: false }],
  ['1.8', { supported: false, conditionalFormats: false, opensPane: true, copiesSheets: false, keepsUndo: false }],
])('an Excel of ExcelApi %s', async (version, capabilities) => {
  await openExcel(bookOf([['甲']]))
  officeWith({ ExcelApi: version })
  expect(openWorkbook().capabilities).toEqual(capabilities)
})

test('a host that declares a set without having its methods does not count', async () => {
  await openExcel(bookOf([['甲']]))
  officeWith({ ExcelApi: '1.17' })
  vi.stubGlobal('Excel', { Range: class {} })
  expect(openWorkbook().capabilities).toEqual({
    supported: false,
    conditionalFormats: false,
    opensPane: true,
    copiesSheets: false,
    keepsUndo: false,
  })
})

test.each<[name: string, onReady: () => Promise<{ host: string | null }>, fault: string]>([
  ['does not answer', () => new Promise(() => undefined), 'hostTimeout'],
  ['is Word', async () => ({ host: 'Word' }), 'notExcel'],
  ['is no Office at all', async () => ({ host: null }), 'notExcel'],
])('where the host %s, the pane is told so', async (_, onReady, tag) => {
  officeWith({}).onReady = onReady as () => Promise<{ host: string }>
  expect(await officeReady(20)).toEqual({ ok: false, fault: { tag } })
})

test('where office.js was not loaded, the pane is told so', async () => {
  expect(await officeReady(20)).toEqual({ ok: false, fault: { tag: 'officeMissing' } })
})

test('what is stored is kept apart by the partition a browser gives the pane', () => {
  expect(storageKey('token')).toBe('livelihood.token')
  officeWith({}, { partitionKey: 'p1' })
  expect(storageKey('token')).toBe('p1|livelihood.token')
})

test.each([
  ['https://example.cn/help', 'browser'],
  ['help.html', 'browser'],
  ['http://example.cn/', 'nowhere'],
  ['javascript:alert(1)', 'nowhere'],
])('the link %s opens in the person’s %s', (address, where) => {
  const openBrowserWindow = vi.fn()
  vi.stubGlobal('location', { href: 'https://pane.test/taskpane.html' })
  officeWith({ OpenBrowserWindowApi: '1.1' }, { ui: { openBrowserWindow } })
  openLink(address)
  expect(openBrowserWindow).toHaveBeenCalledTimes(where === 'browser' ? 1 : 0)
})

test('where Office opens no browser, a window without a way back opens', () => {
  const open = vi.fn()
  vi.stubGlobal('location', { href: 'https://pane.test/taskpane.html' })
  vi.stubGlobal('window', { open })
  openLink('https://example.cn/help')
  expect(open).toHaveBeenCalledWith('https://example.cn/help', '_blank', 'noopener')
})
