import { address, parseAddress } from '../../../shared/grid/a1.ts'
import type { CellPlace, OpenedSheet } from '../file/openedFile.ts'
import { attributesOf, childOf, deepPieces, inside, type Piece, rootOf, tagOf, textOf } from '../file/xml.ts'
import type { Row } from '../sheetContent.ts'
import { type Edit, edited } from './looseDraft.ts'
import type { PackageDraft } from './packageDraft.ts'
import { saying } from './partDraft.ts'
import { areInPlace, placesOf } from './placesOf.ts'

/** Where a cell of the file is by now: another place, or gone; undefined where the file had no note there. */
type Moved = (row: number, column: number) => CellPlace | 'gone' | undefined

/** Puts the notes of a sheet where their cells are by now, with the boxes that show them and the talks over them. */
export function writeNotes(files: PackageDraft, rows: ReadonlyMap<number, Row>, { notes, path }: OpenedSheet): void {
  if (notes.length === 0) return
  const places = placesOf(rows, ({ note }) => note?.from)
  if (areInPlace(notes, places)) return
  const byPlace = new Map(notes.map(({ row, column }, i) => [address(row, column), i]))
  const moved: Moved = (row, column) => {
    const number = byPlace.get(address(row, column))
    return number === undefined ? undefined : (places.get(number) ?? 'gone')
  }
  for (const { type, target } of files.relationsOf(path)) {
    if (type === 'comments') files.change(target, (text) => edited(text, movedByReference(text, 'comment', moved)))
    if (type === 'threadedComment') files.change(target, (text) => edited(text, movedByReference(text, 'threadedComment', moved)))
    if (type === 'vmlDrawing') files.change(target, (text) => edited(text, movedBoxes(text, moved)))
  }
}

function movedByReference(text: string, name: string, moved: Moved): readonly Edit[] {
  return deepPieces(text, name).flatMap((piece) => {
    const place = parseAddress(attributesOf(text, piece).ref ?? '')
    const now = place && moved(place.row, place.column)
    if (now === undefined) return []
    if (now === 'gone') return [{ start: piece.start, end: piece.end, text: '' }]
    return [{ start: piece.start, end: piece.from, text: saying(tagOf(text, piece), { ref: address(now.row, now.column) }) }]
  })
}

/** The boxes of notes are drawn in an old language, which counts rows and columns from 0. */
function movedBoxes(text: string, moved: Moved): readonly Edit[] {
  return inside(text, rootOf(text)).flatMap((shape) => {
    const data = shape.name === 'shape' ? childOf(text, shape, 'ClientData') : undefined
    const [row, column] = ['Row', 'Column'].map((name) => childOf(text, data, name))
    if (!data || !row || !column) return []
    const place = { row: Number(textOf(text, row)) + 1, column: Number(textOf(text, column)) + 1 }
    const now = moved(place.row, place.column)
    if (now === undefined) return []
    if (now === 'gone') return [{ start: shape.start, end: shape.end, text: '' }]
    return [...anchorEdit(text, childOf(text, data, 'Anchor'), now, place), inner(row, now.row - 1), inner(column, now.column - 1)]
  })
}

const inner = ({ from, to }: Piece, number: number): Edit => ({ start: from, end: to, text: String(number) })

/** Left column, pixels into it, top row, pixels into it, and the same for right and bottom. */
function anchorEdit(text: string, anchor: Piece | undefined, now: CellPlace, before: CellPlace): readonly Edit[] {
  const numbers = textOf(text, anchor).split(',').map(Number)
  if (!anchor || numbers.length !== 8 || numbers.some(Number.isNaN)) return []
  const [right, down] = [now.column - before.column, now.row - before.row]
  const moved = numbers.map((number, i) => (i % 4 === 0 ? number + right : i % 4 === 2 ? number + down : number))
  return [{ start: anchor.from, end: anchor.to, text: moved.map((number) => Math.max(0, number)).join(', ') }]
}
