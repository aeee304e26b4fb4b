import { address, parseArea } from '../../../shared/grid/a1.ts'
import { areaText } from '../area.ts'
import type { Cell, TextRun } from '../cell.ts'
import type { OpenedCell } from '../file/openedFile.ts'
import { attributesOf, attributesText, childOf, escaped, escapedText, piecesOf, tagOf, writtenOf } from '../file/xml.ts'
import { fontXml } from './lookXml.ts'
import { saying } from './partDraft.ts'

/** A cell that goes into a sheet's part. */
export interface CellToWrite {
  readonly row: number
  readonly column: number
  readonly cell: Cell
  /** The number of its style. */
  readonly style: number
}

/** A cell that the file had, and that holds what it held there, at least its formula. */
export interface CellOfFile {
  readonly xml: string
  readonly opened: OpenedCell
  /** Its formula is written for it alone, though the file has it as one of several. */
  readonly isUnshared: boolean
}

/** A cell as XML, without the prefix of its part. */
export function cellXml({ row, column, cell, style }: CellToWrite): string {
  const { kind, inner } = contentXml(cell)
  const tag = attributesText({ r: address(row, column), s: style === 0 ? undefined : style, t: kind })
  return inner === '' ? `<c${tag}/>` : `<c${tag}>${inner}</c>`
}

/** A cell of the file in its place, with what of it is another by now; all else stays as it is written. */
export function keptCellXml(target: CellToWrite, source: CellOfFile): string {
  const { row, column, cell, style } = target
  const written = source.xml.slice(source.opened.tag, source.opened.end)
  const [piece] = piecesOf(written)
  if (!piece) return ''
  const tag = saying(tagOf(written, piece), { r: address(row, column), s: style === 0 ? undefined : style })
  const before = childOf(written, piece, 'f')
  const formula = keptFormula(target, source, before ? writtenOf(written, before) : '')
  if (holdsSame(cell, source.opened.cell) && formula === (before ? writtenOf(written, before) : '')) return tag + written.slice(piece.from)
  const { kind, value } = valueXml(cell)
  return `${saying(tag.replace(/\s*\/>$/, '>'), { t: kind })}${formula}${value}</c>`
}

/** A formula of the file in its place: one over several cells says over which. */
function keptFormula({ row, column, cell }: CellToWrite, { opened, isUnshared }: CellOfFile, written: string): string {
  const [piece] = piecesOf(written)
  const said = piece ? attributesOf(written, piece) : {}
  const area = said.t === 'array' || said.t === 'dataTable' ? parseArea(said.ref ?? '') : undefined
  if (!piece || isUnshared) return cell.formula === undefined ? '' : formulaXml(cell)
  if (area && (row !== opened.row || column !== opened.column)) {
    const [down, right] = [row - opened.row, column - opened.column]
    const moved = { top: area.top + down, bottom: area.bottom + down, left: area.left + right, right: area.right + right }
    const text = said.t === 'array' ? escaped(cell.formula ?? '') : written.slice(piece.from, piece.to)
    return `${saying(tagOf(written, piece).replace(/\s*\/>$/, '>'), { ref: areaText(moved) })}${text}</f>`
  }
  if (cell.formula === opened.cell.formula) return written
  return area ? `${tagOf(written, piece)}${escaped(cell.formula ?? '')}</f>` : formulaXml(cell)
}

/** Whether two states of a cell hold the same value; a formula that had no result yet gets none by being opened. */
export const holdsSame = (now: Cell, before: Cell): boolean =>
  (before.isPending === true && now.formula === before.formula) ||
  (now.value === before.value && (now.isError === true) === (before.isError === true))

function contentXml(cell: Cell): { readonly kind: string | undefined; readonly inner: string } {
  if (cell.formula === undefined && typeof cell.value === 'string' && !cell.isError) {
    return cell.value === ''
      ? { kind: undefined, inner: '' }
      : { kind: 'inlineStr', inner: `<is>${cell.runs?.map(runXml).join('') ?? textXml(cell.value)}</is>` }
  }
  const { kind, value } = valueXml(cell)
  return { kind, inner: `${cell.formula === undefined ? '' : formulaXml(cell)}${value}` }
}

const formulaXml = ({ formula = '' }: Cell): string => `<f>${escaped(formula)}</f>`

/** The result of a formula, or a number, a truth or an error. */
function valueXml({ value, isError, isPending }: Cell): { readonly kind: string | undefined; readonly value: string } {
  if (isPending) return { kind: undefined, value: '' }
  if (typeof value === 'number') return { kind: undefined, value: `<v>${value}</v>` }
  if (typeof value === 'boolean') return { kind: 'b', value: `<v>${value ? 1 : 0}</v>` }
  return { kind: isError ? 'e' : 'str', value: `<v>${escapedText(value)}</v>` }
}

/** A stretch of a text with its font, which has another name there. */
function runXml({ text, font }: TextRun): string {
  const look = font
    ? fontXml(font)
        .replace(/^<font>|<\/font>$/g, (tag) => tag.replace('font', 'rPr'))
        .replace('<name ', '<rFont ')
    : ''
  return `<r>${look}${textXml(text)}</r>`
}

/** Blanks at the ends of a text stay only where that is asked for. */
const textXml = (text: string): string => `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapedText(text)}</t>`
