import type { Register } from '../register/register.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { Letterhead } from './reportDocument.ts'

/** What a report is written from. */
export interface ReportInput {
  readonly register: Register
  readonly consolidation: CityFigures
  /** Units whose period the coordinator has not accepted yet; their texts are marked, and left out of a formal report. */
  readonly pending?: ReadonlySet<string>
  /** With it the report is a formal one. */
  readonly letterhead?: Letterhead
  /** What the author says instead of the derived opening. */
  readonly opening?: { readonly asOf?: string; readonly overall?: string }
}
