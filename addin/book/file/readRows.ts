import { parseAddress } from '../../../shared/grid/a1.ts'
import type { Cell } from '../cell.ts'
import { movedFormula } from '../references.ts'
import type { Row } from '../sheetContent.ts'
import { type CellStyle, NO_STYLE } from '../style.ts'
import type { OpenedCell, OpenedRow } from './openedFile.ts'
import { readContent } from './readCell.ts'
import type { FileText } from './readStrings.ts'
import { type Attributes, attributesOf, inside, isOn, numberOf, type Piece, textOf } from './xml.ts'

/** What cells of a file refer to beyond their sheet. */
export interface CellSources {
  readonly strings: readonly FileText[]
  readonly styles: readonly CellStyle[]
  readonly date1904: boolean
  /** Whether a cell lies under a merge: what it holds is not shown. */
  readonly isCovered: (row: number, column: number) => boolean
}

/** The rows of a sheet as they are in its part. */
export interface OpenedRows {
  readonly rows: readonly OpenedRow[]
  readonly cells: readonly OpenedCell[]
}

/** Reads the rows between the tags of a sheet's "sheetData". Places that the file does not say follow one another. */
export function readRows(xml: string, data: Piece, sources: CellSources): OpenedRows {
  const rows: OpenedRow[] = []
  const reader = new CellReader(xml, sources)
  let start = data.from
  let last = 0
  for (const piece of inside(xml, data)) {
    if (piece.name !== 'row') continue
    const said = attributesOf(xml, piece)
    const number = numberOf(said.r) ?? last + 1
    const first = reader.cells.length
    const cellsEnd = reader.read(piece, number)
    const row = { cells: new Map(), ...readRow(said, sources.styles), from: rows.length }
    const count = reader.cells.length - first
    const columns = new Set(reader.cells.slice(first).map(({ column }) => column)).size
    rows.push({ number, start, end: piece.end, tag: piece.start, tagEnd: piece.from, cellsEnd, count, first, columns, row })
    start = piece.end
    last = number
  }
  return { rows, cells: reader.cells }
}

function readRow(said: Attributes, styles: readonly CellStyle[]): Omit<Row, 'cells'> {
  const height = numberOf(said.ht)
  const outlineLevel = numberOf(said.outlineLevel)
  const style = isOn(said.customFormat) ? styles[Number(said.s)] : undefined
  return {
    ...(height ? { height } : {}),
    ...(isOn(said.hidden) ? { hidden: true } : {}),
    ...(outlineLevel ? { outlineLevel } : {}),
    ...(style && style !== NO_STYLE ? { style } : {}),
  }
}

/** A formula that several cells share, as the first of them says it. */
interface SharedFormula {
  readonly row: number
  readonly column: number
  readonly formula: string
}

class CellReader {
  readonly cells: OpenedCell[] = []
  readonly #xml: string
  readonly #sources: CellSources
  readonly #shared = new Map<string, SharedFormula>()

  constructor(xml: string, sources: CellSources) {
    this.#xml = xml
    this.#sources = sources
  }

  /** Reads the cells of a row; answers where the last ends. */
  read(row: Piece, number: number): number {
    let start = row.from
    let last = 0
    for (const piece of inside(this.#xml, row)) {
      if (piece.name !== 'c') continue
      const said = attributesOf(this.#xml, piece)
      const column = parseAddress(said.r ?? '')?.column ?? last + 1
      this.cells.push(this.#cell(piece, said, { row: number, column, start }))
      start = piece.end
      last = column
    }
    return start
  }

  #cell(piece: Piece, said: Attributes, place: { row: number; column: number; start: number }): OpenedCell {
    const { row, column } = place
    const xml = this.#xml
    const { strings, styles, date1904 } = this.#sources
    const parts = inside(xml, piece)
    const isCovered = this.#sources.isCovered(row, column)
    const f = isCovered ? undefined : parts.find(({ name }) => name === 'f')
    const formulaSaid = f && attributesOf(xml, f)
    const formula = f && formulaSaid && this.#formula(formulaSaid, textOf(xml, f), { row, column })
    const isPending = formula !== undefined && !parts.some(({ name }) => name === 'v' || name === 'is')
    const style = styles[Number(said.s ?? 0)] ?? NO_STYLE
    const cell: Cell = {
      ...(isCovered ? { value: '' } : readContent({ xml, parts, kind: said.t ?? 'n', strings, date1904 })),
      ...(formula === undefined ? {} : { formula }),
      ...(isPending ? { isPending } : {}),
      style,
      from: this.cells.length,
    }
    const shared = formulaSaid?.t === 'shared' ? { shared: { number: formulaSaid.si ?? '', isMain: textOf(xml, f) !== '' } } : {}
    return { ...place, tag: piece.start, end: piece.end, cell, ...shared }
  }

  /** The formula of a cell; one that it shares is written for it, so that cells can be written one by one. */
  #formula(said: Attributes, text: string, { row, column }: { row: number; column: number }): string | undefined {
    if (said.t === 'dataTable') return undefined
    if (said.t !== 'shared') return text === '' ? undefined : text
    if (text !== '') {
      this.#shared.set(said.si ?? '', { row, column, formula: text })
      return text
    }
    const shared = this.#shared.get(said.si ?? '')
    return shared && movedFormula(shared.formula, row - shared.row, column - shared.column)
  }
}
