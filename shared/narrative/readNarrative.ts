import { contextOfText } from './clauses/contextOfText.ts'
import { findNotFigures } from './clauses/findNotFigures.ts'
import { narrativeFindings } from './narrativeFindings.ts'
import { readPercents } from './percents/readPercents.ts'
import { namedFigures } from './tie/namedItems.ts'
import { provenFigures } from './tie/provenFigures.ts'
import { readFigures } from './tie/readFigures.ts'
import { settleFigures } from './tie/settleFigures.ts'
import { stageOfRate } from './tie/stageOfRate.ts'
import { wholesOfStages } from './tie/wholesOfStages.ts'
import { weighFigures } from './weigh/weighFigures.ts'
import type { NarrativeContext, NarrativeFigure, NarrativeReading } from './words/claims.ts'

/**
 * Reads what a text of 进展情况 claims about a task: every figure with its role and the indicator it counts, percentages
 * of the targets, promised dates, and what is wrong with it. Linear in the text's length; never throws on any text.
 */
export function readNarrative(text: string, context: NarrativeContext): NarrativeReading {
  const known = contextOfText(text.slice(0, LONGEST), context)
  const settled = settleFigures(weighFigures(known, readFigures(known)), known.all)
  const counted = wholesOfStages(known, stageOfRate(known, provenFigures(known, settled)))
  const percents = readPercents(known, counted)
  // Indexes of figures are given only once all of them are in order.
  const figures: NarrativeFigure[] = [...counted, ...percents.figures, ...namedFigures(known, counted), ...plannedDates(known)].sort(
    (a, b) => a.start - b.start,
  )
  const places = new Map(figures.map((figure, at) => [figure, at]))
  const stated = percents.stated.map(({ base, ...percent }) => ({ ...percent, figure: (base && places.get(base)) ?? null }))
  const notFigures = findNotFigures(known, figures, stated)
  return {
    figures,
    statedPercents: stated,
    commitments: known.times.commitments,
    notFigures,
    findings: narrativeFindings(known, figures, stated, notFigures),
    asOf: known.times.asOf[0]?.date ?? null,
  }
}

/** Dates that the text promises, as figures without a value. */
const plannedDates = (known: ReturnType<typeof contextOfText>): NarrativeFigure[] =>
  known.times.commitments.map((promise) => ({
    raw: promise.raw,
    start: promise.start,
    end: promise.end,
    value: null,
    measure: null,
    role: 'planned_date',
    reason: 'forecast',
    indicator: null,
    stageWords: promise.what || null,
    stage: 'planned',
    approx: false,
    area: null,
    areaName: null,
    asOf: null,
    partOf: null,
  }))

/** A cell of Excel holds no more. */
const LONGEST = 32_767
