import type { Grid } from '../../grid/grid.ts'
import type { IndicatorForm, RegisterBasis, RegisterForm, TaskForm } from '../registerForm.ts'
import { type CellContext, readCountyTargets, readDeadline, readPlaces, readTarget, readUnits, readWord } from './registerCells.ts'
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
import { type Move, readMoves, withMoves } from './registerMoves.ts'
import { type RegisterRow, registerSheet } from './registerSheet.ts'
import type { RegisterSheetFault } from './registerSheetFault.ts'

/**
 * A register's form from a sheet with the headings of docs/register.md: a row for each indicator, the task's columns on
 * its first row. What does not fit is a fault with the cell, the text and the reason, in the order of the rows;
 * `parseRegister` checks how the parts fit together.
 */
export function registerFromGrid(
  grid: Grid,
  basis: RegisterBasis,
): { readonly form: RegisterForm; readonly faults: readonly RegisterSheetFault[] } {
  const faults: RegisterSheetFault[] = []
  const reportFault: CellContext['reportFault'] = ({ at, text }, reason) => {
    faults.push({ sheet: grid.sheetName, cell: at, text, reason })
  }
  const sheet = registerSheet(grid, basis)
  if (!sheet) reportFault({ at: 'A1', text: '' }, 'noHeadings')
  for (const cell of sheet?.unknownHeadings ?? []) reportFault(cell, 'unknownHeading')
  const builder = new FormBuilder({ basis, date1904: grid.date1904, reportFault })
  for (const row of sheet?.rows ?? []) builder.addRow(row)
  const { moves, ...tasks } = builder.finish()
  return { form: withMoves({ ...basis, ...tasks }, moves), faults }
}

/** "7.1", or "4" in a category with one task. */
const TASK_ID = /^\d{1,3}(\.\d{1,3})?$/
/** "7.1.a" */
const INDICATOR_ID = /^\d{1,3}(\.\d{1,3})?\.[a-z]{1,2}$/
/** The number before a category's title: 一、 7. */
const CATEGORY_NUMBER = /^[\d一二三四五六七八九十]+[、.．]\s*/u

/** Takes a sheet row by row: a row without a task's number belongs to the task above it. */
class FormBuilder {
  private readonly categories = new Map<number, string>()
  private readonly tasks = new Map<string, { readonly form: TaskForm; readonly firstRow: RegisterRow }>()
  private readonly indicators: IndicatorForm[] = []
  private readonly moves: Move[] = []
  private currentTask: string | undefined
  private readonly context: CellContext

  constructor(context: CellContext) {
    this.context = context
  }

  addRow(row: RegisterRow): void {
    this.startTask(row)
    const task = this.currentTask
    if (task === undefined) return
    const known = this.tasks.get(task) ?? { form: taskOf(row, task, this.context), firstRow: row }
    this.tasks.set(task, known)
    this.checkRepeated(row, known.firstRow)
    this.addCategory(row, task)
    if (known.firstRow === row) this.moves.push(...readMoves(task, { units: row.taskPredecessor, periods: row.taskSince }, this.context))
    this.addIndicator(row, task)
  }

  finish(): Pick<RegisterForm, 'categories' | 'tasks' | 'indicators'> & { readonly moves: readonly Move[] } {
    return {
      ...(this.categories.size > 0 ? { categories: [...this.categories].map(([no, title]) => ({ no, title })) } : {}),
      tasks: [...this.tasks.values()].map(({ form }) => form),
      indicators: this.indicators,
      moves: this.moves,
    }
  }

  /** A number that is none hides the rows below it, too: they would count for the task above. */
  private startTask({ task }: RegisterRow): void {
    if (task.text === '') {
      if (this.tasks.size === 0) this.context.reportFault(task, 'noTask')
      return
    }
    this.currentTask = TASK_ID.test(task.text) ? task.text : undefined
    if (this.currentTask === undefined) this.context.reportFault(task, 'taskNumber')
  }

