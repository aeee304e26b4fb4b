import type { Scaled } from '../quantity/scaled.ts'
import type { Indicator } from '../register/register.ts'
import { knownPercent } from './knownPercent.ts'

/** Whether a larger figure is nearer to what was promised: not of what is left (清零), nor of what is to stay below a limit. */
export const isProgress = ({ direction, target }: Indicator): boolean => direction === 'up' && target?.op !== '<='

/** 不超过: what is to stay below its target until the deadline, and is not reached before. */
export const isLimit = ({ direction, target }: Indicator): boolean => direction === 'up' && target?.op === '<='

/**
 * How much of a target is reached, in percent points; null where a figure is missing, or is no progress towards a target.
 *
 * | | figure | target | |
 * | --- | --- | --- | --- |
 * | count | 146公里 | 300公里 | 48.67 |
 * | rate | 55 % | 60 % | 91.67 |
 * | 清零, what is left | 4个 | 0个 | – |
 * | at most | 8起 | 10起 | – |
 */
export const reachedPercent = (
  indicator: Indicator,
  { cumulative, percent }: { readonly cumulative: number | null; readonly percent: number | null },
  target: number | null | undefined,
): Scaled | null => (isProgress(indicator) ? knownPercent(indicator.kind === 'percent' ? percent : cumulative, target) : null)
