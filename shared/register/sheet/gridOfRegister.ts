import type { CellValue, Grid } from '../../grid/grid.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import type { Assignment, Indicator, Register, Task } from '../register.ts'
import { areaName, unitName } from '../registerIndex.ts'
import {
  COUNTY_WORDS,
  DIRECTION_WORDS,
  KIND_WORDS,
  OP_WORDS,
  ORIGIN_WORDS,
  REGISTER_COLUMNS,
  REPORTED_BY_WORDS,
  type RegisterField,
  ROLLUP_WORDS,
  STAGE_WORDS,
} from './registerColumns.ts'
import { moveCells } from './registerMoves.ts'

type Cells = Readonly<Partial<Record<RegisterField, CellValue>>>

/**
 * A register's tasks and indicators as a sheet, a row for each indicator, to be changed by hand and read again by
 * `registerFromGrid`. Areas, units, measures, lights and plans are in the register alone, not on the sheet; of the
 * assignments, who is of record and who must report. Behind these a column for each county, with its targets.
 */
export function gridOfRegister(register: Register): Grid {
  const counties = register.areas.filter(({ level }) => level === 'county')
  const rows = register.tasks.flatMap((task) => {
    const own = register.indicators.filter(({ taskId }) => taskId === task.id)
    const written = own.map((indicator) => indicatorCells(indicator, register))
    const [first = {}, ...rest] = written
    const cells: readonly Cells[] = [{ ...taskCells(task, register), ...first }, ...rest]
    return cells.map((row, position) => [
      ...REGISTER_COLUMNS.map(([field]) => row[field] ?? null),
      ...counties.map(({ code }) => countyTarget(own[position], code)),
    ])
  })
  return {
    sheetName: String(register.year),
    cells: [[...REGISTER_COLUMNS.map(([, heading]) => heading), ...counties.map(({ name }) => name)], ...rows],
    texts: {},
    formats: {},
    merges: [],
    formulas: {},
    hiddenRows: [],
    date1904: false,
  }
}

function countyTarget(indicator: Indicator | undefined, county: string): CellValue {
  const target = indicator?.countyTargets?.[county]
  return target === undefined ? null : decimalFromScaled(target)
}

function taskCells(task: Task, register: Register): Cells {
  const { kind, phrase, areas } = task.countyScope
  const reporter = ofRecord(register, task.id)[0]?.reporter ?? ''
  const moves = moveCells(register, task.id, reporter)
  const counties = register.areas.filter(({ level }) => level === 'county').map(({ code }) => code)
  const usual = kind === 'all' ? counties : []
  const named = areas.join() === usual.join() ? '' : `：${areas.map((code) => areaName(register, code)).join('、')}`
  return {
    category: `${task.categoryNo}、${register.categories.find(({ no }) => no === task.categoryNo)?.title ?? task.categoryNo}`,
    task: task.id,
    text: task.text,
    leadUnits: task.leadUnits.map((id) => unitName(register, id)).join('、'),
    taskReporter: unitName(register, reporter),
    taskPredecessor: moves.units || null,
    taskSince: moves.periods || null,
    counties: `${COUNTY_WORDS[kind]}${named}`,
    countiesPhrase: phrase,
    origin: ORIGIN_WORDS[task.origin],
  }
}

function indicatorCells(indicator: Indicator, register: Register): Cells {
  const { target, deadline } = indicator
  const record = ofRecord(register, indicator.id)
  const areas = record.flatMap((assignment) => assignment.areas)
  const moves = moveCells(register, indicator.id, record[0]?.reporter ?? '')
  const required = record.filter((assignment) => assignment.required).flatMap((assignment) => assignment.areas)
  const byCounties = areas.length > 0 && areas.some((code) => code !== indicator.area)
  return {
    indicator: indicator.id,
    name: indicator.name,
    kind: KIND_WORDS[indicator.kind],
    measure: indicator.measure,
    countMeasure: indicator.countMeasure ?? null,
    target: target && decimalFromScaled(target.value),
    op: target && (target.opExplicit || target.op !== '>=') ? OP_WORDS[target.op] : null,
    targetRaw: target?.raw ?? null,
    area: areaName(register, indicator.area),
    scopeText: indicator.scopeText,
    deadline: deadline.implied ? null : deadline.date,
    deadlineRaw: deadline.raw,
    countsStage: STAGE_WORDS[indicator.countsStage],
    direction: DIRECTION_WORDS[indicator.direction],
    rollup: ROLLUP_WORDS[indicator.rollup],
    reporter: unitName(register, record[0]?.reporter ?? ''),
    reportedBy: REPORTED_BY_WORDS[byCounties ? 'counties' : 'city'],
    requiredAreas: byCounties && required.length < areas.length ? required.map((code) => areaName(register, code)).join('、') : null,
    predecessor: moves.units || null,
    since: moves.periods || null,
    statePercent: indicator.statePercent === undefined ? null : indicator.statePercent ? '是' : '否',
  }
}

const ofRecord = (register: Register, subject: string): readonly Assignment[] =>
  register.assignments.filter((assignment) => assignment.ofRecord && assignment.subject === subject)
