import type { RecordKey } from '../../../shared/record/figureRecord.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import type { Comment } from '../../../shared/wire/comment.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import { mainCell, type Place, placeOf } from '../place.ts'
import type { UnitPeriod } from './openUnitPeriod.ts'

/** Where the open sheet has its rows: the part of a reading that is needed here. */
export interface ReadPlaces {
  readonly records: readonly (RecordKey & { readonly origin: Place })[]
}

/** A row of a unit's period, as it is looked at. */
export interface UnitRow {
  readonly key: string
  readonly about: RecordKey
  /** Null: nothing was ever sent, but somebody commented on it. */
  readonly record: ServerRecord | null
  /** Not as it was at the last sign-off. */
  readonly changed: boolean
  readonly comments: readonly Comment[]
  /** The last return of this row: `open` until the row reports something else (corrected) or the unit says why not (answered). */
  readonly returned: { readonly comment: Comment; readonly state: 'open' | 'corrected' | 'answered' } | null
  /** Where it is in the sheet: as just recognised, else as it was sent. */
  readonly place: Place | null
}

/**
 * The rows of a unit's period: first those that were returned and neither corrected nor answered, then those with comments, then the
 * rest by subject and area. Withdrawn rows stay only where something was said of them or they changed since the sign-off.
 */
export function unitRows(unit: UnitPeriod, reading: ReadPlaces | null): readonly UnitRow[] {
  const commentsByRow = Map.groupBy(unit.comments, recordKeyText)
  const read = new Map(reading?.records.map((record) => [recordKeyText(record), record.origin]))
  const changedRows = new Set(unit.submission.changedRows)
  const rows = [...new Set([...unit.stored.keys(), ...commentsByRow.keys()])].flatMap((key): UnitRow[] => {
    const record = unit.stored.get(key) ?? null
    const comments = commentsByRow.get(key) ?? []
    const about = record ?? comments[0]
    if (about === undefined) return []
    const changed = changedRows.has(key)
    // A row that was withdrawn before anybody signed or said anything is nobody's concern.
    if (record?.deleted && comments.length === 0 && !changed) return []
    const returned = returnOf(comments)
    const { subject, area, part } = about
    return [{ key, about: { subject, area, part }, record, changed, comments, returned, place: read.get(key) ?? placeOf(record?.origin) }]
  })
  return rows.sort((a, b) => rank(a) - rank(b) || bySubject(a.about, b.about))
}

/** Corrected is what reports something else now; answered what the unit's own people say a word of after the return. */
function returnOf(comments: readonly Comment[]): UnitRow['returned'] {
  const at = comments.findLastIndex(({ kind }) => kind === 'return')
  const comment = comments[at]
  if (comment === undefined) return null
  if (comment.changedSince) return { comment, state: 'corrected' }
  return { comment, state: comments.slice(at + 1).some(({ own }) => own) ? 'answered' : 'open' }
}

/** What waits for somebody comes first. */
const rank = ({ returned, comments }: UnitRow): number => {
  if (returned?.state === 'open') return 0
  return comments.length > 0 ? 1 : 2
}

/** "7.2" before "7.10", as people number them. */
const bySubject = (a: RecordKey, b: RecordKey): number =>
  a.subject.localeCompare(b.subject, 'en', { numeric: true }) || a.area.localeCompare(b.area) || a.part.localeCompare(b.part)

/** The cells of a sheet, as just read, whose rows were returned and wait for a word or a correction. */
export function returnedCells(unit: UnitPeriod | undefined, reading: ReadPlaces): readonly string[] {
  if (unit === undefined) return []
  const here = new Set(reading.records.map(recordKeyText))
  const waiting = unitRows(unit, reading).filter(({ key, returned }) => returned?.state === 'open' && here.has(key))
  return waiting.flatMap(({ place }) => (place === null ? [] : (mainCell(place.cells) ?? [])))
}
