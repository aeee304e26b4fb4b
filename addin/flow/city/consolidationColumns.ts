import { shownLight } from '../../../shared/consolidation/light.ts'
import { isProgress } from '../../../shared/consolidation/reachedPercent.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { indicatorById, taskById } from '../../../shared/register/registerIndex.ts'
import type { ConsolidatedIndicator } from '../../../shared/wire/consolidation.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'
import { blankCell, figureCell, textCell } from '../makeCells.ts'
import type { SheetColumn, TableColumn } from '../refresh/keyedSheet.ts'
import type { ConsolidationWords } from './consolidationWords.ts'
import { countyCell, mainCell, rateCountCell, reachedCell, stateText } from './figureCells.ts'

/** What a row of figures is made from: the city's figure, and what the register says of its indicator. */
export interface IndicatorRow {
  readonly found: ConsolidatedIndicator
  readonly indicator: Indicator
  /** Whether the indicator is counted at all; a milestone or a narrative has no figure to miss. */
  readonly counted: boolean
}

/** A column of the figures: its heading, its width in characters, and its cell of a row, in its number format. */
export interface ConsolidationColumn extends SheetColumn, Pick<TableColumn, 'use'> {
  cell(row: IndicatorRow): SheetCell
}

/** As much of a task's text as distinguishes it from the others; the register has the whole. */
const TASK_CHARACTERS = 28
const COUNTY_WIDTH = 9

/** The row of an indicator; undefined where the register does not know it. */
export function indicatorRow(found: ConsolidatedIndicator, register: Register): IndicatorRow | undefined {
  const indicator = indicatorById(register, found.indicator)
  return indicator && { found, indicator, counted: indicator.kind === 'count' || indicator.kind === 'percent' }
}

/**
 * The columns of the figures, in their order: the indicator, by whose number its row is known, its figure, change and light, a column for each county, and
 * how completely it was reported. What had to be reported and was not is a word, never 0; what has no figure by its nature is blank.
 */
export function consolidationColumns(register: Register, words: ConsolidationWords): readonly ConsolidationColumn[] {
  const { headings, reported } = words
  const counties = register.areas.filter(({ level }) => level === 'county')
  return [
    { use: 'key', heading: headings.number, width: 8, cell: ({ indicator }) => textCell(indicator.id) },
    { use: 'name', heading: headings.category, width: 16, cell: ({ indicator }) => textCell(categoryTitle(indicator, register)) },
    { use: 'name', heading: headings.task, width: 36, cell: ({ indicator }) => textCell(taskText(indicator, register)) },
    { use: 'name', heading: headings.indicator, width: 24, cell: ({ indicator }) => textCell(indicator.name) },
    {
      use: 'name',
      heading: headings.measure,
      width: 8,
      cell: ({ indicator }) => textCell(words.measure(indicator.measure ?? '', indicator.countMeasure)),
    },
    {
      use: 'figure',
      heading: headings.target,
      width: 10,
      cell: ({ found }) => (found.target === null ? blankCell() : figureCell(found.target)),
    },
    {
      use: 'figure',
      heading: headings.cumulative,
      width: 10,
      cell: (row) => (isProgressCount(row) ? mainCell(row, reported) : row.indicator.kind === 'percent' ? rateCountCell(row) : blankCell()),
    },
    {
      use: 'figure',
      heading: headings.standing,
      width: 10,
      cell: (row) => (row.counted && !isProgressCount(row) ? mainCell(row, reported) : blankCell()),
    },
    {
      use: 'figure',
      heading: headings.reached,
      width: 10,
      cell: (row) => (row.counted ? reachedCell(row, reported) : blankCell()),
    },
    { use: 'figure', heading: headings.change, width: 12, cell: (row) => changeCell(row, words) },
    { use: 'figure', heading: headings.light, width: 9, cell: ({ found }) => lightCell(found, words) },
    ...counties.map(
      ({ name, code }): ConsolidationColumn => ({
        use: 'figure',
        heading: name,
        width: COUNTY_WIDTH,
        cell: (row) => (row.counted ? countyCell(row, code, reported) : blankCell()),
      }),
    ),
    {
      use: 'figure',
      heading: headings.state,
      width: 24,
      cell: (row) => textCell(stateText(row, reported), row.found.state === 'missing' ? 'missing' : 'body'),
    },
  ]
}

function categoryTitle({ taskId }: Indicator, register: Register): string {
  const no = taskById(register, taskId)?.categoryNo
  return register.categories.find((category) => category.no === no)?.title ?? ''
}

function taskText({ taskId }: Indicator, register: Register): string {
  const text = taskById(register, taskId)?.text ?? taskId
  return text.length > TASK_CHARACTERS ? `${text.slice(0, TASK_CHARACTERS)}…` : text
}

/** A count that grows towards its target; what is left of 清零, what stays below a limit and a rate are how things stand, not what is done. */
const isProgressCount = ({ indicator }: IndicatorRow): boolean => indicator.kind === 'count' && isProgress(indicator)

/** Since the period before, of a rate in percent points; a word where there is a figure that cannot be compared. */
function changeCell({ found: { change }, indicator }: IndicatorRow, words: ConsolidationWords): SheetCell {
  const value = indicator.kind === 'percent' ? change.percent : change.cumulative
  if (value !== null) return figureCell(value)
  const incomparable = change.comparable !== 'yes' && change.comparable !== 'noPeriod' && change.comparable !== 'nothingNow'
  return incomparable ? textCell(words.incomparable) : blankCell()
}

function lightCell({ light }: ConsolidatedIndicator, words: ConsolidationWords): SheetCell {
  if (light === null) return blankCell()
  const shown = shownLight(light)
  return textCell(`${words.lights[shown]}${light.override === null ? '' : words.overrideMark}`, shown)
}
