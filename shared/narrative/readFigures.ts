import type { FoundQuantity } from '../quantity/findQuantities.ts'
import type { NarrativeFigure, RoleReason } from './claims.ts'
import type { TextContext } from './contextOfText.ts'
import type { ProgressStage } from './cues.ts'
import { cuesOf, figureRole, SILENT, type Verdict } from './figureRole.ts'
import { type AreaFinder, areaFinder } from './findAreas.ts'
import type { FigurePlace } from './segments.ts'
import { registerStage } from './stages.ts'
import type { IndicatorWords } from './taskWords.ts'
import { tieFigure } from './tieFigure.ts'
import { isListed } from './wording.ts'

/** A figure with what later steps need of the way it was read. */
export interface CountedFigure extends NarrativeFigure {
  readonly words: IndicatorWords | null
  readonly progressStage: ProgressStage | null
  readonly pre: string
  readonly clause: number
}

/** The figures of a text other than percentages, in order, each with its role. */
export function readFigures(known: TextContext): CountedFigure[] {
  const areas = areaFinder(known.areas ?? [])
  const figures: CountedFigure[] = []
  let last: Verdict = SILENT
  let clauseSeen = -1
  let previous: IndicatorWords | null = null
  known.found.forEach((found, i) => {
    const place = known.places[i]
    if (!place || found.quantity.measure === '%' || found.quantity.measure === '‰') return
    last = verdictBetween(known, clauseSeen, place.clause, last)
    clauseSeen = place.clause
    const figure = readFigure(known, found, place, last, previous, figures.at(-1), areas)
    figures.push(figure.figure)
    last = figure.verdict
    if (figure.figure.words) previous = figure.figure.words
  })
  return figures
}

function readFigure(
  known: TextContext,
  found: FoundQuantity,
  place: FigurePlace,
  last: Verdict,
  previous: IndicatorWords | null,
  before: CountedFigure | undefined,
  areas: AreaFinder,
): { figure: CountedFigure; verdict: Verdict } {
  const { quantity } = found
  const clause = known.clauses[place.clause]
  const measure = quantity.measure ?? moneyOf(found, place)
  const listed = respective(known, found, place)
  const pre = listed.pre
  const post = bracketed(known, place)
  const tie = tieFigure({ measure, pre, post: place.post, topics: topicsOf(known, place.clause, found.at), previous }, known.all)
  const own = tie.words?.words ?? ''
  let verdict = figureRole(pre, place.shared ? '' : post, own)
  if (verdict.kind === 'silent' && isListed(pre) && !clause?.inTitle) verdict = last
  const left = leftOut(known, place, quantity.value, verdict, tie.words)
  const progress = left === null && tie.words !== null && tie.object !== 'other'
  const area = areas(known.text, place, clause?.start ?? 0, found.at)
  const reason: RoleReason =
    left ??
    (tie.words && tie.object !== 'other'
      ? 'counts_object'
      : measure === '元'
        ? 'money'
        : tie.object === 'other' && known.all.length > 0
          ? 'other_object'
          : 'no_indicator')
  return {
    verdict: left !== null && verdict.kind !== 'context' ? { ...SILENT, kind: 'context', reason: left } : verdict,
    figure: {
      raw: quantity.raw,
      start: found.at,
      end: found.end,
      value: quantity.value,
      ...(quantity.high !== undefined && { high: quantity.high }),
      measure,
      role: progress ? 'progress' : 'context',
      reason,
      indicator: progress ? (tie.words?.indicator.id ?? null) : null,
      stageWords: verdict.stageWords,
      stage: registerStage(verdict),
      approx: quantity.approx !== null,
      area: area?.code ?? null,
      areaName: area?.name ?? null,
      asOf: asOfAt(known, found.at),
      partOf:
        /其中|本[月周期季]|当月/.test(pre) || (before?.partOf === 'total' && isListed(pre) && before.clause >= place.clause - 1)
          ? 'total'
          : null,
      words: tie.words,
      progressStage: verdict.stage,
      pre,
      clause: place.clause,
    },
  }
}

