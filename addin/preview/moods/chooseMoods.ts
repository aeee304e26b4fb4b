import { isOneOf, keysOf } from '../../../shared/base/keysOf.ts'
import type { Mood, MoodTarget } from '../richapi/mood.ts'
import { MOODS, type MoodName } from './moods.ts'
import { undoStack } from './undoStack.ts'

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

/** A played Excel: the ExcelApi that it declares, and what is difficult about it. */
export interface PlayedExcel {
  readonly api: string
  readonly moods: readonly Mood[]
}

/** The moods begin on a workbook that is open; the ExcelApi is the one that was asked for, or the lowest that a mood has. */
export function playExcel(names: readonly MoodName[], asked: string, target: MoodTarget): PlayedExcel {
  const moods = names.map((name): Mood => MOODS[name].begin(target))
  const api = moods.reduce((lowest, mood) => (mood.api !== undefined && minorOf(mood.api) < minorOf(lowest) ? mood.api : lowest), asked)
  return { api, moods: [...moods, undoStack(minorOf(api), target)] }
}

/** 14 of "1.14"; all ExcelApi are 1. */
const minorOf = (api: string): number => Number(api.split('.')[1])
