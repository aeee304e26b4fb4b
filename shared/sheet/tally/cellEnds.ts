import type { RecognizedTable } from '../../record/reading.ts'
import { type CellCount, type CellEnd, COUNTED_AS, endOfCode, NOT_READ } from './cellEnd.ts'

/**
 * How the cells of a table ended, a byte a cell. A cell ends once: the end that is stated first stands, so that a row may
 * be closed with an end for all its cells that have none yet.
 */
export class CellEnds {
  private readonly left: number
  private readonly width: number
  private codes: Uint8Array
  /** Where the bytes of a row begin. */
  private readonly places = new Map<number, number>()
  private lastRow = 0
  private lastPlace = 0

  constructor({ columns, dataRows }: RecognizedTable) {
    this.left = columns[0]?.column ?? 1
    this.width = (columns.at(-1)?.column ?? 0) - this.left + 1
    this.codes = new Uint8Array((dataRows.length + USUAL_OTHER_ROWS) * this.width)
  }

  /** Ends a cell that has not ended. */
  end(row: number, column: number, { code }: CellEnd): void {
    const place = this.placeOf(row) + column - this.left
    if (this.codes[place] === 0) this.codes[place] = code
  }

  /** Gives a cell another end than it had. */
  change(row: number, column: number, { code }: CellEnd): void {
    this.codes[this.placeOf(row) + column - this.left] = code
  }

  /** How a cell of the table ended; undefined for a blank one. */
  of(row: number, column: number): CellEnd | undefined {
    return endOfCode(this.codes[this.placeOf(row) + column - this.left] ?? 0)
  }

  /** Whether any cell was set aside, or is of an unknown area. */
  hasAside(): boolean {
    return this.codes.some((code) => {
      const end = endOfCode(code)
      return end?.kind === 'aside' || end === NOT_READ.area_unknown
    })
  }

  /** How many cells ended as what: each filled cell of the table is in one of the three numbers. */
  count(): CellCount {
    const { codes } = this
    const byCode = new Uint32Array(CODES)
    for (let place = 0; place < codes.length; place++) {
      const code = codes[place] ?? 0
      byCode[code] = (byCode[code] ?? 0) + 1
    }
    const count = { read: 0, skipped: 0, reported: 0 }
    byCode.forEach((cells, code) => {
      const end = endOfCode(code)
      if (end) count[COUNTED_AS[end.kind]] += cells
    })
    return count
  }

  /** Cells of a row are ended one after the other, so that its place is looked up once. */
  private placeOf(row: number): number {
    if (row === this.lastRow) return this.lastPlace
    this.lastRow = row
    this.lastPlace = this.places.get(row) ?? this.placeFor(row)
    return this.lastPlace
  }

  private placeFor(row: number): number {
    const place = this.places.size * this.width
    this.places.set(row, place)
    if (place + this.width > this.codes.length) {
      const longer = new Uint8Array(2 * (place + this.width))
      longer.set(this.codes)
      this.codes = longer
    }
    return place
  }
}

/** Codes are bytes. */
const CODES = 256
/** Headings, sections, totals and notes: room for the usual number of them. */
const USUAL_OTHER_ROWS = 50
