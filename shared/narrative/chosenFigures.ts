import { reaches } from '../quantity/stage.ts'
import type { NarrativeFigure, NarrativeReading } from './words/claims.ts'
import { measureCloseness } from './words/measureCloseness.ts'
import { figureCounts } from './words/stages.ts'
import type { IndicatorWords } from './words/taskWords.ts'

/** The figures that a text states for one indicator and area: the one that is its cumulative figure, or several of which none is certain. */
export interface ChosenFigure {
  readonly indicator: string
  readonly figure: NarrativeFigure | null
  /** At least two, where none is certain. */
  readonly open: readonly NarrativeFigure[]
}

/**
 * Chooses for each indicator and area the figure that is sent where the sheet has no column for it.
 *
 *     text                                             chosen
 *     开工24座，完工12座                                  12座: the only one at a stage that counts
 *     完工15座，投用12座，占24%                            12座: the percentage is made from it
 *     城东36.5公里、城西28公里、新区11.2公里，累计75.7公里      75.7公里: it is the sum of the others
 *     竣工1987户，入住1720户                              1987户: the first of several stages, each with no more than the one before
 *     健康村74个、健康社区32个                              none: their sum, or one of them
 */
export function chosenFigures(
  { figures, statedPercents }: Pick<NarrativeReading, 'figures' | 'statedPercents'>,
  all: readonly IndicatorWords[],
): readonly ChosenFigure[] {
  const stated = new Set(statedPercents.flatMap(({ figure }) => (figure === null ? [] : [figures[figure]])))
  const groups = Map.groupBy(figures.filter(isWhole), ({ indicator, area }) => `${indicator}|${area ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const words = all.find(({ indicator }) => indicator.id === group[0]?.indicator)
    return words ? [chosenOf(group, words, stated)] : []
  })
}

/** Progress that is no part of a total; an area's part is the whole of that area. */
const isWhole = ({ role, indicator, value, partOf, area }: NarrativeFigure): boolean =>
  role === 'progress' && indicator !== null && value !== null && (partOf === null || area !== null)

function chosenOf(
  group: readonly NarrativeFigure[],
  words: IndicatorWords,
  stated: ReadonlySet<NarrativeFigure | undefined>,
): ChosenFigure {
  const { id, target } = words.indicator
  const counted = group.filter((figure) => figureCounts(figure, words))
  const closeness = (figure: NarrativeFigure) => measureCloseness(figure.measure, target?.measure ?? '')
  const closest = Math.max(...counted.map(closeness))
  // At no stage that counts: the first is as good as any, and is reported as such.
  const able = counted.length > 0 ? counted.filter((figure) => closeness(figure) === closest) : group.slice(0, 1)
  for (const choose of CHOICES) {
    const figure = choose(able, stated)
    if (figure) return { indicator: id, figure, open: [] }
  }
  return { indicator: id, figure: null, open: able }
}

type Choice = (able: readonly NarrativeFigure[], stated: ReadonlySet<NarrativeFigure | undefined>) => NarrativeFigure | undefined

/** The first that answers decides. */
const CHOICES: readonly Choice[] = [onlyValue, ofStatedPercent, sumOfOthers, firstOfStages]

function onlyValue(able: readonly NarrativeFigure[]) {
  return new Set(able.map(({ value }) => value)).size === 1 ? able[0] : undefined
}

function ofStatedPercent(able: readonly NarrativeFigure[], stated: ReadonlySet<NarrativeFigure | undefined>) {
  return onlyValue(able.filter((figure) => stated.has(figure)))
}

function sumOfOthers(able: readonly NarrativeFigure[]) {
  const sum = able.reduce((total, { value }) => total + (value ?? 0), 0)
  return able.length > 2 ? able.find(({ value }) => value !== null && value * 2 === sum) : undefined
}

function firstOfStages(able: readonly NarrativeFigure[]) {
  const goesOn = able.every(({ stage, stageWords, value, measure }, i) => {
    const before = able[i - 1]
    if (!before) return true
    const later = reaches(stage ?? 'completed', before.stage ?? 'completed') && stageWords !== null && stageWords !== before.stageWords
    return later && measure === before.measure && (value ?? 0) <= (before.value ?? 0)
  })
  return goesOn ? able[0] : undefined
}
