import type { CheckFacts } from '../../finding/facts.ts'
import { judgePercent } from '../../quantity/percent.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { Indicator } from '../../register/register.ts'
import { INEXACT_WORDS } from './checkWords.ts'
import { factIndex } from './factIndex.ts'
import { percentDecimals } from './percentDecimals.ts'
import { doubted, type Judged, judgeStated, pairs, placeOfPercent } from './percentVerdict.ts'
import { indicatorOf, registeredTarget } from './truth.ts'

/**
 * Judges the percentage that a record states, by the first rule that applies.
 *
 *     indicator           figures                  stated   judged
 *     falls (清零)         any                       any      not (completed ÷ target says nothing of it)
 *     any                 约146                     约48%     not (nothing exact to compare)
 *     coverage rate       4405例 of 6173例           71.36%   right
 *     coverage rate       4405例                    71.36%   not (DENOMINATOR_MISSING)
 *     milestone           any                       50%      not
 *     count, target 100   100个行政村 (refused)       100%     unverifiable
 *     count, target 100   blank                     30%      unverifiable
 *     count, target 100   blank                     0%       not (as good as blank)
 *     count               146 of 300                48.67%   right
 *     count, 建成          在建4座 of 10               0%       unverifiable (of what is completed, perhaps)
 */
export function percentOfRecord(facts: CheckFacts, record: FigureRecord): Judged {
  const indicator = indicatorOf(facts, record)
  if (record.values.statedPercent == null || !indicator) return 'notJudged'
  for (const { judge } of RULES) {
    const judged = judge(facts, record, indicator)
    if (judged !== undefined) return judged
  }
  return 'notJudged'
}

/** A rule answers undefined where it does not apply. */
interface Rule {
  readonly name: string
  readonly judge: (facts: CheckFacts, record: FigureRecord, indicator: Indicator) => Judged | undefined
}

const RULES: readonly Rule[] = [
  {
    name: 'a falling indicator',
    judge: (_facts, _record, { direction }) => (direction === 'down' ? 'notJudged' : undefined),
  },
  {
    name: 'inexactly stated',
    judge: (_facts, { written }) => (isInexact(written.statedPercent) || isInexact(written.cumulative) ? 'notJudged' : undefined),
  },
  {
    name: 'a coverage rate: of its denominator',
    judge: (facts, record, { kind }) => {
      const { cumulative, denominator } = record.values
      if (kind !== 'percent') return undefined
      return cumulative == null || denominator == null
        ? 'notJudged'
        : judgeStated(record, percentDecimals(facts, record), [[cumulative, denominator]])
    },
  },
  {
    name: 'nothing that is counted',
    judge: (_facts, _record, { kind }) => (kind === 'count' ? undefined : 'notJudged'),
  },
  {
    name: 'its figure is missing or was refused',
    judge: (facts, record) => {
      const { cumulative, statedPercent: stated } = record.values
      if (cumulative != null || stated == null) return undefined
      const cell = record.origin.cells.cumulative
      const isUnusable = cell !== undefined && factIndex(facts).unusable.has(`${record.origin.sheet}!${cell}`)
      if (cell === undefined || (stated === 0 && !isUnusable)) return 'notJudged'
      return { verdict: 'unverifiable', place: placeOfPercent(record), params: { stated: decimalFromScaled(stated) } }
    },
  },
  {
    // the usual case, before lists are made of what else it could be compared with
    name: 'right for the target that the record states',
    judge: (facts, record) => {
      const { statedPercent, cumulative, target } = record.values
      if (statedPercent == null || cumulative == null || target == null || target <= 0) return undefined
      return judgePercent(statedPercent, percentDecimals(facts, record), cumulative, target) === 'right' ? 'right' : undefined
    },
  },
  {
    name: 'of the target stated, or of the registered one',
    judge: (facts, record, indicator) => {
      const { cumulative, target, stage } = record.values
      if (cumulative == null) return undefined
      const bases = pairs(cumulative, [target, registeredTarget(facts, record)])
      const judged = judgeStated(record, percentDecimals(facts, record), bases)
      // 在建4座 next to 0%: the percentage may be of what is completed
      return stage != null && stage !== (indicator.countsStage ?? 'completed') ? doubted(judged) : judged
    },
  },
]

/** Whether a figure was written with words that leave it inexact: 约48%, 100余户. */
const isInexact = (written: string | undefined): boolean =>
  written !== undefined && !ONLY_DIGITS.test(written) && INEXACT_WORDS.pattern.test(written)

const ONLY_DIGITS = /^[-\d.]*%?$/
