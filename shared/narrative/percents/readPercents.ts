import type { TextContext } from '../clauses/contextOfText.ts'
import { asOfAt } from '../clauses/timeOf.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import type { NarrativeFigure, RoleReason, StatedPercent } from '../words/claims.ts'
import type { PercentBase, PercentPlace, PercentReading } from './percentPlace.ts'
import { percentPlaces } from './percentPlaces.ts'
import { readPercent } from './readPercent.ts'

/** Percentages of a text: those of a target or a rate, and those that are figures (rates attained, stage rates, context). */
export interface PercentsRead {
  readonly stated: readonly (StatedPercent & { readonly base: NarrativeFigure | null })[]
  readonly figures: readonly NarrativeFigure[]
}

/** Reads every percentage of the text against the figures before it. */
export function readPercents(known: TextContext, counted: readonly CountedFigure[]): PercentsRead {
  const bases = basesOf(known, counted)
  const otherThings = new Set(counted.filter(({ reason }) => COUNT_OTHER_THINGS.has(reason)).map(({ start }) => start))
  const stated: (StatedPercent & { base: NarrativeFigure | null })[] = []
  const figures: NarrativeFigure[] = []
  // Percentages and bases are in the text's order, so that one walk finds what is before each.
  let from = 0
  for (const place of percentPlaces(known, otherThings)) {
    while (from < bases.length && (bases[from]?.start ?? 0) < place.start) from++
    const behind = bracketedBehind(known, place, bases[from])
    const reading = readPercent(place, behind ? [behind] : bases.slice(Math.max(0, from - FARTHEST_BASE), from), known.all)
    if ('percent' in reading) {
      const { figure } = reading.percent
      stated.push({ ...reading.percent, base: figure === null ? null : (counted[figure] ?? null) })
    }
    const role = roleOf(reading)
    if (role) figures.push(figureOf(known, place, role))
  }
  return { stated, figures }
}

/** The figures that a percentage may rest on. */
function basesOf(known: TextContext, counted: readonly CountedFigure[]): PercentBase[] {
  return counted.flatMap((figure, index) => {
    const clause = known.clauses[figure.clause]
    if (figure.role !== 'progress' || !figure.words || figure.value === null || !clause) return []
    const part = figure.partOf === 'total' || figure.areaName !== null
    return [{ index, start: figure.start, sentence: clause.sentence, value: figure.value, indicator: figure.words.indicator, part }]
  })
}

type Role = Pick<NarrativeFigure, 'role' | 'reason' | 'indicator'>

/** What a percentage counts as a figure of its own; undefined where it only repeats another figure as a percentage. */
function roleOf(reading: PercentReading): Role | undefined {
  switch (reading.as) {
    case 'stated':
      return undefined
    case 'rate':
      return reading.attained ? { role: 'progress', reason: 'rate_of_indicator', indicator: reading.indicator.id } : undefined
    case 'stage_rate':
      return { role: 'stage_rate', reason: 'stage_rate', indicator: null }
    case 'context':
      return { role: 'context', reason: reading.reason, indicator: null }
  }
}

/** A percentage as a figure of the text; areas and stages are those of the figures that it is made from. */
function figureOf(known: TextContext, place: PercentPlace, role: Role): NarrativeFigure {
  return {
    raw: place.raw,
    start: place.start,
    end: place.end,
    value: place.value,
    measure: '%',
    ...role,
    stageWords: role.role === 'stage_rate' ? (/[\u4e00-\u9fa5]{1,8}$/.exec(place.pre)?.[0] ?? null) : null,
    stage: null,
    approx: place.approx,
    area: null,
    areaName: null,
    asOf: asOfAt(known.times, place.start),
    partOf: null,
  }
}

/** 完成率110%（建成11家）: the figure in the bracket behind a percentage is what it was made from. */
const bracketedBehind = (known: TextContext, place: PercentPlace, next: PercentBase | undefined): PercentBase | undefined =>
  next && next.start - place.end <= 10 && /^（[^）\d]*$/.test(known.text.slice(place.end, next.start))
    ? { ...next, start: place.start - 1, sentence: place.sentence }
    : undefined

/** Why a figure is of another thing, which a percentage behind it is then of too. */
const COUNT_OTHER_THINGS: ReadonlySet<RoleReason> = new Set(['other_object', 'other_measure', 'beneficiaries', 'surveyed'])

/** How many figures back a percentage may refer to. */
const FARTHEST_BASE = 24
