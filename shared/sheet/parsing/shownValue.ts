import type { CellValue } from '../../grid/grid.ts'
import { numberFormat } from '../../quantity/numberFormat.ts'
import { shortestDecimal } from '../../quantity/shortestDecimal.ts'
import type { Cell } from './row.ts'

/**
 * A cell's value as a person sees it where its number format writes words behind the number: 2.13 under `0.00"万公里"` is
 * "2.13万公里", 62.5 under `0.00"%"` is "62.5%". All other values are themselves.
 */
export function shownValue({ value, fact: { format } }: Pick<Cell, 'value' | 'fact'>): CellValue {
  if (typeof value !== 'number' || format === 'General') return value
  const { suffix } = numberFormat(format)
  return suffix === '' || !WORDS.test(suffix) ? value : `${shortestDecimal(value)}${suffix}`
}

/** Signs of accounting formats say nothing of the figure. */
const WORDS = /[\p{Script=Han}%％]/u
