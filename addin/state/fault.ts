import type { ReadingFault } from '../../shared/sheet/reading.ts'
import type { DeliveryFault } from '../flow/deliver.ts'
import type { PeriodFault } from '../flow/openDesk.ts'
import type { ResolveFault } from '../flow/resolveConflict.ts'
import type { SignInFault } from '../flow/signIn.ts'
import type { ApiFault, WorkbookFault } from '../ports.ts'

/** Everything that can keep the person from going on; the pane has one sentence for each, and what to do. */
export type PaneFault =
  | SignInFault
  | PeriodFault
  | WorkbookFault
  | ReadingFault
  | { readonly tag: 'readerMissing' }
  | { readonly tag: 'screenMissing' }
  | Exclude<ResolveFault, { tag: 'sheetChanged' }>
  | { readonly tag: 'sheetChanged' }
  | ApiFault
  | DeliveryFault
  /** Our own bug, caught at the edge. */
  | { readonly tag: 'bug'; readonly message: string }
