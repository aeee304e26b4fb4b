import type { RecordKey } from '../../shared/record/figureRecord.ts'
import type { Correction } from '../../shared/record/reading.ts'
import type { DocumentAsk } from '../../shared/wire/document.ts'
import type { SubmissionAct } from '../../shared/wire/submissionActs.ts'
import type { ConsolidationWords } from '../flow/city/consolidationWords.ts'
import type { Place } from '../flow/place.ts'
import type { SentRow } from '../flow/submit/deliver.ts'
import type { Decisions } from '../flow/submit/planSubmission.ts'
import type { NewComment } from '../ports/unitPeriodApi.ts'
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
  /** Reads who has reported and who has not. */
  listUnits(): Promise<void>
  /** Opens a unit of the list; the person's own has a tab of its own. */
  openUnit(reporter: string): Promise<void>
  /** Reads again the unit's period that is open, or the person's own. */
  readUnit(): Promise<void>
  readOwnUnit(): Promise<void>
  closeUnit(): void
  /** Does an act on the unit's period that is open; true where it was done. */
  act(act: SubmissionAct, reason: string | null): Promise<boolean>
  /** 报送完成: at once where nothing would be left out, else after a look at what would. */
  previewCompletion(): Promise<void>
  complete(): Promise<void>
  cancelCompletion(): void
  comment(comment: NewComment): Promise<boolean>
  setExtension(until: string | null, reason: string): Promise<boolean>
  loadHistory(about: RecordKey): Promise<void>
  /** Shows the cell of a row in the sheet. */
  showRow(about: RecordKey, place: Place | null): Promise<void>
  dismissFault(): void
  /** The sheet was edited or another one shown. */
  edited(sheet: string): void
}
