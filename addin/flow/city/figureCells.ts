import { cityFigure, citySources, judgedFigure, reportingSources } from '../../../shared/consolidation/cityFigure.ts'
import { reachedPercent } from '../../../shared/consolidation/reachedPercent.ts'
import { reportStates } from '../../../shared/consolidation/reportStates.ts'
import { uncounted } from '../../../shared/consolidation/uncounted.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Indicator } from '../../../shared/register/register.ts'
import type { ConsolidatedIndicator, Source } from '../../../shared/wire/consolidation.ts'
import type { ReportedKind } from '../../../shared/wire/reported.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'
import { blankCell, figureCell, textCell } from '../makeCells.ts'
import type { ReportedWords } from './consolidationWords.ts'

/** What an indicator's figures are shown from. */
interface Shown {
  readonly found: ConsolidatedIndicator
  readonly indicator: Indicator
}

/** The figure: of a rate the rate; the one of the whole city with its mark; what is at another stage; else why there is none. */
export function mainCell({ found, indicator }: Shown, words: ReportedWords): SheetCell {
  const { value, percent, statedOnly } = cityFigure(found)
  const figure = indicator.kind === 'percent' ? percent : value
  if (figure !== null) return statedOnly ? textCell(words.whole(decimalFromScaled(figure))) : figureCell(figure, cellKind(indicator))
  const part = { due: found.areas.some(({ due }) => due), reported: found.reported, sources: citySources(found) }
  return insteadCell(part, indicator, words)
}

/** What a rate counts (4405例); blank where nothing is counted, or the rate came alone. */
export const rateCountCell = ({ found, indicator }: Shown): SheetCell =>
  indicator.countMeasure === undefined || found.cumulative === null ? blankCell() : figureCell(found.cumulative)

/** How much of the target is reached; blank where there is no such share, or no figure: why is under the figure. */
export function reachedCell({ found, indicator }: Shown, words: ReportedWords): SheetCell {
  const { value: cumulative, percent, statedOnly } = cityFigure(found)
  const reached = reachedPercent(indicator, { cumulative, percent }, found.target)
  if (reached === null) return blankCell()
  return statedOnly ? textCell(words.whole(decimalFromScaled(reached))) : figureCell(reached, 'percent')
}

/** A county's column: its figure, of a rate the rate. */
export function countyCell({ found, indicator }: Shown, code: string, words: ReportedWords): SheetCell {
  const area = found.areas.find((one) => one.area === code)
  if (area === undefined) return blankCell()
  const value = indicator.kind === 'percent' ? area.percent : area.cumulative
  return value === null ? insteadCell(area, indicator, words) : figureCell(value, cellKind(indicator))
}

const cellKind = ({ kind }: Indicator): 'number' | 'percent' => (kind === 'percent' ? 'percent' : 'number')

interface WithoutFigure {
  readonly due: boolean
  readonly reported: ReportedKind
  readonly sources: readonly Source[]
}

/** Why there is no figure. 未报 is only what had to be reported; of anything else the cell is blank. */
function insteadCell({ due, reported, sources }: WithoutFigure, indicator: Indicator, words: ReportedWords): SheetCell {
  const others = uncountedText(sources, indicator, words)
  if (others !== '') return textCell(words.notCounted(others), 'missing')
  return due || reported === 'otherOnly' ? textCell(words.kinds[reported], 'missing') : blankCell()
}

/** "基本完工15、开工27"; empty where nothing is at another stage. */
export const uncountedText = (
  sources: readonly Source[],
  { kind }: Indicator,
  words: Pick<ReportedWords, 'atStage' | 'separator'>,
): string =>
  uncounted(sources, kind === 'percent')
    .map(({ stage, value }) => words.atStage(stage, decimalFromScaled(value)))
    .join(words.separator)

/** What is shown next to an indicator's figure, or in its place: what is not counted, and why there is none; empty where there is nothing to say. */
export function insteadText({ found, indicator }: Shown, words: ReportedWords): string {
  const { reported, state, areas } = found
  const others = uncountedText(citySources(found), indicator, words)
  if (others !== '') return words.notCounted(others)
  if (reported === 'nothing') return areas.some(({ due }) => due) ? words.states[state] : ''
  return words.inAll[reported] ?? ''
}

/** How far a row's report is: "草稿", "已审核，其后有改动". */
export const reportText = ({ state, changed }: Pick<Source, 'state' | 'changed'>, words: StateWords): string =>
  changed ? words.changedSince(words.reports[state]) : words.reports[state]

/** How far the reports are that a figure is made of: "草稿1家、督查室已采纳2家"; one state without a number, none for no rows. */
export function reportsText(
  sources: readonly Pick<Source, 'reporter' | 'state' | 'changed'>[],
  words: StateWords & Pick<ReportedWords, 'ofUnits' | 'separator'>,
): string {
  const states = reportStates(sources)
  return states
    .map((one) => (states.length === 1 ? reportText(one, words) : words.ofUnits(reportText(one, words), one.units)))
    .join(words.separator)
}

type StateWords = Pick<ReportedWords, 'reports' | 'changedSince'>

/** 报送情况: how completely it was reported, what is not counted, how far the reports are, what was stated for the whole city, and why a coordinator put the light. */
export function stateText({ found, indicator }: Shown, words: ReportedWords): string {
  const { state, reported, stated, areas, light } = found
  const isAsked = areas.some(({ due }) => due) || reported !== 'nothing'
  const sign = indicator.kind === 'percent' ? '%' : ''
  const others = uncountedText(citySources(found), indicator, words)
  const reports = reportsText(reportingSources(found), words)
  const parts = [
    ...(isAsked ? [words.inAll[reported] ?? words.states[state]] : []),
    ...(others === '' ? [] : [words.notCounted(others)]),
    ...(reports === '' ? [] : [reports]),
    ...(stated === null ? [] : [words.stated(`${decimalFromScaled(asScaled(stated))}${sign}`)]),
    ...(light !== null && light.override === null && judgedFigure(found).ofStated ? [words.byStated('')] : []),
    ...(light?.override ? [words.overridden(light.override.reason)] : []),
  ]
  return parts.join(words.clause)
}
