import type { NoSheetFormat } from '../../../shared/grid/format/formats.ts'
import type { ClueKind, Doubt } from '../../../shared/inbox/clue.ts'
import type { InboxFileFault } from '../../../shared/inbox/inboxFile.ts'
import type { Standing } from '../../state/inbox/inboxLines.ts'

/** What a sheet's rows come to. */
export interface OutcomeCounts {
  readonly fresh: number
  readonly changed: number
  readonly unchanged: number
  readonly conflicts: number
  readonly refused: number
}

/** The sentences of the office's inbox. */
export interface InboxTexts {
  readonly title: string
  readonly lead: string
  readonly choose: string
  readonly drop: string
  readonly empty: string
  repeated(names: string): string
  tooMany(most: number, left: number): string
  /** The device retains nothing: what is here goes with the pane. */
  readonly lost: string
  counts(files: number, sheets: number): string
  readonly standings: Readonly<Record<Standing, string>>
  readonly filter: string
  readonly all: string
  readonly readOn: (left: number) => string
  readonly tryAll: string
  send(count: number): string
  readonly remove: string
  removeNamed(name: string): string
  withoutTable(sheets: number): string
  readonly noTable: string
  readonly emptySheet: string
  readonly faults: Readonly<Record<Exclude<InboxFileFault['tag'], 'otherFormat'> | 'readerMissing', string>>
  otherFormat(format: NoSheetFormat): string
  /** Whose a sheet is, and by what. */
  readonly unit: string
  readonly chooseUnit: string
  readonly otherUnit: string
  readonly chosen: string
  clue(kind: ClueKind, text: string): string
  readonly doubts: Readonly<Record<Doubt, string>>
  take(unit: string): string
  /** What it would send, and what was found. */
  rows(going: number, unchanged: number, withheld: number): string
  found(errors: number, warnings: number): string
  readonly nothingFound: string
  readonly withheld: string
  questions(count: number): string
  readonly inSheet: string
  clash(file: string, sheet: string, rows: number): string
  before(by: string, when: string): string
  readonly isRight: string
  readonly tick: string
  tried(counts: OutcomeCounts): string
  sent(when: string, counts: OutcomeCounts): string
  conflict(row: string, field: string, unit: string, file: string): string
  readonly conflicts: string
  readonly preferFile: string
  readonly refused: string
  readonly noteNeeded: string
}
