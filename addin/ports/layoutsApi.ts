import type { Result } from '../../shared/base/result.ts'
import type { LayoutRequest, StoredLayout } from '../../shared/wire/layouts.ts'
import type { ApiFault } from './apiFault.ts'

/** What people said of the columns of sheets that are laid out alike: a unit's, and the city's. */
export interface LayoutsApi {
  /** What a unit's sheets are read by. Given up sooner than other requests: a sheet can be read without. */
  unitLayouts(reporter: string): Promise<Result<readonly StoredLayout[], ApiFault>>
  /** Remembers for a unit, in place of the version that the request names. */
  rememberLayout(reporter: string, layout: string, said: LayoutRequest): Promise<Result<StoredLayout, ApiFault>>
  forgetLayout(reporter: string, layout: string): Promise<Result<void, ApiFault>>
  /** Proposes for the city what the unit remembers, at the version that was looked at. */
  proposeLayout(reporter: string, layout: string, version: number): Promise<Result<StoredLayout, ApiFault>>
  /** What is agreed for the city, then what units propose. */
  cityLayouts(): Promise<Result<readonly StoredLayout[], ApiFault>>
  /** Lets all units use what one proposes. */
  agreeLayout(layout: string, reporter: string, version: number): Promise<Result<StoredLayout, ApiFault>>
  /** Takes back what was agreed (reporter null), or puts a unit's proposal back. */
  withdrawLayout(layout: string, reporter: string | null, reason: string): Promise<Result<void, ApiFault>>
}
