import type { RegisterFault } from './parseRegister.ts'

/** Why a register cannot be read, of whatever source, with its place. */
export interface RegisterTrouble {
  /** A reason of the sheet's reader ("unknownUnit"), a flaw of the whole ("reporterTwice"), or "malformed", "notJson". */
  readonly code: string
  /** The cell at fault, where a sheet was read and one cell is. */
  readonly cell: string | null
  /** "indicator 7.1.a", or a path into the JSON ("tasks.0.text"); "" where the cell says it all. */
  readonly at: string
  /** What is there, or what was expected. */
  readonly value: string
}

/** A register that could not be read: everything that is wrong with it, at once. */
export interface RegisterUnread {
  readonly tag: 'unread'
  readonly troubles: readonly RegisterTrouble[]
}

/** What is wrong with a register's form, as troubles without a cell. */
export const troublesOf = (fault: RegisterFault): readonly RegisterTrouble[] =>
  fault.tag === 'malformed'
    ? fault.issues.map(({ path, message }) => ({ code: 'malformed', cell: null, at: path, value: message }))
    : fault.flaws.map(({ code, at, value }) => ({ code, cell: null, at, value }))