/** Why a figure of the indicator's own kind is left out, or null. */
function leftOut(known: TextContext, place: FigurePlace, value: number, verdict: Verdict, words: IndicatorWords | null): RoleReason | null {
  const clause = known.clauses[place.clause]
  if (clause?.inTitle) return 'planned'
  if (verdict.kind === 'context') return verdict.reason
  if (known.carried[place.clause]) return 'carry_over'
  const target = words?.indicator.target
  if (/^[^，。；\d]{0,16}[中里](?=$|[，,])/.test(place.post) || /(?:中|当中)$/.test(place.post)) return 'restated_target'
  if (target && value === target.value && /^(?:针对|围绕|对|聚焦|按照|根据)/.test(place.pre.trim()) && verdict.kind === 'silent')
    return 'restated_target'
  return null
}

/** The cue that clauses without a figure, between two figures, leave for a list that follows them (任务已下达，其中A县8个). */
function verdictBetween(known: TextContext, from: number, to: number, last: Verdict): Verdict {
  let verdict = last
  for (let i = Math.max(from + 1, to - 4); i <= to; i++) {
    const clause = known.clauses[i]
    const before = known.clauses[i - 1]
    if (clause && before && clause.sentence !== before.sentence && !isHeading(known, before)) verdict = SILENT
    if (!clause || i === to || i <= from) continue
    const own = cuesOf(
      known.text.slice(clause.start, Math.min(clause.end, clause.start + 60)),
      known.all.map(({ words }) => words).join('\n'),
    )
    if (own.kind !== 'silent') verdict = own
  }
  return verdict
}

/** A line that ends in a colon speaks for the lines below it; lines of a list speak for each other. */
const isHeading = (known: TextContext, before: { readonly mark: string; readonly start: number; readonly end: number }): boolean =>
  before.mark === '\n' && (before.end === before.start || known.text.charAt(before.start - 1) === '：')

/** Earlier clauses of the same sentence, the nearest first, and a bracket's host. */
function topicsOf(known: TextContext, at: number, start: number): string[] {
  const own = known.clauses[at]
  if (!own) return []
  const topics = [known.text.slice(Math.max(own.start, start - 60), start)]
  for (let i = at - 1; i >= 0 && at - i <= 10; i--) {
    const clause = known.clauses[i]
    if (!clause || clause.sentence !== own.sentence) break
    topics.push(known.text.slice(clause.start, Math.min(clause.end, clause.start + 60)))
  }
  return topics
}

/** The words behind a figure and, where a bracket follows at once, what it says (30个（正在施工）). */
function bracketed(known: TextContext, place: FigurePlace): string {
  const own = known.clauses[place.clause]
  const next = known.clauses[place.clause + 1]
  if (place.shared || !own || !next || next.host !== place.clause || place.post.length > 8) return place.post
  const words = known.text.slice(next.start, Math.min(next.end, next.start + 24))
  return /\d/.test(words) ? place.post : `${place.post}${words}`
}

/** In “A、B分别完成3个、5个” the words of each figure are those of its own place in the list. */
function respective(known: TextContext, found: FoundQuantity, place: FigurePlace): { pre: string } {
  const clause = known.clauses[place.clause]
  if (!clause) return { pre: place.pre }
  const words = known.text.slice(Math.max(clause.start, found.at - 120), found.at)
  const at = words.lastIndexOf('分别')
  if (at < 0) return { pre: place.pre }
  const subjects = words.slice(0, at).split(/[、和及与]|以及/)
  const behind = words.slice(at + 2)
  const index = (behind.match(/[\d一二三四五六七八九十][^\d、和及与]*[、和及与]/g) ?? []).length
  const subject = subjects[index]
  if (subjects.length < 2 || subject === undefined) return { pre: place.pre }
  return { pre: `${subject}${/^[^\d、]*/.exec(behind)?.[0] ?? ''}` }
}

const asOfAt = (known: TextContext, at: number): string | null => known.times.asOf.findLast((time) => time.at <= at)?.date ?? null

/** 2.95亿, 897万 beside words of money are 元. */
const moneyOf = (found: FoundQuantity, place: FigurePlace): string | null =>
  found.quantity.measure === null && found.quantity.scale > 1 && MONEY.test(place.pre) ? '元' : null
const MONEY = /投资|资金|贷款|补贴|补助|金额|投入|经费|拨付|发放|概算|预算|债券|产值|收入|费用|工资|款项?|共计$/
