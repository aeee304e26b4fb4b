/** The choices in this page's address: which workbook is open, as whom, and for tests a code or another pane. */
const choice = (name: string): string | null => new URL(location.href).searchParams.get(name)

/** A sample's id ("01") or file. */
export const chosenWorkbook = (): string | null => choice('workbook')

/** A demo account, or the unit of one ("jiaotong"). */
export const chosenPerson = (): string | null => choice('as')

/** Another page to show beside the workbook than the pane's. */
export const chosenPane = (): string => choice('pane') ?? '/taskpane.html'

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
