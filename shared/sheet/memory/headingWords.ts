import { findFigures } from '../../quantity/findQuantities.ts'
import { compactText } from '../view/compactText.ts'
import { A_MONTH, A_NUMBER, A_QUARTER, A_YEAR, UP_TO_A_MONTH } from './periodWords.ts'
import { withoutNames } from './withoutNames.ts'

/** Longer headings are cut: they are sentences. */
const LONGEST = 200

/** Headings come again in every table; what comes from sheets must not grow without end. */
const known = new Map<string, { readonly timeless: string; readonly words: string }>()
const MOST_KNOWN = 5_000

/**
 * A heading's path without what changes from month to month and sheet to sheet: times and numbers are named by their kind.
 * Two sheets of one layout, a month or a year apart, have the same.
 *
 *     2021年5月底累计/完成数     至某月累计/完成数
 *     5月份完成（公里）          某月完成(公里)
 *     第12批/一百二十公里        第某批/某
 */
export const timelessHeading = (path: string): string => wordsOf(path).timeless

/**
 * What may be stored of a heading's path: the same, and no name of a person in it. `headingWords(headingWords(x))` is
 * `headingWords(x)`, by which whoever stores it can tell that it was made here.
 */
export const headingWords = (path: string): string => wordsOf(path).words

function wordsOf(path: string): { readonly timeless: string; readonly words: string } {
  const cached = known.get(path)
  if (cached) return cached
  const timeless = withoutFigures(withoutTimes(compactText(path).slice(0, LONGEST)))
  const made = { timeless, words: timeless.split('/').map(withoutNames).join('/') }
  if (known.size > MOST_KNOWN) known.clear()
  if (path.length <= LONGEST) known.set(path, made)
  return made
}

const withoutTimes = (path: string): string =>
  path
    .replace(UP_TO_A_MONTH.everywhere, '至某月')
    .replace(A_MONTH.everywhere, '某月')
    .replace(A_QUARTER.everywhere, '某季度')
    .replace(A_YEAR.everywhere, '某年')

/** Numbers, and what the reader of texts takes for a figure (一座, 半数). */
function withoutFigures(path: string): string {
  let rest = path.replace(A_NUMBER.everywhere, '某')
  for (const { at, end } of findFigures(rest).toReversed()) rest = `${rest.slice(0, at)}某${rest.slice(end)}`
  return rest
}
