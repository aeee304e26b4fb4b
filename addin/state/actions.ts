import type { Correction } from '../../shared/sheet/reading.ts'
import type { DocumentAsk } from '../../shared/wire/document.ts'
import type { ConsolidationWords } from '../flow/consolidationSheet.ts'
import type { SentRow } from '../flow/deliver.ts'
import type { Decisions } from '../flow/planSubmission.ts'
import type { TabName } from './tabs.ts'

/** What a person can do; each ends in a store, and none throws but for our own bugs, which become a `bug` fault. */
export interface Actions {
  /** At the opening of the pane; `invitation` is tried at once where the address brought one. */
  begin(invitation: string | null): Promise<void>
  signIn(code: string): Promise<void>
  /** Opens the city's own sign-in in the person's browser; it ends with a code for `signIn`. */
  openCityLogin(): void
  signOut(): Promise<void>
  choosePeriod(id: string): Promise<void>
  check(): Promise<void>
  setMarks(shown: boolean): Promise<void>
  select(sheet: string, cell: string): Promise<void>
  correct(sheet: string, correction: Correction): Promise<void>
  forgetCorrections(sheet: string): Promise<void>
  preview(): Promise<void>
  decide(change: (before: Decisions) => Decisions): void
  cancelPreview(): void
  submit(): Promise<void>
  resend(): Promise<void>
  keepMine(row: SentRow): Promise<void>
  takeTheirs(row: SentRow): Promise<void>
  closeAnswers(): void
  lookUp(): Promise<void>
  pull(words: ConsolidationWords): Promise<void>
  openDocument(ask: DocumentAsk): Promise<void>
  show(tab: TabName): void
  dismissFault(): void
  /** The sheet was edited or another one shown. */
  edited(sheet: string): void
}
