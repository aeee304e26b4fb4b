import type { Grid } from '../../grid/grid.ts'
import { formOfRegister } from '../formOfRegister.ts'
import { nameKey } from '../nameKey.ts'
import type { Indicator, Register } from '../register.ts'
import type { IndicatorForm, RegisterBasis, RegisterForm } from '../registerForm.ts'
import { targetFigure } from '../targetFigure.ts'
import { type CellContext, readCountyTargets } from './registerCells.ts'
import { type RegisterRow, registerSheet } from './registerSheet.ts'
import type { RegisterSheetFault } from './registerSheetFault.ts'

/** Whether a sheet is of county targets alone (分解表): indicators and counties, and no words of the tasks. */
export function isTargetSheet(grid: Grid, register: Register): boolean {
  const sheet = registerSheet(grid, register)
  if (!sheet?.hasCounties) return false
  return !sheet.fields.has('text') && !sheet.fields.has('leadUnits')
}

/**
 * The next version of a register from such a sheet: everything as it is, and of each indicator that has a row the targets that its
 * row has; the others keep theirs. An indicator is known by its number (指标编号), else by its name. A target of the city's that
 * the sheet states has to be the registered one.
 */
export function targetsFromGrid(
  grid: Grid,
  register: Register,
  head: Pick<RegisterBasis, 'version' | 'title'>,
): { readonly form: RegisterForm; readonly faults: readonly RegisterSheetFault[] } {
  const faults: RegisterSheetFault[] = []
  const reportFault: CellContext['reportFault'] = ({ at, text }, reason) => {
    faults.push({ sheet: grid.sheetName, cell: at, text, reason })
  }
  const form = { ...formOfRegister(register), ...head }
  const sheet = registerSheet(grid, register)
  for (const cell of sheet?.unknownHeadings ?? []) reportFault(cell, 'unknownHeading')
  const found = new Map<string, IndicatorForm['countyTargets']>()
  for (const row of sheet?.rows ?? []) {
    const indicator = indicatorOf(row, register)
    if (indicator === undefined) reportFault(row.indicator.text === '' ? row.name : row.indicator, 'unknownIndicator')
    else if (found.has(indicator.id)) reportFault(row.indicator.text === '' ? row.name : row.indicator, 'indicatorTwice')
    else {
      if (!isRegistered(row, indicator)) reportFault(row.target, 'targetDiffers')
      found.set(indicator.id, readCountyTargets(row, { basis: form, date1904: grid.date1904, reportFault }))
    }
  }
  return { form: { ...form, indicators: form.indicators.map((one) => withTargets(one, found)) }, faults }
}

function indicatorOf({ indicator, name }: RegisterRow, { indicators }: Register): Indicator | undefined {
  if (indicator.text !== '') return indicators.find(({ id }) => id === indicator.text)
  const named = indicators.filter((one) => nameKey(one.name) === nameKey(name.text))
  return named.length === 1 ? named[0] : undefined
}

const isRegistered = ({ target }: RegisterRow, indicator: Indicator): boolean =>
  target.text === '' || targetFigure(target.text) === (indicator.target?.value ?? null)

function withTargets(indicator: IndicatorForm, found: ReadonlyMap<string, IndicatorForm['countyTargets']>): IndicatorForm {
  if (!found.has(indicator.id)) return indicator
  const { countyTargets: _, ...rest } = indicator
  const countyTargets = found.get(indicator.id)
  return countyTargets === undefined ? rest : { ...rest, countyTargets }
}
