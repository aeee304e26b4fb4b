import type { Cell } from '../cell.ts'
import type { OpenedCell, OpenedRow, OpenedSheet } from '../file/openedFile.ts'
import { attributesText } from '../file/xml.ts'
import type { Row } from '../sheetContent.ts'
import { type CellToWrite, cellXml, holdsSame, keptCellXml } from './cellXml.ts'
import { saying, withPrefix } from './partDraft.ts'
import type { StylesDraft } from './stylesDraft.ts'

/** The rows of a sheet as they go into its part, and what about them matters to others. */
export interface WrittenRows {
  /** What stands between the tags of "sheetData". */
  readonly xml: string
  readonly isChanged: boolean
  /** Formulas stand in other cells than in the file. */
  readonly movesFormulas: boolean
}

/** Writes the rows of a sheet: those in which nothing is new as they stand in the file. */
export function writeRows(rows: ReadonlyMap<number, Row>, opened: OpenedSheet, styles: StylesDraft, prefix: string): WrittenRows {
  const writer = new RowWriter(rows, opened, styles)
  const written = [...rows].sort(([one], [other]) => one - other).map(([number, row]) => writer.row(number, row))
  const isComplete = new Set(opened.rows.map(({ number }) => number)).size === writer.kept
  return {
    xml: written.map(({ xml, isRaw }) => (isRaw ? xml : withPrefix(xml, prefix))).join(''),
    isChanged: !isComplete || written.some(({ isRaw }) => !isRaw),
    movesFormulas: writer.hasNew || writer.fileFormulas() !== writer.keptFormulas,
  }
}

interface WrittenRow {
  readonly xml: string
  /** As it stands in the file. */
  readonly isRaw: boolean
}

class RowWriter {
  readonly #rows: ReadonlyMap<number, Row>
  readonly #opened: OpenedSheet
  readonly #styles: StylesDraft
  /** Whether the cell that says a shared formula is where it was, by the formula's number. */
  readonly #intact = new Map<string, boolean>()
  /** How many rows stand as they are in the file. */
  kept = 0
  /** How many formulas stand where they stood, and whether there are others. */
  keptFormulas = 0
  hasNew = false

  constructor(rows: ReadonlyMap<number, Row>, opened: OpenedSheet, styles: StylesDraft) {
    this.#rows = rows
    this.#opened = opened
    this.#styles = styles
    for (const { shared, row, column, cell } of opened.cells) {
      if (!shared?.isMain) continue
      const now = rows.get(row)?.cells.get(column)
      this.#intact.set(shared.number, now?.from === cell.from && now?.formula === cell.formula)
    }
  }

  fileFormulas(): number {
    return this.#opened.cells.filter(({ cell }) => cell.formula !== undefined).length
  }

  row(number: number, row: Row): WrittenRow {
    const source = row.from === undefined ? undefined : this.#opened.rows[row.from]
    const cells = [...row.cells].sort(([one], [other]) => one - other)
    for (const [column, cell] of cells) this.#count(number, column, cell)
    if (source && this.#isRaw(number, row, source)) {
      this.kept += 1
      return { xml: this.#opened.xml.slice(source.start, source.end), isRaw: true }
    }
    const written = cells.map(([column, cell]) => this.#cell(number, column, cell)).join('')
    const tag = this.#tag(number, row, source)
    const tail = source && source.tagEnd < source.end ? this.#opened.xml.slice(source.cellsEnd, source.end).replace(/<\/[^<]*$/, '') : ''
    const isNothing = written === '' && tail.trim() === '' && tag === `<row r="${number}">`
    return isNothing ? { xml: '', isRaw: true } : { xml: `${tag}${written}${tail}</row>`, isRaw: false }
  }

  #count(row: number, column: number, cell: Cell): void {
    if (cell.formula === undefined) return
    const source = this.#source(cell)
    if (source?.row === row && source.column === column) this.keptFormulas += 1
    else this.hasNew = true
  }

  #source(cell: Cell): OpenedCell | undefined {
    return cell.from === undefined ? undefined : this.#opened.cells[cell.from]
  }

  /** Whether a row stands where it stood, says the same, and has the same cells, each holding what it held. */
  #isRaw(number: number, row: Row, source: OpenedRow): boolean {
    const { row: before } = source
    if (number !== source.number || row.height !== before.height || row.hidden !== before.hidden) return false
    if (row.style !== before.style || row.outlineLevel !== before.outlineLevel) return false
    let same = 0
    for (const [column, cell] of row.cells) {
      const opened = this.#source(cell)
      if (opened ? this.#isRawCell(number, column, cell, opened) : !this.#isNothing(cell)) {
        if (!opened) return false
        same += 1
      } else if (opened) return false
    }
    return same === source.columns
  }

  #isRawCell(row: number, column: number, cell: Cell, opened: OpenedCell): boolean {
    return (
      opened.row === row &&
      opened.column === column &&
      cell.style === opened.cell.style &&
      cell.formula === opened.cell.formula &&
      holdsSame(cell, opened.cell) &&
      !this.#isUnshared(row, column, cell, opened)
    )
  }

  /** A formula that the file shares between cells is written for each alone, once the one that says it is another. */
  #isUnshared(row: number, column: number, cell: Cell, { shared, row: fileRow, column: fileColumn, cell: before }: OpenedCell): boolean {
    if (!shared || cell.formula === undefined) return false
    const isMoved = row !== fileRow || column !== fileColumn || cell.formula !== before.formula
    return isMoved || !this.#intact.get(shared.number)
  }

  #isNothing(cell: Cell): boolean {
    return cell.formula === undefined && cell.value === '' && this.#styles.cell(cell.style) === 0
  }

  #cell(row: number, column: number, cell: Cell): string {
    const target: CellToWrite = { row, column, cell, style: this.#styles.cell(cell.style) }
    const opened = this.#source(cell)
    if (!opened) return this.#isNothing(cell) ? '' : cellXml(target)
    if (this.#isRawCell(row, column, cell, opened)) return this.#opened.xml.slice(opened.start, opened.end)
    const { xml } = this.#opened
    const isUnshared = this.#isUnshared(row, column, cell, opened)
    return xml.slice(opened.start, opened.tag) + keptCellXml(target, { xml, opened, isUnshared })
  }

  /** The opening tag of a row that is written anew: over which columns it goes is left out, since it may be others now. */
  #tag(number: number, row: Row, source: OpenedRow | undefined): string {
    const { height, hidden, outlineLevel, style } = row
    const isNew = (key: 'height' | 'hidden' | 'outlineLevel' | 'style') => row[key] !== source?.row[key]
    const said = {
      r: number,
      spans: undefined,
      ...(isNew('height') ? { ht: height, customHeight: height === undefined ? undefined : '1' } : {}),
      ...(isNew('hidden') ? { hidden: hidden ? '1' : undefined } : {}),
      ...(isNew('outlineLevel') ? { outlineLevel } : {}),
      ...(isNew('style') ? { s: style && this.#styles.cell(style), customFormat: style ? '1' : undefined } : {}),
    }
    if (!source) return `<row${attributesText(said)}>`
    const { xml } = this.#opened
    return xml.slice(source.start, source.tag) + saying(xml.slice(source.tag, source.tagEnd).replace(/\s*\/>$/, '>'), said)
  }
}
