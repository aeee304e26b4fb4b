import { isProgress } from '../../../shared/consolidation/reachedPercent.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { areaName, indicatorById } from '../../../shared/register/registerIndex.ts'
import type { ConsolidatedIndicator, Consolidation } from '../../../shared/wire/consolidation.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'
import { blankCell, figureCell, textCell } from '../makeCells.ts'
import type { KeyedTable, TableColumn } from '../refresh/keyedSheet.ts'
import type { ConsolidationWords } from './consolidationWords.ts'
import { reportText } from './figureCells.ts'

/** A county with its own registered target of an indicator. */
interface CountyRow {
  readonly indicator: Indicator
  readonly county: ConsolidatedIndicator['counties'][number]
}

/** What each county has of the targets that the register gives it (分解目标), with its light and why: a row an indicator and county. */
export function countyTable(answer: Consolidation, register: Register, words: ConsolidationWords, width: number): KeyedTable {
  const of = words.counties
  const columns: readonly (TableColumn & { cell(row: CountyRow): SheetCell })[] = [
    { use: 'key', heading: words.headings.number, from: 1, to: 1, cell: ({ indicator }) => textCell(indicator.id) },
    { use: 'name', heading: words.headings.indicator, from: 2, to: 2, cell: ({ indicator }) => textCell(indicator.name) },
    { use: 'key', heading: of.area, from: 3, to: 3, cell: ({ county }) => textCell(areaName(register, county.area)) },
    { use: 'figure', heading: of.target, from: 4, to: 4, cell: ({ county }) => figureCell(county.target) },
    { use: 'figure', heading: of.figure, from: 5, to: 6, cell: figureOf },
    { use: 'figure', heading: words.headings.reached, from: 7, to: 8, cell: reachedOf },
    { use: 'figure', heading: words.headings.light, from: 9, to: 9, cell: ({ county }) => lightOf(county, words) },
    { use: 'figure', heading: of.why, from: 10, to: width, cell: ({ county }) => textCell(whyOf(county, words)) },
  ]
  const rows = answer.indicators.flatMap(({ indicator: id, counties }): CountyRow[] => {
    const indicator = indicatorById(register, id)
    return indicator === undefined ? [] : counties.map((county) => ({ indicator, county }))
  })
  return {
    name: 'counties',
    title: of.title,
    none: words.without(of.title, of.none),
    left: words.left,
    columns: columns.map(({ heading, from, to, use }) => ({ heading, from, to, use })),
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  }
}

/** What is done; of a rate, and of what is left, how it stands. Without a figure the cell is blank: why says the last column. */
function figureOf({ indicator, county }: CountyRow): SheetCell {
  const isRate = indicator.kind === 'percent'
  const value = isRate ? county.percent : county.cumulative
  return value === null ? blankCell() : figureCell(value, isRate ? 'percent' : 'number')
}

const reachedOf = ({ indicator, county: { reached } }: CountyRow): SheetCell =>
  reached === null || !isProgress(indicator) ? blankCell() : figureCell(reached, 'percent')

const lightOf = ({ light }: CountyRow['county'], words: ConsolidationWords): SheetCell =>
  light === null ? blankCell() : textCell(words.lights[light.light], light.light)

/** Why the light is what it is, and how far the report of the figure is. */
function whyOf({ light, state, changed }: CountyRow['county'], words: ConsolidationWords): string {
  const { reported } = words
  const parts = [reasonOf(light, words), state === null ? '' : reportText({ state, changed }, reported)]
  return parts.filter(Boolean).join(reported.clause)
}

function reasonOf(light: CountyRow['county']['light'], words: ConsolidationWords): string {
  if (light === null) return ''
  const points = (value: number | null): string => (value === null ? '' : decimalFromScaled(asScaled(value)))
  return words.reasons[light.reason](points(light.behind), points(light.expected))
}
