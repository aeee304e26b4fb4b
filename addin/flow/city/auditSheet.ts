import type { AuditEntry } from '../../../shared/wire/administration.ts'
import type { SheetCell, SheetDocument } from '../../ports.ts'

/** The words of the sheet, in the language of the person who writes it. */
export interface AuditWords {
  readonly sheetName: string
  title(at: string): string
  /** `more`: there are older entries, which are not on the sheet. */
  note(count: number, of: string, more: boolean): string
  readonly headings: readonly [
    id: string,
    at: string,
    who: string,
    act: string,
    object: string,
    reason: string,
    changes: string,
    request: string,
  ]
  time(iso: string): string
  act(act: string): string
  /** What stood before and after, as a person reads it. */
  changes(entry: AuditEntry): string
}

const text = (value: string, role: SheetCell['role'] = 'body'): SheetCell => ({ kind: value === '' ? 'blank' : 'text', value, role })

/** Entries of the audit trail as a sheet, a row each; all of it is text, whatever people typed as a reason. */
export function auditSheet(
  { entries, more }: { readonly entries: readonly AuditEntry[]; readonly more: boolean },
  filter: string,
  names: ReadonlyMap<string, string>,
  words: AuditWords,
  now: string,
): SheetDocument {
  const width = words.headings.length
  const line = (value: string, role: SheetCell['role']): SheetCell[] => [
    text(value, role),
    ...Array.from({ length: width - 1 }, () => text('', role)),
  ]
  return {
    name: words.sheetName,
    rows: [
      line(words.title(words.time(now)), 'title'),
      line(words.note(entries.length, filter, more), 'note'),
      words.headings.map((heading) => text(heading, 'heading')),
      ...entries.map((entry) => [
        text(String(entry.id)),
        text(words.time(entry.at)),
        text(entry.account === null ? '' : (names.get(entry.account) ?? entry.account)),
        text(words.act(entry.act)),
        text(entry.object),
        text(entry.reason ?? ''),
        text(words.changes(entry).slice(0, CELL)),
        text(entry.requestId),
      ]),
    ],
    merges: ['A1:H1', 'A2:H2'],
    widths: [8, 18, 16, 16, 20, 30, 48, 38],
    frozenRows: 3,
  }
}

/** At most what a cell of Excel holds. */
const CELL = 32_000
