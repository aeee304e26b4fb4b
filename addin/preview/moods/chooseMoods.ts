import { isOneOf, keysOf } from '../../../shared/base/keysOf.ts'
import type { Desk, Mood } from '../richapi/mood.ts'
import { MOODS, type MoodName } from './moods.ts'

/** The moods of `strict`. */
export const STRICT: readonly MoodName[] = keysOf(MOODS).filter((name) => 'strict' in MOODS[name])

/** What was asked for: moods by name, and words that are none. */
export interface ChosenMoods {
  readonly names: readonly MoodName[]
  readonly unknown: readonly string[]
}

/** "strict", or names of moods ("filter,chart-sheet"), each once; nothing is the ordinary host. */
export function chooseMoods(text: string | null): ChosenMoods {
  const words = (text ?? '').split(',').filter((word) => word !== '')
  const known = words.flatMap((word) => (word === 'strict' ? STRICT : isOneOf(keysOf(MOODS), word) ? [word] : []))
  return {
    names: [...new Set(known)],
    unknown: words.filter((word) => word !== 'strict' && !isOneOf(keysOf(MOODS), word)),
  }
}

/** The moods begin on a workbook that is open. */
export const beginMoods = (names: readonly MoodName[], desk: Desk): readonly Mood[] => names.map((name) => MOODS[name].begin(desk))
