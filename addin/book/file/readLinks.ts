import { parseAddress } from '../../../shared/grid/a1.ts'
import type { XlsxPackage } from '../../../shared/grid/xlsx/xlsxPackage.ts'
import { anyArea, columnsOf, rowsOf } from '../area.ts'
import type { Link, Note } from '../cell.ts'
import type { CellPlace, OpenedLink } from './openedFile.ts'
import type { SheetPart } from './readSaid.ts'
import { attributesOf, childOf, deepPieces, inside, prefixedAttribute, rootOf, textOf } from './xml.ts'

/** A link of a file, and the first of the cells that it is on. */
export interface PlacedLink {
  readonly place: OpenedLink
  readonly extra: { readonly link: Link }
}

/** A note of a file, and its cell. */
export interface PlacedNote {
  readonly place: CellPlace
  readonly extra: { readonly note: Note }
}

/** Where the cells of a sheet lead to; a place of the same workbook begins with "#". */
export function readLinks(files: XlsxPackage, path: string, { xml, parts }: SheetPart): readonly PlacedLink[] {
  const list = parts.find(({ name }) => name === 'hyperlinks')
  if (!list) return []
  const relations = files.relationships(path)
  return inside(xml, list).flatMap((piece, from) => {
    const said = attributesOf(xml, piece)
    const area = anyArea(said.ref ?? '')
    const target = relations.find(({ id }) => id === prefixedAttribute(said, 'id'))?.target ?? ''
    const address = said.location === undefined ? target : `${target}#${said.location}`
    if (!area) return []
    const place = { row: area.top, column: area.left, rows: rowsOf(area), columns: columnsOf(area) }
    return [{ place, extra: { link: { address, ...(said.tooltip === undefined ? {} : { tooltip: said.tooltip }), from } } }]
  })
}

/** The notes of a sheet, in the order of their part. */
export function readNotes(files: XlsxPackage, path: string): readonly PlacedNote[] {
  const part = files.relationships(path).find(({ type }) => type === 'comments')?.target
  const xml = part === undefined ? '' : (files.text(part) ?? '')
  const list = childOf(xml, rootOf(xml), 'commentList')
  if (!list) return []
  return inside(xml, list).flatMap((piece, from) => {
    const place = parseAddress(attributesOf(xml, piece).ref ?? '')
    const text = deepPieces(xml, 't', piece).map((one) => textOf(xml, one))
    return place ? [{ place, extra: { note: { text: text.join(''), from } } }] : []
  })
}
