import type { Result } from '../../shared/base/result.ts'
import type { Correction } from '../../shared/record/reading.ts'
import type { WorkbookFault } from './workbookFault.ts'

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
  corrections(sheet: string): Promise<Result<readonly Correction[], WorkbookFault>>
  /**
   * Replaces them; an empty list leaves nothing behind in the file. A fault says that the workbook did not keep them: they
   * hold until the pane is closed.
   */
  setCorrections(sheet: string, corrections: readonly Correction[]): Promise<Result<void, WorkbookFault>>
  /** Null where nothing was said. */
  layoutUse(sheet: string): Promise<Result<LayoutUse | null, WorkbookFault>>
  /** A fault as above. */
  setLayoutUse(sheet: string, use: LayoutUse | null): Promise<Result<void, WorkbookFault>>
  /** A small preference of the person on this device, such as the period last chosen. */
  preference(name: string): Promise<string | null>
  setPreference(name: string, value: string): Promise<void>
}
