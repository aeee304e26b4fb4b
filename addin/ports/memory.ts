import type { Correction } from '../../shared/record/reading.ts'

/**
 * What a person said of remembered layouts for one sheet: not to read it by them, or to do so although its figures speak
 * against it.
 */
export type LayoutUse = 'ignored' | 'insisted'

/** What is remembered: the session on this device, and corrections with the workbook. */
export interface Memory {
  /** The secret of the session; null where nobody is signed in on this device. */
  token(): Promise<string | null>
  /** Null forgets it. */
  setToken(token: string | null): Promise<void>
  /** Whether the session outlives the pane; false where this device keeps nothing. */
  tokenLasts(): boolean
  /** What people said of a sheet of this workbook, and of no other of that name. */
  corrections(sheet: string): Promise<readonly Correction[]>
  /** Replaces them; an empty list leaves nothing behind in the file. */
  setCorrections(sheet: string, corrections: readonly Correction[]): Promise<void>
  /** Null where nothing was said. */
  layoutUse(sheet: string): Promise<LayoutUse | null>
  setLayoutUse(sheet: string, use: LayoutUse | null): Promise<void>
  /** A small preference of the person on this device, such as the period last chosen. */
  preference(name: string): Promise<string | null>
  setPreference(name: string, value: string): Promise<void>
}
