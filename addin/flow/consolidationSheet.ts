import { columnName } from '../../shared/grid/a1.ts'
import type { Scaled } from '../../shared/quantity/scaled.ts'
import { decimalFromScaled } from '../../shared/quantity/scaled.ts'
import type { Indicator, Register, RegisterArea } from '../../shared/register/register.ts'
import type { ConsolidatedIndicator, Consolidation } from '../../shared/wire/consolidation.ts'
import type { SheetCell, SheetDocument } from '../ports.ts'

/** The words of the sheet, in the language of the person who pulls it. */
export interface ConsolidationWords {
  sheetName(period: string): string
  title(year: number, period: string): string
  standsOn(asOfSeq: number, at: string, registerVersion: number): string
  readonly headings: {
    readonly category: string
    readonly task: string
    readonly indicator: string
    readonly measure: string
    readonly target: string
    readonly cumulative: string
    readonly percent: string
    readonly state: string
  }
  readonly states: Readonly<Record<ConsolidatedIndicator['state'], string>>
  stated(value: string): string
  readonly missing: string
  readonly unreported: {
    readonly title: string
    readonly unit: string
    readonly count: string
    readonly what: string
    readonly none: string
  }
  count(reported: number, required: number): string
}

const TASK_WORDS = 28

const text = (value: string, role: SheetCell['role'] = 'body'): SheetCell => ({ kind: value === '' ? 'blank' : 'text', value, role })
const blank = (role: SheetCell['role'] = 'body'): SheetCell => ({ kind: 'blank', value: '', role })

/**
 * The city's figures as a sheet: title, what it stands on, one row an indicator with a column for each county, then who
 * has not reported. A missing figure is a word in a cell of its own role, never 0; what has no figure by its nature
 * (a milestone's count, a target that there is none of) stays blank.
 */
export function consolidationSheet(answer: Consolidation, register: Register, words: ConsolidationWords, at: string): SheetDocument {
  const counties = register.areas.filter(({ level }) => level === 'county')
  const { headings } = words
  const before = [
    headings.category,
    headings.task,
    headings.indicator,
    headings.measure,
    headings.target,
    headings.cumulative,
    headings.percent,
  ]
  const width = before.length + counties.length + 1
  const line = (value: string, role: SheetCell['role']): SheetCell[] => [
    text(value, role),
    ...Array.from({ length: width - 1 }, () => blank(role)),
  ]

  const rows: SheetCell[][] = [
    line(words.title(register.year, answer.period), 'title'),
    line(words.standsOn(answer.asOfSeq, at, answer.registerVersion), 'note'),
    [...before.map((word) => text(word, 'heading')), ...counties.map(({ name }) => text(name, 'heading')), text(headings.state, 'heading')],
  ]
  const byId = new Map(register.indicators.map((indicator) => [indicator.id, indicator]))
  for (const row of answer.indicators) {
    const indicator = byId.get(row.indicator)
    if (indicator !== undefined) rows.push(indicatorRow(row, indicator, register, counties, words))
  }
  const tail = rows.length + 1
  rows.push(line('', 'body'), line(words.unreported.title, 'title'), ...unreportedRows(answer, register, words, width))
  const last = columnName(width)
  const head = tail + 2
  return {
    name: words.sheetName(answer.period),
    rows,
    merges: [
      `A1:${last}1`,
      `A2:${last}2`,
      `A${tail + 1}:${last}${tail + 1}`,
      ...rows.slice(head - 1).map((_, index) => `D${head + index}:${last}${head + index}`),
    ],
    widths: [16, 36, 24, 8, 10, 10, 10, ...counties.map(() => 9), 24],
    frozenRows: 3,
  }
}

function indicatorRow(
  row: ConsolidatedIndicator,
  indicator: Indicator,
  register: Register,
  counties: readonly RegisterArea[],
  words: ConsolidationWords,
): SheetCell[] {
  const task = register.tasks.find(({ id }) => id === indicator.taskId)
  const category = register.categories.find(({ no }) => no === task?.categoryNo)
  const counted = indicator.kind === 'count' || indicator.kind === 'percent'
  const stated = row.stated === null ? '' : words.stated(decimalFromScaled(row.stated as Scaled))
  return [
    text(category?.title ?? ''),
    text(shortened(task?.text ?? indicator.taskId)),
    text(indicator.name),
    text(row.measure ?? ''),
    row.target === null ? blank() : figure(row.target, 'number', words),
    counted ? figure(row.cumulative, 'number', words) : blank(),
    counted && row.target !== null ? figure(row.percent, 'percent', words) : blank(),
    ...counties.map(({ code }) => {
      const area = row.areas.find((candidate) => candidate.area === code)
      return area === undefined || !counted ? blank() : figure(area.cumulative, 'number', words)
    }),
    { ...text(words.states[row.state] + stated), role: row.state === 'missing' ? 'missing' : 'body' },
  ]
}

/** As much of a task's text as tells it from the others; the register has the whole. */
const shortened = (words: string): string => (words.length > TASK_WORDS ? `${words.slice(0, TASK_WORDS)}…` : words)

const figure = (value: number | null, kind: 'number' | 'percent', words: ConsolidationWords): SheetCell =>
  value === null ? text(words.missing, 'missing') : { kind, value: decimalFromScaled(value as Scaled), role: 'body' }

function unreportedRows(answer: Consolidation, register: Register, words: ConsolidationWords, width: number): SheetCell[][] {
  const fill = (cells: readonly SheetCell[]): SheetCell[] => [...cells, ...Array.from({ length: width - cells.length }, () => blank())]
  const late = answer.reporters.filter(({ missing }) => missing.length > 0)
  if (late.length === 0) return [fill([text(words.unreported.none, 'note')])]
  const { unit, count, what } = words.unreported
  return [
    fill([text(unit, 'heading'), blank('heading'), text(count, 'heading'), text(what, 'heading')]),
    ...late.map(({ name, reported, required, missing }) =>
      fill([
        text(name),
        blank(),
        text(words.count(reported, required)),
        text(missing.map((gap) => gapName(gap, register)).join('、'), 'missing'),
      ]),
    ),
  ]
}

/** "农村公路（湖滨区）"; the city's own row goes without an area. */
export function gapName({ subject, area }: { subject: string; area: string }, register: Register): string {
  const name =
    register.indicators.find(({ id }) => id === subject)?.name ?? register.tasks.find(({ id }) => id === subject)?.text ?? subject
  const where = area === register.city ? '' : (register.areas.find(({ code }) => code === area)?.name ?? area)
  return where === '' ? name : `${name}（${where}）`
}
