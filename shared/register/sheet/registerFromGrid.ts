import type { Grid } from '../../grid/grid.ts'
import type { IndicatorForm, RegisterBasis, RegisterForm, TaskForm } from '../registerForm.ts'
import { readDeadline, readPlaces, readTarget, readUnits, readWord, type Telling } from './registerCells.ts'
import {
  COUNTY_WORDS,
  DIRECTION_WORDS,
  KIND_WORDS,
  ORIGIN_WORDS,
  REPORTED_BY_WORDS,
  ROLLUP_WORDS,
  STAGE_WORDS,
  TASK_FIELDS,
} from './registerColumns.ts'
import { type RegisterCell, type RegisterRow, registerSheet } from './registerSheet.ts'
import type { RegisterSheetFault } from './registerSheetFault.ts'

/**
 * A register's form from a sheet with the headings of docs/register.md: a row for each indicator, the task's columns on
 * its first row. What does not fit is a fault with the cell, the text and the reason; `parseRegister` looks at how the
 * parts fit together.
 */
export function registerFromGrid(
  grid: Grid,
  basis: RegisterBasis,
): { readonly form: RegisterForm; readonly faults: readonly RegisterSheetFault[] } {
  const faults: RegisterSheetFault[] = []
  const tell = (cell: Pick<RegisterCell, 'at' | 'text'>, reason: string) => {
    faults.push({ sheet: grid.sheetName, cell: cell.at, text: cell.text, reason })
  }
  const telling: Telling = { basis, date1904: grid.date1904, tell }
  const sheet = registerSheet(grid)
  if (!sheet) tell({ at: 'A1', text: '' }, 'noHeadings')
  for (const cell of sheet?.strange ?? []) tell(cell, 'unknownHeading')

  const categories = new Map<number, string>()
  const tasks = new Map<string, TaskForm>()
  const firstRows = new Map<string, RegisterRow>()
  const indicators: IndicatorForm[] = []
  let current: string | undefined
  for (const row of sheet?.rows ?? []) {
    if (row.task.text !== '') {
      current = /^\d{1,3}(\.\d{1,3})?$/.test(row.task.text) ? row.task.text : undefined
      if (current === undefined) tell(row.task, 'taskNumber')
    } else if (tasks.size === 0) tell(row.task, 'noTask')
    if (current === undefined) continue
    if (!tasks.has(current)) tasks.set(current, taskOf(row, current, telling))
    const first = firstRows.get(current) ?? row
    firstRows.set(current, first)
    for (const field of TASK_FIELDS) if (!['', first[field].text].includes(row[field].text)) tell(row[field], 'taskTwice')
    const title = row.category.text.replace(/^[\d一二三四五六七八九十]+[、.．]\s*/u, '')
    const category = Number(current.split('.')[0])
    if (title !== '' && !categories.has(category)) categories.set(category, title)
    if (row.name.text !== '') indicators.push(indicatorOf(row, current, indicators, telling))
    else if (row.indicator.text !== '' || row.target.text !== '') tell(row.name, 'noName')
  }
  const form: RegisterForm = {
    ...basis,
    ...(categories.size > 0 ? { categories: [...categories].map(([no, named]) => ({ no, title: named })) } : {}),
    tasks: [...tasks.values()],
    indicators,
  }
  return { form, faults }
}

function taskOf(row: RegisterRow, id: string, telling: Telling): TaskForm {
  if (row.text.text === '') telling.tell(row.text, 'noText')
  if (row.leadUnits.text === '') telling.tell(row.leadUnits, 'noUnit')
  const [word = '', named] = row.counties.text.split(/[：:]/)
  const kind = word === '' ? 'none' : readWord({ ...row.counties, text: word.trim() }, COUNTY_WORDS, telling)
  const areas = named === undefined ? undefined : readPlaces({ ...row.counties, text: named }, telling)
  const reporter = readUnits(row.taskReporter, telling)[0]
  const origin = readWord(row.origin, ORIGIN_WORDS, telling)
  return {
    id,
    text: row.text.text,
    leadUnits: readUnits(row.leadUnits, telling),
    counties: {
      kind: kind ?? 'none',
      ...(row.countiesPhrase.text === '' ? {} : { phrase: row.countiesPhrase.text }),
      ...(areas === undefined ? {} : { areas }),
    },
    ...(reporter === undefined ? {} : { reporter }),
    ...(origin === undefined ? {} : { origin }),
  }
}

function indicatorOf(row: RegisterRow, taskId: string, before: readonly IndicatorForm[], telling: Telling): IndicatorForm {
  const letter = String.fromCharCode(97 + before.filter((indicator) => indicator.taskId === taskId).length)
  if (row.indicator.text !== '' && !/^\d{1,3}(\.\d{1,3})?\.[a-z]{1,2}$/.test(row.indicator.text))
    telling.tell(row.indicator, 'indicatorNumber')
  const area = readPlaces(row.area, telling)[0]
  const required = row.requiredAreas.text === '' ? undefined : readPlaces(row.requiredAreas, telling)
  const state = readWord(row.statePercent, { true: '是', false: '否' }, telling)
  return given({
    id: row.indicator.text || `${taskId}.${letter}`,
    taskId,
    name: row.name.text,
    kind: readWord(row.kind, KIND_WORDS, telling),
    measure: row.measure.text || undefined,
    countMeasure: row.countMeasure.text || undefined,
    target: readTarget(row, telling),
    area,
    scopeText: row.scopeText.text || undefined,
    deadline: readDeadline(row, telling),
    countsStage: readWord(row.countsStage, STAGE_WORDS, telling),
    direction: readWord(row.direction, DIRECTION_WORDS, telling),
    rollup: readWord(row.rollup, ROLLUP_WORDS, telling),
    reporter: readUnits(row.reporter, telling)[0],
    reportedBy: readWord(row.reportedBy, REPORTED_BY_WORDS, telling),
    requiredAreas: required,
    statePercent: state === undefined ? undefined : state === 'true',
  })
}

/** Without the keys that are undefined: a form leaves out what it does not say. */
const given = (form: IndicatorForm): IndicatorForm =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)) as unknown as IndicatorForm
