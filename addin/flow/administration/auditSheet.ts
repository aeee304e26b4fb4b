import { namesApart } from '../../../shared/base/namesApart.ts'
import { columnName } from '../../../shared/grid/a1.ts'
import type { AuditEntry } from '../../../shared/wire/administration.ts'
import type { SheetCell, SheetDocument } from '../../ports/sheetDocument.ts'
import { lineCells, textCell } from '../makeCells.ts'

type ColumnName = 'id' | 'at' | 'who' | 'act' | 'object' | 'reason' | 'changes' | 'request'

/** The words of the sheet, in the language of the person who writes it. */
export interface AuditWords {
  readonly sheetName: string
  title(at: string): string
  /** `more`: there are older entries, which are not on the sheet. */
  note(count: number, of: string, more: boolean): string
  readonly headings: Readonly<Record<ColumnName, string>>
  time(iso: string): string
  act(act: string): string
  /** What it was done to, as a person calls it. */
  object(entry: AuditEntry): string
  /** What was true before and after, as a person reads it. */
  changes(entry: AuditEntry): string
}

/** What the sheet is made from. */
export interface AuditSheetInputs {
  readonly entries: readonly AuditEntry[]
  /** There are older entries, which are not on the sheet. */
  readonly more: boolean
  /** The filter in words; "" for all entries. */
  readonly filter: string
  /** ISO */
  readonly now: string
}

/** A column of the trail: its name among the headings, its width in characters, and its text of an entry. */
interface AuditColumn {
  readonly name: ColumnName
  readonly width: number
  text(entry: AuditEntry): string
}

/** At most what a cell of Excel holds. */
const LONGEST_TEXT = 32_000
/** Title, note and headings. */
const FROZEN_ROWS = 3

/** Who did each act, by the name of the time; nobody of what the house did by itself. */
export function actorsApart(entries: readonly AuditEntry[]): (entry: AuditEntry) => string {
  const people = entries.flatMap(({ account, by }) => (account === null || by === null ? [] : [{ account, by }]))
  const nameOf = namesApart(people)
  return ({ account, by }) => (account === null ? '' : nameOf({ account, by: by ?? account }))
}

const columnsOf = (nameOf: (entry: AuditEntry) => string, words: AuditWords): readonly AuditColumn[] => [
  { name: 'id', width: 8, text: ({ id }) => String(id) },
  { name: 'at', width: 18, text: ({ at }) => words.time(at) },
  { name: 'who', width: 16, text: nameOf },
  { name: 'act', width: 16, text: ({ act }) => words.act(act) },
  { name: 'object', width: 34, text: words.object },
  { name: 'reason', width: 30, text: ({ reason }) => reason ?? '' },
  { name: 'changes', width: 48, text: (entry) => words.changes(entry).slice(0, LONGEST_TEXT) },
  { name: 'request', width: 38, text: ({ requestId }) => requestId },
]

/** Entries of the audit trail as a sheet, a row each; all of it is text, whatever people typed as a reason. */
export function auditSheet({ entries, more, filter, now }: AuditSheetInputs, words: AuditWords): SheetDocument {
  const columns = columnsOf(actorsApart(entries), words)
  const line = (value: string, role: SheetCell['role']): SheetCell[] => lineCells(value, role, columns.length)
  const last = columnName(columns.length)
  return {
    name: words.sheetName,
    rows: [
      line(words.title(words.time(now)), 'title'),
      line(words.note(entries.length, filter, more), 'note'),
      columns.map(({ name }) => textCell(words.headings[name], 'heading')),
      ...entries.map((entry) => columns.map((column) => textCell(column.text(entry)))),
    ],
    merges: [`A1:${last}1`, `A2:${last}2`],
    widths: columns.map(({ width }) => width),
    frozenRows: FROZEN_ROWS,
  }
}
