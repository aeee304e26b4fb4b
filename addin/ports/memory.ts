import type { Correction } from '../../shared/record/reading.ts'

/** What is remembered: the session on this device, and corrections with the workbook. */
export interface Memory {
  token(): Promise<string | null>
  setToken(token: string | null): Promise<void>
  corrections(sheet: string): Promise<readonly Correction[]>
  setCorrections(sheet: string, corrections: readonly Correction[]): Promise<void>
  /** A small preference of the person on this device, such as the period last chosen. */
  preference(name: string): Promise<string | null>
  setPreference(name: string, value: string): Promise<void>
}
