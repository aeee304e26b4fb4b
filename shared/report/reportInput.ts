import type { Register } from '../register/register.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { Letterhead } from './reportDocument.ts'

/** What a report is written from. */
export interface ReportInput {
  readonly register: Register
  readonly consolidation: CityFigures
  /** Units whose period the coordinator has not accepted yet; what they sent is marked, and in no part of a formal report. */
  readonly pending?: ReadonlySet<string>
  /** With it the report is a formal one. */
  readonly letterhead?: Letterhead
  /** China's day: a day that is still to come is nobody's as-of day. */
  readonly today?: string
  /** What the author says instead of the derived opening. */
  readonly opening?: { readonly asOf?: string; readonly overall?: string }
}
