import type { RegisterFault } from './parseRegister.ts'
import type { FlawCode } from './registerFlaw.ts'

/** Why a cell of a register's sheet does not fit; docs/register.md lists the reasons, the pane words each with its fix. */
export type SheetFaultReason =
  | 'noHeadings'
  | 'unknownHeading'
  | 'taskNumber'
  | 'indicatorNumber'
  | 'noTask'
  | 'taskTwice'
  | 'noText'
  | 'noUnit'
  | 'noName'
  | 'unknownUnit'
  | 'unknownArea'
  | 'unknownWord'
  | 'noFigure'
  | 'noTarget'
  | 'noDate'
  | 'noPeriod'
  | 'unknownIndicator'
  | 'indicatorTwice'
  | 'targetDiffers'

/** A reason of the sheet's reader, a flaw of the whole, or what is wrong with a file before either can be seen. */
export type TroubleCode = SheetFaultReason | FlawCode | 'malformed' | 'notJson'

/** Why a register cannot be read, of whatever source, with its place. */
export interface RegisterTrouble {
  readonly code: TroubleCode
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
