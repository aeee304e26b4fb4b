import type { Correction, ReadingContext, RecognizedColumn } from '../../record/reading.ts'
import type { LayoutMemory, RememberedLayout } from '../../record/rememberedLayout.ts'
import type { Register } from '../../register/register.ts'
import { correctColumns, type ReadAs } from '../rows/applyCorrections.ts'
import type { SheetView } from '../view/sheetView.ts'
import { lostProofs } from './figureProofs.ts'
import { headingWords } from './headingWords.ts'
import { layoutOf } from './layoutOf.ts'
import { asCorrections, rememberable } from './rememberedColumns.ts'

/** A table whose columns were read by their words and figures, before anybody's word on them. */
export interface ReadTable {
  readonly view: SheetView
  /** The first and last row of headings. */
  readonly top: number
  readonly bottom: number
  /** The rows below them. */
  readonly body: readonly number[]
  readonly columns: readonly RecognizedColumn[]
  readonly readAs: ReadAs
  /** The columns as they are read where this was said of some of them: the others follow. */
  readonly read: (said: readonly RecognizedColumn[]) => { readonly columns: readonly RecognizedColumn[] }
}

/**
 * What was remembered of a table's layout, as evidence for its columns: the unit's own memory before the city's. It is
 * applied as a whole, or, where the figures prove what would not hold under it, not at all. The person's corrections of
 * this very sheet come after it, and win.
 */
export function recallLayout(
  table: ReadTable,
  register: Register,
  layouts: ReadingContext['layouts'],
  corrections: readonly Correction[],
): { readonly columns: readonly RecognizedColumn[]; readonly memory: LayoutMemory } {
  const layout = layoutOf(table)
  const memory = {
    layout,
    headings: table.columns.map(({ header }) => headingWords(header)).filter((words) => words !== ''),
    corrected: rememberable(corrections, table.columns),
  }
  const remembered = layout === '' ? undefined : nearest(layouts ?? [], layout)
  const recalled = remembered && recall(table, remembered, register)
  return recalled
    ? { columns: recalled.columns, memory: { ...memory, recalled: recalled.memory } }
    : { columns: table.columns, memory: { ...memory, recalled: undefined } }
}

const nearest = (layouts: readonly RememberedLayout[], layout: string): RememberedLayout | undefined =>
  layouts.find((one) => one.layout === layout && one.scope === 'unit') ?? layouts.find((one) => one.layout === layout)

function recall(table: ReadTable, remembered: RememberedLayout, register: Register) {
  const found = asCorrections(remembered, table.columns, register)
  if (found.length === 0) return undefined
  const said = new Set(found.map(({ column }) => column))
  const read = correctColumns(
    table.columns,
    found.map(({ correction }) => correction),
    table.readAs,
  )
  const columns = read.map((column) => (said.has(column.column) ? { ...column, why: WHY[remembered.scope] } : column))
  const following = table.read(columns.filter(({ column }) => said.has(column))).columns
  const [against] = remembered.insisted ? [] : lostProofs(table, table.columns, following)
  const memory = { scope: remembered.scope, said: found.map((one) => one.said) }
  return against
    ? { columns: table.columns, memory: { ...memory, columns: [], against } }
    : { columns, memory: { ...memory, columns: [...said].sort((a, b) => a - b), against: undefined } }
}

/** Less sure than a person's word on this very sheet. */
const WHY = {
  unit: { confidence: 0.95, reason: 'by_unit_memory' },
  city: { confidence: 0.95, reason: 'by_city_memory' },
} as const
