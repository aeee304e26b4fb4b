import type { TextContext } from '../clauses/contextOfText.ts'
import { topicsOf } from '../clauses/wordsAround.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import type { NarrativeFigure, RoleReason, StatedPercent } from '../words/claims.ts'
import { cuesOf } from '../words/figureRole.ts'
import { type PercentBase, type PercentPlace, readPercent } from './statedPercents.ts'

/** Percentages of a text: those of a target or a rate, and those that are figures (rates attained, stage rates, context). */
export interface PercentsRead {
  readonly stated: readonly (StatedPercent & { readonly base: NarrativeFigure | null })[]
  readonly figures: readonly NarrativeFigure[]
}

/** Reads every percentage of the text against the figures before it. */
export function readPercents(known: TextContext, counted: readonly CountedFigure[]): PercentsRead {
  const bases: PercentBase[] = counted.flatMap((figure, index) => {
    const clause = known.clauses[figure.clause]
    if (figure.role !== 'progress' || !figure.words || figure.value === null || !clause) return []
    return [
      {
        index,
        start: figure.start,
        sentence: clause.sentence,
        value: figure.value,
        indicator: figure.words.indicator,
        counts: true,
        part: figure.partOf === 'total' || figure.areaName !== null,
      },
    ]
  })
  const others = new Set(counted.filter(({ reason }) => OTHERS.has(reason)).map(({ start }) => start))
  const stated: (StatedPercent & { base: NarrativeFigure | null })[] = []
  const figures: NarrativeFigure[] = []
  let from = 0
  for (const place of placesOfPercents(known, others)) {
    while (from < bases.length && (bases[from]?.start ?? 0) < place.start) from++
    const behind = bracketedBehind(known, place, bases[from])
    const reading = readPercent(place, behind ? [behind] : bases.slice(Math.max(0, from - 24), from), known.all)
    const base = (percent: StatedPercent) => (percent.figure === null ? null : (counted[percent.figure] ?? null))
    switch (reading.as) {
      case 'stated':
        stated.push({ ...reading.percent, base: base(reading.percent) })
        break
      case 'rate':
        stated.push({ ...reading.percent, base: null })
        if (reading.attained) figures.push(figureOf(known, place, 'progress', 'rate_of_indicator', reading.indicator.id))
        break
      case 'stage_rate':
        figures.push(figureOf(known, place, 'stage_rate', 'stage_rate', null))
        break
      case 'context':
        figures.push(figureOf(known, place, 'context', reading.reason, null))
    }
  }
  return { stated, figures }
}

function figureOf(
  known: TextContext,
  place: PercentPlace & { readonly approx: boolean },
  role: NarrativeFigure['role'],
  reason: RoleReason,
  indicator: string | null,
): NarrativeFigure {
  return {
    raw: place.raw,
    start: place.start,
    end: place.end,
    value: place.value,
    measure: '%',
    role,
    reason,
    indicator,
    stageWords: role === 'stage_rate' ? (/[\u4e00-\u9fa5]{1,8}$/.exec(place.pre)?.[0] ?? null) : null,
    stage: null,
    approx: place.approx,
    area: null,
    areaName: null,
    asOf: known.times.asOf.findLast((time) => time.at <= place.start)?.date ?? null,
    partOf: null,
  }
}

function placesOfPercents(known: TextContext, others: ReadonlySet<number>): (PercentPlace & { readonly approx: boolean })[] {
  const places: (PercentPlace & { approx: boolean; place: number; of: number; behindFigure: boolean })[] = []
  let list: (typeof places)[number][] = []
  let previousEnd = -1
  known.found.forEach((found, i) => {
    const words = known.places[i]
    const { quantity } = found
    const clause = words && known.clauses[words.clause]
    if (!words || !clause || quantity.measure !== '%') return
    const joined = previousEnd >= 0 && list.length < LONGEST_LIST && /^[、和及与]$|^以及$/.test(known.text.slice(previousEnd, found.at))
    const inClause = cuesOf(words.pre, '')
    const rowOfPart = words.heading !== undefined && !/合计|总计|全[市县区]/.test(words.pre)
    const left: RoleReason | null = rowOfPart
      ? 'share'
      : known.carried[words.clause]
        ? 'carry_over'
        : inClause.kind === 'context' && (inClause.reason === 'earlier_period' || inClause.reason === 'comparison')
          ? inClause.reason
          : null
    const head = list[0]
    const place = {
      raw: quantity.raw,
      start: found.at,
      end: found.end,
      value: quantity.value,
      decimals: quantity.decimals,
      approx: quantity.approx !== null,
      pre: joined && head ? head.pre : (words.heading ?? words.pre),
      post: words.post,
      topic: topicsOf(known, words, found.at).slice(0, 2).reverse().join(''),
      sentence: clause.sentence,
      place: 0,
      of: 1,
      behindFigure: !words.leads,
      behindMoney: isMoney(known, i - 1, words.clause),
      whole: words.leads ? null : (known.found[i - 1]?.quantity.value ?? null),
      behindOther: others.has(known.found[i - 1]?.at ?? -1),
      left: joined && head ? head.left : left,
    }
    list = joined ? [...list, place] : [place]
    list.forEach((member, at) => {
      member.place = at
      member.of = list.length
    })
    places.push(place)
    previousEnd = found.end
  })
  return places
}

/** 完成率110%（建成11家）: the figure in the bracket behind a percentage is what it was made from. */
const bracketedBehind = (known: TextContext, place: PercentPlace, next: PercentBase | undefined): PercentBase | undefined =>
  next && next.start - place.end <= 10 && /^（[^）\d]*$/.test(known.text.slice(place.end, next.start))
    ? { ...next, start: place.start - 1, sentence: place.sentence }
    : undefined

/** Figures of another thing, that a percentage behind them is of. */
const OTHERS: ReadonlySet<RoleReason> = new Set(['other_object', 'other_measure', 'beneficiaries', 'surveyed'])

/** Figure `i` is money and stands in the clause of a percentage or the one before it. */
function isMoney({ found, places }: TextContext, i: number, clause: number): boolean {
  const before = places[i]
  return before !== undefined && found[i]?.quantity.measure === '元' && clause - before.clause <= 1
}

const LONGEST_LIST = 24
