import type { RecordKey } from '../../shared/record/figureRecord.ts'
import type { Correction } from '../../shared/record/reading.ts'
import type { DocumentAsk } from '../../shared/wire/document.ts'
import type { SubmissionAct } from '../../shared/wire/submissionActs.ts'
import type { ConsolidationWords } from '../flow/city/consolidationWords.ts'
import type { Place } from '../flow/place.ts'
import type { SentRow } from '../flow/submit/deliver.ts'
import type { Decisions } from '../flow/submit/planSubmission.ts'
import type { LayoutUse } from '../ports/memory.ts'
import type { NewComment } from '../ports/unitPeriodApi.ts'
import type { TabName } from './tabs.ts'

/** What a person can do; each ends in a store, and none throws but for our own bugs, which become a `bug` fault. */
export interface Actions {
  /** At the opening of the pane; `invitation` is tried at once where the address brought one. */
  begin(invitation: string | null): Promise<void>
  /** Trades an invitation code for a session. */
  signIn(code: string): Promise<void>
  /** Checks sheets without an account, by the register that the city shows; nothing is sent. */
  visit(): Promise<void>
  /** From there to the sign-in. */
  leaveVisit(): Promise<void>
  /** Opens the city's own sign-in in the person's browser; it ends with a code for `signIn`. */
  openCityLogin(): void
  /** Ends the session, takes our marks off the sheets (where that clears nothing that could be undone), and forgets the work of the person who leaves. */
  signOut(): Promise<void>
  /** Goes over to another period; what was read for the one before is forgotten. */
  choosePeriod(id: string): Promise<void>
  /** 检查: reads the open sheet, and marks what is wrong with it where that clears nothing that the person could undo. */
  check(): Promise<void>
  /** Shows our marks in the sheet, or takes them off. */
  setMarks(shown: boolean): Promise<void>
  /** Takes our marks off every sheet of the workbook: also signed out, after a failed check, while something else goes on. */
  clearMarks(): Promise<void>
  /** Has the workbook open the pane with it, or no longer. */
  setOpensPane(on: boolean): Promise<void>
  /** Shows a cell to the person. */
  select(sheet: string, cell: string): Promise<void>
  /** Reads the sheet again with what the person says columns, rows or headings are. */
  correct(sheet: string, ...corrections: readonly Correction[]): Promise<void>
  /** Reads the sheet without what was remembered of its layout, by it whatever its figures prove, or (null) as it comes. */
  useLayouts(sheet: string, use: LayoutUse | null): Promise<void>
  /** Proposes for the whole city what the unit remembers of a layout. */
  proposeLayout(layout: string): Promise<void>
  /** The unit remembers nothing of a layout any more. */
  forgetLayout(layout: string): Promise<void>
  /** Reads the sheet again as if nobody had corrected anything, this time or earlier. */
  forgetCorrections(sheet: string): Promise<void>
  /** 报送, first step: reads the sheet and the server, and shows what would change. */
  preview(): Promise<void>
  /** A reason written, or another value to be overwritten: the preview follows. */
  decide(change: (before: Decisions) => Decisions): void
  /** Nothing was sent. */
  cancelPreview(): void
  /** 报送, second step: sends what was previewed, if the sheet still says it. */
  submit(): Promise<void>
  /** Sends again what waits in the outbox. */
  resend(): Promise<void>
  /** Settles a conflict for the sheet, on top of the version that the person has seen. */
  keepMine(row: SentRow): Promise<void>
  /** Settles a conflict for the other value: it is the person who takes it over into the cell, which is shown. */
  takeTheirs(row: SentRow): Promise<void>
  /** Back from the answer to the check. */
  closeAnswers(): void
  /** Reads the city's figures, and writes nothing. */
  lookUp(): Promise<void>
  /** 汇总: reads the city's figures and writes them into a sheet. */
  pull(words: ConsolidationWords): Promise<void>
  /** Asks for a document of the period and opens it in the browser. */
  openDocument(ask: DocumentAsk): Promise<void>
  /** 取消: stops what takes long, where it can. */
  cancel(): void
  /** Goes to another tab; a fault of the one before is put away. */
  show(tab: TabName): void
  /** Reads who has reported and who has not. */
  listUnits(): Promise<void>
  /** Opens a unit of the list; the person's own has a tab of its own. */
  openUnit(reporter: string): Promise<void>
  /** Reads again the unit's period that is open, or the person's own. */
  readUnit(): Promise<void>
  /** Reads the person's own unit's period, whatever else is open. */
  readOwnUnit(): Promise<void>
  /** Back to the list of units. */
  closeUnit(): void
  /** Does an act on the unit's period that is open; true where it was done. */
  act(act: SubmissionAct, reason: string | null, confirmed?: boolean): Promise<boolean>
  /** 报送完成: at once where nothing would be left out, else after a look at what would. */
  previewCompletion(): Promise<void>
  /** Says that the report is complete, whatever is left out. */
  complete(): Promise<void>
  /** Not yet complete after all. */
  cancelCompletion(): void
  /** Says something of a row, or returns it; true where the server has it. */
  comment(comment: NewComment): Promise<boolean>
  /** Gives the unit that is open more time, or takes it back (null); true where it was done. */
  setExtension(until: string | null, reason: string): Promise<boolean>
  /** Reads what happened to a row of the unit that is open; once, however often it is asked for. */
  loadHistory(about: RecordKey): Promise<void>
  /** Shows the cell of a row in the sheet. */
  showRow(about: RecordKey, place: Place | null): Promise<void>
  /** Does the last act once more, where a part of the pane could not be fetched for it. */
  retry(): Promise<void>
  /** The person has read it. */
  dismissFault(): void
  /** The sheet was edited or another one shown. */
  edited(sheet: string): Promise<void>
  /** The sheet was deleted. */
  deleted(sheet: string): void
}
