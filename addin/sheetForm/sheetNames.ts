const LONGEST = 31
/** More sheets of one name than anybody has. */
const MOST = 99

/** The wanted name as Excel takes it, then "name (2)", "name (3)" … */
export function* sheetNames(wanted: string): Generator<string> {
  const name = wanted.replace(/[\\/?*[\]:]/g, '-').replace(/^'+|'+$/g, '') || 'Sheet'
  yield name.slice(0, LONGEST)
  for (let number = 2; number <= MOST; number++) {
    const suffix = ` (${number})`
    yield name.slice(0, LONGEST - suffix.length) + suffix
  }
}

/** Excel does not distinguish names by their case. */
export const isFree = (name: string, sheets: readonly { readonly name: string }[]): boolean =>
  !sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
