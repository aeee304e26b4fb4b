import { type CellContent, cellContent } from '../../ports/cellContent.ts'
import type { FoundCell } from '../../ports/sheetChanges.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'

/** What is written into a cell so that it holds what is wanted; undefined where it does already. */
export function changeCell(wanted: SheetCell, found: FoundCell): CellContent | undefined {
  const content = cellContent(wanted)
  if (holds(found, content.value)) return undefined
  return { value: content.value, numberFormat: formatFor(content, found.numberFormat) }
}

function holds({ held, formula }: FoundCell, value: string | number): boolean {
  if (formula) return false
  return typeof value === 'number' ? typeof held === 'number' && Math.abs(held - value) <= Math.abs(value) * 1e-14 : held === value
}

/** A person's own number format stays where the figure can be read in it: with as many decimals, and as a percentage. */
function formatFor({ value, numberFormat }: CellContent, found: string): string {
  if (value === '') return found
  if (typeof value === 'string' || found === 'General' || found === '@') return numberFormat
  const isPercent = numberFormat.includes('%')
  return found.includes('%') === isPercent && decimalsOf(found) >= decimalsOf(numberFormat) ? found : numberFormat
}

const decimalsOf = (format: string): number => /\.([0#?]+)/.exec(format)?.[1]?.length ?? 0
