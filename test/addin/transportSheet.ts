import { readFileSync } from 'node:fs'
import type { Grid } from '../../shared/grid/grid.ts'
import { gridOf } from './fakeAnswers.ts'

const file = new URL('../sheets/counties/transport-two-row-heading.json', import.meta.url)
const sheet: Pick<Grid, 'cells' | 'merges' | 'formats' | 'formulas'> & { sheet_name: string } = JSON.parse(readFileSync(file, 'utf8'))

/** The sample sheet of the transport bureau: six counties, two indicators. */
export const transportSheet = gridOf(sheet.sheet_name, sheet.cells, {
  merges: sheet.merges,
  formats: sheet.formats,
  formulas: sheet.formulas,
})
