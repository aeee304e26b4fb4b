import type { ReadingFault } from '../../shared/pipeline/sheetReading.ts'
import type { PeriodChangeFault } from '../flow/administration/changePeriod.ts'
import type { PeriodFault } from '../flow/session/openPeriodContext.ts'
import type { SignInFault } from '../flow/session/signIn.ts'
import type { DeliveryFault } from '../flow/submit/deliver.ts'
import type { ResendingStopped } from '../flow/submit/resendOutbox.ts'
import type { ResolveFault } from '../flow/submit/resolveConflict.ts'
import type { ShowRowFault } from '../flow/submit/showRow.ts'
import type { SendingStopped } from '../flow/submit/submitSheet.ts'
import type { ActFault } from '../flow/unit/actOnUnitPeriod.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import type { WorkbookFault } from '../ports/workbookFault.ts'

/** Everything that can keep the person from going on; the pane has one sentence for each, and what to do. */
export type PaneFault =
  | SignInFault
  | PeriodFault
  | WorkbookFault
  | ReadingFault
  | { readonly tag: 'readerMissing' }
  | { readonly tag: 'screenMissing' }
  /** The words of the person's language could not be fetched. */
  | { readonly tag: 'languageMissing' }
  | PeriodChangeFault
  /** Somebody else loaded this version of the register, or made this account. */
  | { readonly tag: 'versionTaken' }
  | { readonly tag: 'accountTaken' }
  /** Another account is tied to this person of the identity provider. */
  | { readonly tag: 'identityTaken' }
  | ShowRowFault
  | ActFault['why']
  | Exclude<ResolveFault, { tag: 'sheetChanged' }>
  | { readonly tag: 'sheetChanged' }
  /** The ribbon's button is for what another role does. */
  | { readonly tag: 'notThisAccount' }
  | ApiFault
  | DeliveryFault
  | SendingStopped
  | ResendingStopped
  /** Our own bug, caught at the edge. */
  | { readonly tag: 'bug'; readonly message: string }
