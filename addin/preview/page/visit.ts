import { chooseMoods } from '../moods/chooseMoods.ts'
import type { MoodName } from '../moods/moods.ts'
import { showNotice } from './showNotice.ts'

/** What an Excel of these days has, on the web and with Microsoft 365; the executor knows part of it. */
const API_OF_TODAY = '1.20'

/** The choices in this page's address: which workbook is open, as whom, and for tests a code or another pane. */
const choice = (name: string): string | null => new URL(location.href).searchParams.get(name)

/** A sample's id ("01") or file. */
export const chosenWorkbook = (): string | null => choice('workbook')

/** A demo account, or the unit of one ("jiaotong"). */
export const chosenPerson = (): string | null => choice('as')

/** Another page to show beside the workbook than the pane's. */
export const chosenPane = (): string => choice('pane') ?? '/taskpane.html'

/** The moods of the played Excel, by `host=strict` or by their names; a word that is none is said. */
export function chosenMoods(): readonly MoodName[] {
  const { names, unknown } = chooseMoods(choice('host'))
  if (unknown.length > 0) showNotice(`试用环境没有这样的状态：${unknown.join('、')}。可用的名称见 docs/preview.md。`)
  return names
}

/** The ExcelApi that it declares; "1.14" is the oldest that the add-in runs on. */
export const chosenApi = (): string => choice('api') ?? API_OF_TODAY

/** A code to sign in with instead of the next one; it acts once and leaves the address. */
export function takeGivenCode(): string | null {
  const code = choice('invite')
  if (code !== null) remember('invite', null)
  return code
}

/** Keeps a choice in the address, so that opening it again leads here. */
export function remember(name: 'workbook' | 'as' | 'invite', value: string | null): void {
  const next = new URL(location.href)
  if (value === null) next.searchParams.delete(name)
  else next.searchParams.set(name, value)
  history.replaceState(null, '', next)
}
