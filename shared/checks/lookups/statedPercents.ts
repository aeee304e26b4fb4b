import type { CheckFacts } from '../../finding/facts.ts'
import { judgePercent, rightPercent } from '../../quantity/percent.ts'
import { asScaled, decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { StatedTotal } from '../../record/reading.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import { coveredRecords } from './coveredRecords.ts'
import { factIndex } from './factIndex.ts'
import { percentDecimals } from './percentDecimals.ts'
import { placeOf } from './raise.ts'
import { sumVerdict } from './sumChecks.ts'
import { indicatorOf, registeredTarget } from './truth.ts'

/** A stated percentage beside what it should be. */
export interface PercentVerdict {
  readonly verdict: 'oneOff' | 'wrong' | 'unverifiable'
  readonly place: { readonly sheet: string; readonly cell: string; readonly record?: string }
  readonly params: {
    readonly stated: string
    readonly right?: string
    readonly exact?: string
    readonly part?: string
    readonly whole?: string
  }
}

/** Judges every stated percentage of records and totals once; right ones are left out. */
export function statedPercents(facts: CheckFacts): readonly PercentVerdict[] {
  const known = verdicts.get(facts)
  if (known) return known
  const doubts: PercentVerdict[] = []
  const right: string[] = []
  const keep = (one: Judged | undefined, source: Source) => {
    if (one === 'right') right.push(source.origin.cells.statedPercent ?? '')
    else if (one) doubts.push(one)
  }
  facts.records.forEach((record) => {
    if (record.values.statedPercent != null) keep(ofRecord(facts, record), record)
  })
  facts.totals.forEach((total) => {
    keep(ofTotal(facts, total), total)
  })
  const found = withoutStrangeColumns(doubts, right)
  verdicts.set(facts, found)
  return found
}

const EXACT = /^[-\d.]*%?$/

type Source = FigureRecord | StatedTotal
type Judged = PercentVerdict | 'right'

/**
 * A column most of whose percentages are wrong is no share of completed in target as it was read (of money, of last
 * year …): nobody is accused, the percentages are only called unverifiable. Of fewer than four, each is judged alone.
 */
function withoutStrangeColumns(doubts: readonly PercentVerdict[], right: readonly string[]): readonly PercentVerdict[] {
  if (doubts.every((one) => one.verdict !== 'wrong')) return doubts
  const columns = new Map<string, { all: number; wrong: number }>()
  const columnOf = (cell: string) => cell.replace(/\d+$/, '')
  const count = (cell: string, verdict: PercentVerdict['verdict'] | 'right') => {
    const counted = columns.get(columnOf(cell)) ?? { all: 0, wrong: 0 }
    if (verdict !== 'unverifiable') counted.all++
    if (verdict === 'wrong') counted.wrong++
    columns.set(columnOf(cell), counted)
  }
  for (const cell of right) count(cell, 'right')
  for (const one of doubts) count(one.place.cell, one.verdict)
  return doubts.map((one) => {
    const count = columns.get(columnOf(one.place.cell))
    return one.verdict === 'wrong' && count && count.all >= 4 && count.wrong * 2 > count.all ? { ...one, verdict: 'unverifiable' } : one
  })
}

const verdicts = new WeakMap<CheckFacts, readonly PercentVerdict[]>()

function ofRecord(facts: CheckFacts, record: FigureRecord): Judged | undefined {
  const { statedPercent: stated, cumulative, denominator } = record.values
  const indicator = indicatorOf(facts, record)
  if (stated == null || !indicator || indicator.direction === 'down') return undefined
  if (isRough(record.written.statedPercent) || isRough(record.written.cumulative)) return undefined
  const decimals = percentDecimals(facts, record)
  if (indicator.kind === 'percent') {
    return cumulative == null || denominator == null ? undefined : judged(record, stated, decimals, [[cumulative, denominator]])
  }
  if (indicator.kind !== 'count') return undefined
  if (cumulative == null) {
    const cell = record.origin.cells.cumulative
    const rests = cell !== undefined && (stated !== 0 || factIndex(facts).unusable.has(`${record.origin.sheet}!${cell}`))
    return rests ? { verdict: 'unverifiable', place: placeOfSource(record), params: { stated: decimalFromScaled(stated) } } : undefined
  }
  const { target } = record.values
  // The usual case, without making lists of what it could be compared with.
  if (target != null && target > 0 && judgePercent(stated, decimals, cumulative, target) === 'right') return 'right'
  const verdict = judged(record, stated, decimals, pairs(cumulative, [target, registeredTarget(facts, record)]))
  // 在建4座 beside 0%: the percentage may be of what is completed
  const { stage } = record.values
  return stage != null && stage !== (indicator.countsStage ?? 'completed') ? doubted(verdict) : verdict
}

/** 约48%, 100余户: nothing exact to compare. */
const isRough = (written: string | undefined): boolean =>
  written !== undefined && !EXACT.test(written) && /[约近余多超逾]|左右|上下|以[上下]/.test(written)

/** A total's percentage is checked against the recomputed sums; against the stated ones where those fit or are uncertain. */
function ofTotal(facts: CheckFacts, total: StatedTotal): Judged | undefined {
  const { statedPercent: stated, cumulative, target } = total.values
  const [subject = ''] = total.subject.split('/')
  const indicator = registerIndex(facts.register).indicators.get(subject)
  if (stated == null || indicator?.kind !== 'count' || indicator.direction === 'down' || total.kind === 'of_which') return undefined
  const decimals = percentDecimals(facts, total)
  const wholes = [target, indicator.area === total.area ? indicator.target?.value : undefined]
  const own = cumulative == null ? [] : pairs(cumulative, wholes)
  const sums = [sumVerdict(facts, total, 'cumulative'), sumVerdict(facts, total, 'target')]
  if (sums.includes('uncertain')) {
    return doubted(judged(total, stated, decimals, own))
  }
  const records = coveredRecords(facts, total)
  const summed = sumOf(records, 'cumulative')
  const targets = sumOf(records, 'target')
  if (!sums.includes('differs')) {
    const verdict = judged(total, stated, decimals, [...(summed === undefined ? [] : pairs(summed, [targets])), ...own])
    // Without a target of its own the total's base is a guess.
    return target == null && targets === undefined ? doubted(verdict) : verdict
  }
  const part = sums[0] === 'differs' ? summed : (cumulative ?? undefined)
  const whole = sums[1] === 'differs' ? targets : target
  return part === undefined ? undefined : judged(total, stated, decimals, pairs(part, [whole, ...wholes]))
}

const doubted = (one: Judged | undefined): Judged | undefined =>
  one === undefined || one === 'right' ? one : { ...one, verdict: 'unverifiable' }

function pairs(part: Scaled, wholes: readonly (Scaled | null | undefined)[]): Pair[] {
  const found: Pair[] = []
  for (const whole of wholes) if (whole != null && whole > 0) found.push([part, whole])
  return found
}

const placeOfSource = (source: Source): PercentVerdict['place'] =>
  'part' in source
    ? placeOf(source, 'statedPercent')
    : { sheet: source.origin.sheet, cell: source.origin.cells.statedPercent ?? `A${source.origin.row}` }

type Pair = readonly [part: Scaled, whole: Scaled]

/** Right if it is right for any of the pairs; else the verdict on the first. */
function judged(source: Source, stated: Scaled, decimals: number, bases: readonly Pair[]): Judged | undefined {
  const [pair] = bases
  if (!pair) return undefined
  let best: 'oneOff' | 'wrong' | undefined
  for (const [part, whole] of bases) {
    const verdict = judgePercent(stated, decimals, part, whole)
    if (verdict === 'right') return 'right'
    if (verdict === 'oneOff' || best === undefined) best = verdict
  }
  if (best === undefined) return undefined
  const right = rightPercent(pair[0], pair[1], decimals)
  const exact = rightPercent(pair[0], pair[1], 2)
  return {
    verdict: best,
    place: placeOfSource(source),
    params: {
      stated: decimalFromScaled(stated),
      ...(right !== undefined && { right: decimalFromScaled(right) }),
      ...(exact !== undefined && { exact: decimalFromScaled(exact) }),
      part: decimalFromScaled(pair[0]),
      whole: decimalFromScaled(pair[1]),
    },
  }
}

function sumOf(records: readonly FigureRecord[], field: 'cumulative' | 'target'): Scaled | undefined {
  let sum = 0
  let any = false
  for (const record of records) {
    const value = record.values[field]
    if (value == null) continue
    any = true
    sum += value
  }
  return any && Math.abs(sum) < 9e15 ? asScaled(sum) : undefined
}