  /** A task's columns are read from its first row; another row may repeat them, not say otherwise. */
  private checkRepeated(row: RegisterRow, first: RegisterRow): void {
    for (const field of TASK_FIELDS) {
      if (row[field].text !== '' && row[field].text !== first[field].text) this.context.reportFault(row[field], 'taskTwice')
    }
  }

  private addCategory({ category }: RegisterRow, task: string): void {
    const title = category.text.replace(CATEGORY_NUMBER, '')
    const no = Number(task.split('.')[0])
    if (title !== '' && !this.categories.has(no)) this.categories.set(no, title)
  }

  private addIndicator(row: RegisterRow, task: string): void {
    if (row.name.text !== '') {
      const indicator = indicatorOf(row, task, this.nextIndicatorId(task), this.context)
      this.indicators.push(indicator)
      this.moves.push(...readMoves(indicator.id, { units: row.predecessor, periods: row.since }, this.context))
    } else if ([row.indicator, row.target, ...row.countyTargets].some(({ text }) => text !== ''))
      this.context.reportFault(row.name, 'noName')
  }

  /** The task's id with the next letter, for an indicator that the sheet gives no id. */
  private nextIndicatorId(task: string): string {
    const before = this.indicators.filter(({ taskId }) => taskId === task).length
    return `${task}.${String.fromCharCode('a'.charCodeAt(0) + before)}`
  }
}

function taskOf(row: RegisterRow, id: string, context: CellContext): TaskForm {
  if (row.text.text === '') context.reportFault(row.text, 'noText')
  if (row.leadUnits.text === '') context.reportFault(row.leadUnits, 'noUnit')
  const [word = '', named] = row.counties.text.split(/[：:]/)
  const kind = word === '' ? 'none' : readWord({ ...row.counties, text: word.trim() }, COUNTY_WORDS, context)
  const areas = named === undefined ? undefined : readPlaces({ ...row.counties, text: named }, context)
  const reporter = readUnits(row.taskReporter, context)[0]
  const origin = readWord(row.origin, ORIGIN_WORDS, context)
  return {
    id,
    text: row.text.text,
    leadUnits: readUnits(row.leadUnits, context),
    counties: {
      kind: kind ?? 'none',
      ...(row.countiesPhrase.text === '' ? {} : { phrase: row.countiesPhrase.text }),
      ...(areas === undefined ? {} : { areas }),
    },
    ...(reporter === undefined ? {} : { reporter }),
    ...(origin === undefined ? {} : { origin }),
  }
}

/** What a cell does not say is undefined, which a form reads as left out. */
function indicatorOf(row: RegisterRow, taskId: string, usualId: string, context: CellContext): IndicatorForm {
  if (row.indicator.text !== '' && !INDICATOR_ID.test(row.indicator.text)) context.reportFault(row.indicator, 'indicatorNumber')
  const area = readPlaces(row.area, context)[0]
  const requiredAreas = row.requiredAreas.text === '' ? undefined : readPlaces(row.requiredAreas, context)
  const statePercent = readWord(row.statePercent, { true: '是', false: '否' }, context)
  return {
    id: row.indicator.text || usualId,
    taskId,
    name: row.name.text,
    kind: readWord(row.kind, KIND_WORDS, context),
    measure: row.measure.text || undefined,
    countMeasure: row.countMeasure.text || undefined,
    target: readTarget(row, context),
    countyTargets: readCountyTargets(row, context),
    area,
    scopeText: row.scopeText.text || undefined,
    deadline: readDeadline(row, context),
    countsStage: readWord(row.countsStage, STAGE_WORDS, context),
    direction: readWord(row.direction, DIRECTION_WORDS, context),
    rollup: readWord(row.rollup, ROLLUP_WORDS, context),
    reporter: readUnits(row.reporter, context)[0],
    reportedBy: readWord(row.reportedBy, REPORTED_BY_WORDS, context),
    requiredAreas,
    statePercent: statePercent === undefined ? undefined : statePercent === 'true',
  }
}
