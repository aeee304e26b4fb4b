import { measureScale } from '../../quantity/measureScale.ts'
import { parseQuantity } from '../../quantity/parseQuantity.ts'
import { asScaled, type Scaled } from '../../quantity/scaled.ts'
import type { MatchHints } from '../subjects/scoreSubjects.ts'

/** What a row has besides its words: its measure, its target, the category it is under. */
export function matchHints(measure: string, target: string, category: number | undefined): MatchHints {
  const ownMeasure = measure || measureIn(target)
  const value = target === '' ? undefined : targetOf(target, measure)
  return {
    figures: false,
    ...(ownMeasure ? { measure: ownMeasure } : {}),
    ...(value === undefined ? {} : { target: value }),
    ...(category === undefined ? {} : { category }),
  }
}

/** Longer texts are tasks, not targets. */
const LONGEST_TARGET = 30

const measureIn = (target: string): string | undefined =>
  target === '' || target.length > LONGEST_TARGET ? undefined : (parseQuantity(target)?.measure ?? undefined)

/** A target in the base measure: "2.9" of 万户 and "2.9万户" are 29,000. */
function targetOf(text: string, measure: string): Scaled | undefined {
  const quantity = parseQuantity(/^[\d.]+$/u.test(text) ? Number(text) : text)
  if (!quantity) return undefined
  const scale = quantity.scale === 1 ? measureScale(measure).scale : 1
  const value = quantity.value * scale
  return Number.isSafeInteger(value) && Math.abs(value) < LARGEST ? asScaled(value) : undefined
}

const LARGEST = 9e15
