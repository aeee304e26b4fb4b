import { type Scaled, scaledFromDecimal } from '../../../shared/quantity/scaled.ts'
import type { Stage } from '../../../shared/quantity/stage.ts'
import type { FigureRecord, Origin } from '../../../shared/record/figureRecord.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { type DemoText, demoTexts2021 } from './demoTexts2021.ts'

/** One reporter's records as its sheet would have given them. */
export interface DemoReporter {
  readonly reporter: string
  readonly records: readonly FigureRecord[]
}

interface DemoFigure {
  readonly indicator: string
  readonly area: string
  readonly cumulative: string
  readonly written: string
  readonly statedPercent?: string
  readonly stage?: Stage
}

const FIGURES: readonly DemoFigure[] = [
  { indicator: '2.2.a', area: '411200', cumulative: '3', written: '3场' },
  { indicator: '2.3.a', area: '411200', cumulative: '130', written: '130场', statedPercent: '43.34' },
  { indicator: '3.b', area: '411221', cumulative: '15', written: '15套', stage: 'basically_completed' },
  { indicator: '3.b', area: '411282', cumulative: '27', written: '27套', stage: 'started' },
  { indicator: '3.b', area: '411224', cumulative: '65', written: '65套', stage: 'completed' },
  { indicator: '6.1.a', area: '411200', cumulative: '1', written: '1公里' },
  { indicator: '6.1.c', area: '411200', cumulative: '3.7', written: '3.7公里' },
  { indicator: '7.1.a', area: '411200', cumulative: '146', written: '146公里', statedPercent: '48' },
  { indicator: '7.1.b', area: '411200', cumulative: '123', written: '123个', statedPercent: '44' },
  { indicator: '7.3.a', area: '411200', cumulative: '1', written: '和平路六峰路交叉口人行过街天桥已完成亮化任务' },
  { indicator: '8.1.a', area: '411200', cumulative: '11745', written: '11745人' },
  { indicator: '8.1.b', area: '411200', cumulative: '12073', written: '12073人' },
  { indicator: '8.1.c', area: '411200', cumulative: '4405', written: '4405例', statedPercent: '71.36' },
  { indicator: '8.1.d', area: '411200', cumulative: '4607', written: '4607例', statedPercent: '74.63' },
  { indicator: '8.1.e', area: '411200', cumulative: '6201', written: '6201例', statedPercent: '100.45' },
  { indicator: '8.1.f', area: '411200', cumulative: '6086', written: '6086例', statedPercent: '98.59' },
  { indicator: '8.2.a', area: '411200', cumulative: '689', written: '689人', statedPercent: '98.4' },
  { indicator: '8.3.a', area: '411200', cumulative: '2731', written: '2731人' },
  { indicator: '9.3.b', area: '411200', cumulative: '1105', written: '1105件', statedPercent: '44.2', stage: 'accepted' },
]

interface DemoNode {
  readonly part: string
  readonly planned?: string
  readonly stage: Stage
}

/** The one project that the text gives a schedule for, and its nodes. */
const NODE_INDICATOR = '7.2.a'
const NODES: readonly DemoNode[] = [
  { part: '控制价评审', stage: 'in_progress' },
  { part: '施工招标', planned: '2021-05-31', stage: 'planned' },
  { part: '施工开标', planned: '2021-06-10', stage: 'planned' },
  { part: '完工', planned: '2021-08-31', stage: 'planned' },
]

/** A record before it is given its line in the document and its day. */
type SaidRecord = Omit<FigureRecord, 'origin'>

function figureRecord({ indicator, area, cumulative, written, statedPercent, stage }: DemoFigure): SaidRecord {
  const stated = statedPercent === undefined ? {} : { statedPercent: figureOf(statedPercent) }
  return {
    subject: indicator,
    area,
    part: '',
    values: { cumulative: figureOf(cumulative), ...stated, ...(stage === undefined ? {} : { stage }) },
    written: { cumulative: written, ...(statedPercent === undefined ? {} : { statedPercent: `${statedPercent}%` }) },
  }
}

const nodeRecord = ({ part, planned, stage }: DemoNode): SaidRecord => ({
  subject: NODE_INDICATOR,
  area: register2021.city,
  part,
  values: { stage, done: false, ...(planned === undefined ? {} : { planned }) },
  written: {},
})

/** The task of an indicator: "7.1" of "7.1.a". */
const taskOf = (indicator: string): string => indicator.replace(/\.[^.]*$/, '')

/** What the document says of a task: its text, the figures in it, and the nodes that it names. */
function recordsOf({ task, line, asOf, text }: DemoText): readonly FigureRecord[] {
  const day = asOf === null ? {} : { asOf }
  const origin: Origin = { sheet: '进展情况报告', row: line, cells: {} }
  const said: readonly SaidRecord[] = [
    { subject: task, area: register2021.city, part: '', values: { progressText: text }, written: {} },
    ...FIGURES.filter(({ indicator }) => taskOf(indicator) === task).map(figureRecord),
    ...(taskOf(NODE_INDICATOR) === task ? NODES.map(nodeRecord) : []),
  ]
  return said.map((record) => ({ ...record, values: { ...record.values, ...day }, origin }))
}

/** Who reports a subject for the record; a subject of the demo without one is our own mistake. */
function reporterOf(subject: string): string {
  const assignment = register2021.assignments.find((one) => one.ofRecord && one.subject === subject)
  if (assignment === undefined) throw new Error(`nobody reports ${subject}`)
  return assignment.reporter
}

function figureOf(decimal: string): Scaled {
  const figure = scaledFromDecimal(decimal)
  if (figure === undefined) throw new RangeError(`not a figure: ${decimal}`)
  return figure
}

/**
 * The document's own figures and texts of May 2021 as records of the units that file them. Only progress figures: of
 * context (surveys, approvals, last year's carry-over) and of what the text leaves open (denominators, percentages of
 * the counties) nothing is made up. 7.1.a and 7.1.b are given for the whole city alone, next to the county rows of record.
 */
export const demoRecords2021: readonly DemoReporter[] = [
  ...Map.groupBy(demoTexts2021.flatMap(recordsOf), ({ subject }) => reporterOf(subject)),
].map(([reporter, records]) => ({ reporter, records }))
