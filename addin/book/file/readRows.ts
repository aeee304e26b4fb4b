import { parseAddress } from '../../../shared/grid/a1.ts'
import { XmlTags } from '../../../shared/grid/xlsx/xmlTags.ts'
import type { Cell } from '../cell.ts'
import { movedFormula } from '../references.ts'
import type { Row } from '../sheetContent.ts'
import { type CellStyle, NO_STYLE } from '../style.ts'
import type { CellPlace, OpenedCell, OpenedRow } from './openedFile.ts'
import { readContent } from './readCell.ts'
import { type FileText, readText } from './readStrings.ts'
import { numberOf, type Piece } from './xml.ts'

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
  const reader = new RowsReader(xml, data, sources)
  reader.read()
  return reader
}

/** A formula that several cells share, as the first of them says it. */
interface SharedFormula extends CellPlace {
  readonly formula: string
}

/** What stands between the tags of a cell. */
interface Inside {
  readonly written: string
  readonly text: FileText | undefined
  readonly formula: string | undefined
  readonly shared: OpenedCell['shared']
  readonly hasValue: boolean
}

const EMPTY: Inside = { written: '', text: undefined, formula: undefined, shared: undefined, hasValue: false }

class RowsReader {
  readonly rows: OpenedRow[] = []
  readonly cells: OpenedCell[] = []
  readonly #tags: XmlTags
  readonly #end: number
  readonly #sources: CellSources
  readonly #shared = new Map<string, SharedFormula>()

  constructor(xml: string, data: Piece, sources: CellSources) {
    this.#tags = new XmlTags(xml, data.from)
    this.#end = data.to
    this.#sources = sources
  }

  read(): void {
    const tags = this.#tags
    while (tags.next() && tags.start < this.#end) {
      if (tags.opens('row')) this.#row()
      else tags.skip()
    }
  }

  #row(): void {
    const tags = this.#tags
    const last = this.rows.at(-1)
    const number = numberOf(tags.attribute('r')) ?? (last?.number ?? 0) + 1
    const row: Row = { cells: new Map(), ...this.#saidOfRow(), from: this.rows.length }
    const [start, tag, tagEnd, first] = [last?.end ?? tags.start, tags.start, tags.end, this.cells.length]
    const cellsEnd = tags.isEmpty ? tagEnd : this.#cells(number)
    const columns = new Set(this.cells.slice(first).map(({ column }) => column)).size
    this.rows.push({ number, start, end: tags.end, tag, tagEnd, cellsEnd, count: this.cells.length - first, first, columns, row })
  }

  #saidOfRow(): Omit<Row, 'cells'> {
    const tags = this.#tags
    const height = numberOf(tags.attribute('ht'))
    const outlineLevel = numberOf(tags.attribute('outlineLevel'))
    const style = tags.flag('customFormat') ? this.#style(tags.attribute('s')) : NO_STYLE
    return {
      ...(height ? { height } : {}),
      ...(tags.flag('hidden') ? { hidden: true } : {}),
      ...(outlineLevel ? { outlineLevel } : {}),
      ...(style === NO_STYLE ? {} : { style }),
    }
  }

  #style(number: string | undefined): CellStyle {
    return number === undefined ? NO_STYLE : (this.#sources.styles[Number(number)] ?? NO_STYLE)
  }

  /** Reads the cells of a row; answers where the last ends. */
  #cells(row: number): number {
    const tags = this.#tags
    let start = tags.end
    let last = 0
    while (tags.next() && !tags.isClosing) {
      if (tags.opens('c')) {
        last = this.#cell(row, last, start)
        start = tags.end
      } else tags.skip()
    }
    return start
  }

  /** Reads a cell; answers its column. */
  #cell(row: number, before: number, start: number): number {
    const tags = this.#tags
    const column = parseAddress(tags.attribute('r') ?? '')?.column ?? before + 1
    const [tag, kind, style] = [tags.start, tags.attribute('t') ?? 'n', this.#style(tags.attribute('s'))]
    const { written, text, formula, shared, hasValue } = tags.isEmpty ? EMPTY : this.#inside({ row, column })
    const { strings, date1904, isCovered } = this.#sources
    const from = this.cells.length
    const content = { ...readContent({ kind, written, text, strings, date1904 }), style, from }
    const cell: Cell = isCovered(row, column)
      ? { value: '', style, from }
      : formula === undefined
        ? content
        : { ...content, formula, ...(hasValue ? {} : { isPending: true }) }
    this.cells.push({ row, column, start, tag, end: tags.end, cell, ...(shared ? { shared } : {}) })
    return column
  }

  #inside(place: CellPlace): Inside {
    const tags = this.#tags
    let found = EMPTY
    while (tags.next() && !tags.isClosing) {
      if (tags.opens('v')) found = { ...found, written: tags.characters(), hasValue: true }
      else if (tags.opens('f')) found = { ...found, ...this.#formula(place) }
      else if (tags.opens('is')) found = { ...found, text: this.#text(), hasValue: true }
      tags.skip()
    }
    return found
  }

  #text(): FileText {
    const { start, end, isEmpty } = this.#tags
    this.#tags.skip()
    return isEmpty ? { value: '' } : readText(this.#tags.text, { name: 'is', start, end: this.#tags.end, from: end, to: this.#tags.start })
  }

  /** The formula of a cell; one that it shares is written for it, so that cells can be written one by one. */
  #formula({ row, column }: CellPlace): Pick<Inside, 'formula' | 'shared'> {
    const tags = this.#tags
    const kind = tags.attribute('t')
    const text = tags.characters()
    if (kind === 'dataTable') return { formula: undefined, shared: undefined }
    if (kind !== 'shared') return { formula: text === '' ? undefined : text, shared: undefined }
    const number = tags.attribute('si') ?? ''
    if (text !== '') {
      this.#shared.set(number, { row, column, formula: text })
      return { formula: text, shared: { number, isMain: true } }
    }
    const main = this.#shared.get(number)
    const formula = main && movedFormula(main.formula, row - main.row, column - main.column)
    return { formula, shared: { number, isMain: false } }
  }
}
