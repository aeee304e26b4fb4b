import type { Area } from '../../../shared/grid/a1.ts'
import type { Book } from '../../book/book.ts'
import type { Json } from '../../book/json.ts'
import type { Sheet } from '../../book/sheet.ts'
import { accessDenied, unsupportedSheet } from './hostError.ts'

/** An argument of a method: plain data, or an object of ours. */
export type Argument = Json | HostObject

/** One object the client holds: its type on the wire and what it represents. */
export interface HostObject {
  readonly type: string
  readonly target: unknown
  /** The id by which the client finds it again in a later batch. */
  reference?: string
}

/** One thing that a batch does with an object of ours, before it is done: what a mood can come between. */
export interface Act {
  readonly kind: 'call' | 'set' | 'load'
  /** The object's type and the member, as on the wire: "Worksheet", "Activate". A load has no member; its arguments are the names. */
  readonly type: string
  readonly name: string
  readonly target: unknown
  readonly args: readonly Argument[]
}

/** What the types need of the running executor. */
export interface Session {
  readonly book: Book
  /** The year that "5月20日" belongs to. */
  readonly year: number
  readonly references: Map<string, HostObject>
  /** Asked before every act. Throws what Excel answers instead; true where a mood did it in its own way (a `set` only). */
  readonly before: (act: Act) => boolean
  /** Counts who listens to an event (65536, type) of a target. */
  listen(type: number, target: string, by: 1 | -1): void
  /** Cells hold something else; results follow before the next read. */
  wrote(sheet: Sheet, area: Area): void
}

/** A property on the wire; one without `set` is read-only. */
export interface HostProperty<T> {
  readonly get: (target: T, session: Session) => Json
  readonly set?: (target: T, value: Argument, session: Session) => void
}

/** What a type of the wire can do; names are the wire's (PascalCase). */
export interface HostType<T> {
  /** What distinguishes this object from others of its type, answered at once. */
  readonly identity?: (target: T) => Readonly<Record<string, Json>>
  readonly properties?: Readonly<Record<string, HostProperty<T>>>
  readonly children?: Readonly<Record<string, (target: T, session: Session) => HostObject | null>>
  readonly methods?: Readonly<Record<string, HostMethod<T>>>
  readonly items?: (target: T, session: Session) => HostObject[]
  /** collection.getItem(key) */
  readonly item?: (target: T, args: readonly Argument[], session: Session) => HostObject
  /** What `load()` without names answers; all properties where absent. */
  readonly defaults?: readonly string[]
}

/** Answers an object of ours, plain data, or nothing. */
export type HostMethod<T> = (target: T, args: readonly Argument[], session: Session) => Argument | undefined

/** What a Range is on. */
export interface RangeTarget {
  readonly sheet: Sheet
  readonly area: Area
}

/** What a RangeAreas is on: areas of one sheet. */
export interface AreasTarget {
  readonly sheet: Sheet
  readonly areas: readonly Area[]
}

/** An object of a type, not yet referred to by the client. */
export const hostObject = (type: string, target: unknown): HostObject => ({ type, target })

/** A sheet as the client sees it. */
export const worksheetObject = (sheet: Sheet): HostObject => hostObject('Worksheet', sheet)

/** A range as the client sees it. */
export const rangeObject = (sheet: Sheet, area: Area): HostObject => hostObject('Range', { sheet, area })

/** Plain data may have both names too, but then it came from the client, and never where an object of ours is asked for. */
export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && 'type' in value && 'target' in value

/**
 * Closes the generic type of one entry of the table of types. Not sound by itself: an object is only ever handled by the
 * type that it was made with, since both go by `HostObject.type`.
 */
export const hostType = <T>(type: HostType<T>): HostType<unknown> => type as HostType<unknown>

/** Excel refuses to add, rename, move and delete sheets where the workbook's structure is protected. */
export function guardStructure(book: Book): void {
  if (book.structureProtected) throw accessDenied()
}

/** Excel has no ranges on a chart sheet, and no worksheet while one is shown. */
export function guardCells(sheet: Sheet): void {
  if (sheet.content.kind !== 'cells') throw unsupportedSheet()
}

/** Excel refuses changes of a protected sheet. */
export function guard(sheet: Sheet): void {
  if (sheet.isProtected) throw accessDenied()
}
