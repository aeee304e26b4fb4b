import type { Grid } from '../../grid/grid.ts'
import type { RegisterForm } from '../registerForm.ts'
import type { RegisterTrouble, TroubleCode } from '../registerTrouble.ts'
import type { RegisterField } from './registerColumns.ts'
import { type RegisterRow, registerSheet } from './registerSheet.ts'

/** The column to look at, by what does not fit; a task's or an indicator's own words for all the rest. */
const COLUMN: Readonly<Partial<Record<TroubleCode, RegisterField>>> = {
  unknownMeasure: 'measure',
  targetWithoutMeasure: 'measure',
  targetNegative: 'target',
  deadlineOutsideYear: 'deadline',
  reporterMissing: 'reporter',
  reporterTwice: 'reporter',
  levelsMixed: 'reportedBy',
  succeedsTwice: 'predecessor',
  succeedsOutsideYear: 'since',
  succeedsWithoutDuty: 'reporter',
  succeedsInCircle: 'predecessor',
}

/** The cell of a sheet that a trouble of its register is about; null where it names neither a task nor an indicator of the sheet. */
export function cellOfTrouble({ code, at, value }: RegisterTrouble, grid: Grid, form: RegisterForm): string | null {
  const sheet = registerSheet(grid, form)
  const rows = sheet?.rows ?? []
  const subject = code === 'duplicateId' ? value : (at.split(' ')[1] ?? '')
  const row = sheet?.fields.has('text') ? taskRow(rows, form, subject) : numberedRow(rows, form, subject)
  if (row !== undefined) return countyCell(code, value, row, form) ?? row[COLUMN[code] ?? 'name'].at
  return rows.findLast(({ task }) => task.text === subject)?.text.at ?? null
}

/** On a sheet of tasks every named row is an indicator, in the order of the form. */
const taskRow = (rows: readonly RegisterRow[], form: RegisterForm, subject: string): RegisterRow | undefined =>
  rows.filter(({ name }) => name.text !== '')[form.indicators.findLastIndex(({ id }) => id === subject)]

/** On a sheet of county targets alone a row is an indicator's by its number or its name. */
function numberedRow(rows: readonly RegisterRow[], form: RegisterForm, subject: string): RegisterRow | undefined {
  const name = form.indicators.find(({ id }) => id === subject)?.name
  return rows.find((row) => row.indicator.text === subject || (row.indicator.text === '' && row.name.text === name))
}

/** The county's own cell where one is named; of a sum the first that is in it. */
function countyCell(code: TroubleCode, value: string, { countyTargets }: RegisterRow, { areas }: RegisterForm): string | undefined {
  if (code === 'countyTargetsSum') return countyTargets.find(({ text }) => text !== '')?.at
  const named = areas.find(({ name }) => value === name || value.startsWith(`${name} `))
  return countyTargets.find(({ area, text }) => area === named?.code && text !== '')?.at
}
