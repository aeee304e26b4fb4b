import { judgePercent, rightPercent } from '../../quantity/percent.ts'
import { decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { StatedTotal } from '../../record/reading.ts'
import { placeOf } from './raise.ts'

/** What states a percentage: a record, or a total of the sheet. */
export type PercentSource = FigureRecord | StatedTotal

/** A stated percentage next to what it should be. */
export interface PercentVerdict {
  readonly verdict: 'oneOff' | 'wrong' | 'unverifiable'
  readonly place: { readonly sheet: string; readonly cell: string; readonly record?: string }
  readonly params: {
    readonly stated?: string
    /** In place of `stated` and `right` where most of the column is made of something else than figure and target. */
    readonly written?: string
    readonly made?: string
    readonly right?: string
    readonly exact?: string
    readonly part?: string
    readonly whole?: string
  }
}

/** right: nothing to say of it. notJudged: it is not a percentage that anybody can recompute. */
export type Judged = PercentVerdict | 'right' | 'notJudged'

/** A figure and what it may be a percentage of. */
export type Pair = readonly [part: Scaled, whole: Scaled]

/** One figure with each whole that it may be a percentage of; missing ones and those that nothing can be a part of are left out. */
export function pairs(part: Scaled, wholes: readonly (Scaled | null | undefined)[]): readonly Pair[] {
  const found: Pair[] = []
  for (const whole of wholes) if (whole != null && whole > 0) found.push([part, whole])
  return found
}

/** Right if it is right for any of the pairs; else the verdict on the first. */
export function judgeStated(source: PercentSource, decimals: number, bases: readonly Pair[]): Judged {
  const stated = source.values.statedPercent
  const [likeliest] = bases
  if (stated == null || !likeliest) return 'notJudged'
  let best: 'oneOff' | 'wrong' | undefined
  for (const [part, whole] of bases) {
    const verdict = judgePercent(stated, decimals, part, whole)
    if (verdict === 'right') return 'right'
    if (verdict === 'oneOff' || best === undefined) best = verdict
  }
  if (best === undefined) return 'notJudged'
  const [part, whole] = likeliest
  const right = rightPercent(part, whole, decimals)
  const exact = rightPercent(part, whole, 2)
  return {
    verdict: best,
    place: placeOfPercent(source),
    params: {
      stated: decimalFromScaled(stated),
      ...(right !== undefined && { right: decimalFromScaled(right) }),
      ...(exact !== undefined && { exact: decimalFromScaled(exact) }),
      part: decimalFromScaled(part),
      whole: decimalFromScaled(whole),
    },
  }
}

/** The verdict where the base is a guess: nobody is accused, the percentage is only called unverifiable. */
export const doubted = (one: Judged): Judged => (typeof one === 'string' ? one : { ...one, verdict: 'unverifiable' })

/** The cell of the percentage; of a total that has none, its row. */
export const placeOfPercent = (source: PercentSource): PercentVerdict['place'] =>
  'part' in source
    ? placeOf(source, 'statedPercent')
    : { sheet: source.origin.sheet, cell: source.origin.cells.statedPercent ?? `A${source.origin.row}` }
