import { fail, type Result } from '../base/result.ts'
import type { Grid } from '../grid/grid.ts'
import type { Register } from '../register/register.ts'
import type { Correction, ReadingContext, ReadingFault, SheetReading } from './reading.ts'

/**
 * The whole road from a grid to what it says: recognizeTables → parseRecords → checkRecords → dispositions. The one
 * entry for the pane, the command line and tests. Bad data becomes findings; only a sheet without a table is a fault.
 */
export function readSheet(
  grid: Grid,
  register: Register,
  context: ReadingContext,
  corrections: readonly Correction[] = [],
): Result<SheetReading, ReadingFault> {
  void register
  void context
  void corrections
  const empty = grid.cells.every((row) => row.every((cell) => cell === null || cell === ''))
  return fail(empty ? { tag: 'empty' } : { tag: 'noTable', lookedFor: [] })
}
