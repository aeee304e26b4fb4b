import type { XlsxPackage } from '../../../shared/grid/xlsx/xlsxPackage.ts'
import type { LooseReference } from '../looseReference.ts'
import type { SheetPart } from './readSaid.ts'
import { attributesOf, inside, numberOf, type Piece, rootOf, textOf } from './xml.ts'

/** Elements of a sheet's part of which only the references are known here. */
const ELEMENTS = new Set(['extLst', 'ignoredErrors', 'protectedRanges', 'rowBreaks', 'colBreaks'])

/** The references of a sheet in what is not known here: in its own part, and in the drawings and charts on it. */
export function readLoose(files: XlsxPackage, path: string, { xml, parts }: SheetPart): readonly LooseReference[] {
  const own = parts.filter(({ name }) => ELEMENTS.has(name)).flatMap((piece) => looseIn({ path, xml, piece }))
  const drawings = files.relationships(path).filter(({ type, isExternal }) => type === 'drawing' && !isExternal)
  return [...own, ...drawings.flatMap(({ target }) => looseOfDrawing(files, target))]
}

/** An element of a part. */
interface Place {
  readonly path: string
  readonly xml: string
  readonly piece: Piece
}

/** References in extensions stand in elements of their own, others are said by attributes. */
function looseIn({ path, xml, piece }: Place): LooseReference[] {
  return inside(xml, piece).flatMap((one): LooseReference[] => {
    const place = { path, xml, piece: one }
    if (one.name === 'f') return [{ ...between(place), kind: 'formula' }]
    if (one.name === 'sqref') return [{ ...between(place), kind: 'areas', owner: piece }]
    if (one.name === 'brk') return said(place, 'id', piece.name === 'rowBreaks' ? 'row' : 'column')
    return [...said(place, 'sqref', 'areas'), ...looseIn(place)]
  })
}

/** The text between the tags of an element. */
const between = ({ path, xml, piece }: Place) => ({ path, start: piece.from, end: piece.to, text: textOf(xml, piece) })

/** The value of an attribute. */
function said({ path, xml, piece }: Place, name: string, kind: LooseReference['kind']): LooseReference[] {
  const text = attributesOf(xml, piece)[name]
  const match = new RegExp(`\\s${name}\\s*=\\s*["']`).exec(xml.slice(piece.start, piece.from))
  if (text === undefined || !match) return []
  const start = piece.start + match.index + match[0].length
  return [{ path, start, end: xml.indexOf(xml.charAt(start - 1), start), kind, text, owner: piece }]
}

function looseOfDrawing(files: XlsxPackage, path: string): LooseReference[] {
  const xml = files.text(path) ?? ''
  const anchors = inside(xml, rootOf(xml)).filter((piece) => attributesOf(xml, piece).editAs !== 'absolute')
  const corners = anchors.flatMap((anchor) => inside(xml, anchor).filter(({ name }) => name === 'from' || name === 'to'))
  const charts = files.relationships(path).filter(({ type, isExternal }) => /^chart(?:Ex)?$/.test(type) && !isExternal)
  return [
    ...corners.flatMap((corner) => inside(xml, corner).flatMap((piece) => cornerOf({ path, xml, piece }))),
    ...charts.flatMap(({ target }) => {
      const chart = files.text(target) ?? ''
      return looseIn({ path: target, xml: chart, piece: rootOf(chart) }).filter(({ kind }) => kind === 'formula')
    }),
  ]
}

/** Drawings count rows and columns from 0. */
function cornerOf({ path, xml, piece }: Place): LooseReference[] {
  const number = numberOf(textOf(xml, piece))
  if (number === undefined || (piece.name !== 'row' && piece.name !== 'col')) return []
  return [
    { path, start: piece.from, end: piece.to, kind: piece.name === 'row' ? 'row' : 'column', text: String(number + 1), isFromZero: true },
  ]
}
