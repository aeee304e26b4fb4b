import sheet from '../sheets/01-dept-transport-two-row-header.json' with { type: 'json' }
import { gridOf } from './fakes.ts'

/** The sample sheet of the transport bureau: six counties, two indicators. */
export const transportSheet = gridOf(sheet.sheet_name, sheet.cells, {
  merges: sheet.merges,
  formats: sheet.formats,
  formulas: sheet.formulas,
})
