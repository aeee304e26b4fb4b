import { columnName } from '../../../shared/grid/a1.ts'
import type { Scaled } from '../../../shared/quantity/scaled.ts'
import { decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Indicator, Register, RegisterArea } from '../../../shared/register/register.ts'
import { indicatorById, taskById } from '../../../shared/register/registerIndex.ts'
import type { ConsolidatedIndicator, Consolidation } from '../../../shared/wire/consolidation.ts'
import type { SheetCell, SheetDocument } from '../../ports.ts'
import { type ConsolidationTable, consolidationTables } from './consolidationTables.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

const TASK_WORDS = 28

const text = (value: string, role: SheetCell['role'] = 'body'): SheetCell => ({ kind: value === '' ? 'blank' : 'text', value, role })
const blank = (role: SheetCell['role'] = 'body'): SheetCell => ({ kind: 'blank', value: '', role })

/**
 * The city's figures as a sheet: title, what it stands on, one row an indicator with change, light and a column for each
 * county; below, who reported in time, the counties' ranks, where reporters disagree, and who has not reported. A
 * missing figure is a word in a cell of its own role, never 0; what has no figure by its nature (a milestone's count, a
 * target that there is none of) stays blank. A light is a word, and a fill besides.
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
    headings.change,
    headings.light,
  ]
  const width = before.length + counties.length + 1
  const line = (value: string, role: SheetCell['role']): SheetCell[] => [
    text(value, role),
    ...Array.from({ length: width - 1 }, () => blank(role)),
  ]

  const rows: SheetCell[][] = [
    line(words.title(register.year, answer.period), 'title'),
    line(`${words.standsOn(answer.asOfSeq, at, answer.registerVersion)}${words.judged(answer.judgedOn, answer.before)}`, 'note'),
    [...before.map((word) => text(word, 'heading')), ...counties.map(({ name }) => text(name, 'heading')), text(headings.state, 'heading')],
  ]
  for (const row of answer.indicators) {
    const indicator = indicatorById(register, row.indicator)
    if (indicator !== undefined) rows.push(indicatorRow(row, indicator, register, counties, words))
  }
  const last = columnName(width)
  const merges = [`A1:${last}1`, `A2:${last}2`]
  for (const table of consolidationTables(answer, register, words, width)) {
    rows.push(line('', 'body'), line(table.title, 'title'))
    merges.push(`A${rows.length}:${last}${rows.length}`)
    if (table.rows.length === 0) {
      rows.push(line(table.none, 'note'))
      merges.push(`A${rows.length}:${last}${rows.length}`)
      continue
    }
    for (const cells of [table.columns.map(({ heading }) => text(heading, 'heading')), ...table.rows]) {
      rows.push(spread(cells, table, width))
      for (const { from, to } of table.columns)
        if (from < to) merges.push(`${columnName(from)}${rows.length}:${columnName(to)}${rows.length}`)
    }
  }
  return {
    name: words.sheetName(answer.period),
    rows,
    merges,
    widths: [16, 36, 24, 8, 10, 10, 10, 10, 9, ...counties.map(() => 9), 24],
    frozenRows: 3,
    paper: 'a3',
  }
}

/** Cells of a table over the columns that they take; what is left of the sheet's width is no part of the table. */
function spread(cells: readonly SheetCell[], { columns }: ConsolidationTable, width: number): SheetCell[] {
  const row = columns.flatMap(({ from, to }, at) => {
    const cell = cells[at] ?? blank()
    return [cell, ...Array.from({ length: to - from }, () => blank(cell.role))]
  })
  return [...row, ...Array.from({ length: width - row.length }, () => blank('note'))]
}

function indicatorRow(
  row: ConsolidatedIndicator,
  indicator: Indicator,
  register: Register,
  counties: readonly RegisterArea[],
  words: ConsolidationWords,
): SheetCell[] {
  const task = taskById(register, indicator.taskId)
  const category = register.categories.find(({ no }) => no === task?.categoryNo)
  const counted = indicator.kind === 'count' || indicator.kind === 'percent'
  const stated = row.stated === null ? '' : words.stated(decimalFromScaled(row.stated as Scaled))
  const override = row.light?.override ?? null
  const change = indicator.kind === 'percent' ? row.change.percent : row.change.cumulative
  return [
    text(category?.title ?? ''),
    text(shortened(task?.text ?? indicator.taskId)),
    text(indicator.name),
    text(indicator.countMeasure ?? row.measure ?? ''),
    row.target === null ? blank() : figure(row.target, 'number', words),
    counted ? figure(row.cumulative, 'number', words) : blank(),
    indicator.kind === 'percent' || (counted && row.target !== null) ? figure(row.percent, 'percent', words) : blank(),
    change === null ? blank() : figure(change, 'number', words),
    lightCell(row, words),
    ...counties.map(({ code }) => {
      const area = row.areas.find((candidate) => candidate.area === code)
      return area === undefined || !counted ? blank() : figure(area.cumulative, 'number', words)
    }),
    {
      ...text(`${words.states[row.state]}${stated}${override === null ? '' : words.overridden(override.reason)}`),
      role: row.state === 'missing' ? 'missing' : 'body',
    },
  ]
}

function lightCell({ light }: ConsolidatedIndicator, words: ConsolidationWords): SheetCell {
  if (light === null) return blank()
  const shown = light.override?.light ?? light.light
  return text(`${words.lights[shown]}${light.override === null ? '' : words.overrideMark}`, shown)
}

/** As much of a task's text as tells it from the others; the register has the whole. */
const shortened = (words: string): string => (words.length > TASK_WORDS ? `${words.slice(0, TASK_WORDS)}…` : words)

const figure = (value: number | null, kind: 'number' | 'percent', words: ConsolidationWords): SheetCell =>
  value === null ? text(words.missing, 'missing') : { kind, value: decimalFromScaled(value as Scaled), role: 'body' }
