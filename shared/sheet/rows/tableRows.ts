import type { Correction, RecognizedTable } from '../../record/reading.ts'
import { rowsByFigures } from '../reading/rowsByFigures.ts'
import { bodyRows } from '../tables/bodyRows.ts'
import { outsideSections } from '../tables/outsideSections.ts'
import type { Surroundings } from '../tables/tableMeta.ts'
import type { TableOfColumns } from '../tables/tableOfColumns.ts'
import { correctBindings, correctRows } from './applyCorrections.ts'
import { bindRows } from './bindRows.ts'
import { groupRows } from './groupRows.ts'

/** A table's rows by what they are, a person's corrections applied, and the data rows tied to the register. */
export function tableRows(
  table: TableOfColumns,
  around: Surroundings,
  corrections: readonly Correction[],
  fields?: RecognizedTable['rowFields'],
): Pick<RecognizedTable, 'dataRows' | 'sectionRows' | 'skipRows' | 'rows'> {
  const { view, register, columns } = table
  const { sections, opening, begins, ...rest } = groupRows(table, outsideSections(register, bodyRows(table)), fields)
  const { dataRows, skipRows } = rowsByFigures(table, rest)
  const kinds = correctRows(view, { columns, dataRows, skipRows, sectionRows: [...sections.keys()] }, corrections)
  const totalRows = kinds.skipRows.flatMap(({ row, reason }) => (reason === 'total' && !opening.has(row) ? [row] : []))
  const openers = {
    begins,
    totalRows,
    sections: new Map([...sections, ...opening]),
    sectionRows: [...kinds.sectionRows, ...opening.keys()],
  }
  const rows = bindRows({ view, register, columns, around, ...kinds, ...openers })
  return { ...kinds, rows: correctBindings(view, { columns, ...kinds }, rows, corrections) }
}
