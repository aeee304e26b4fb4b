import { address } from '../a1.ts'
import type { CellValue } from '../grid.ts'
import { columnOfPlace, placeOf, rowNumber, rowOfPlace } from './cellPlace.ts'
import { cellValue, type SheetContext } from './cellValue.ts'
import { damaged, PartFault } from './fault.ts'
import { FormulaTexts } from './formulaTexts.ts'
import { LIMITS } from './limits.ts'
import { richText } from './richText.ts'
import { XmlTags } from './xmlTags.ts'

/** What the part of a sheet says of its cells, merged areas as they are written. */
export interface SheetCells {
  readonly cells: CellValue[][]
  readonly formats: Record<string, string>
  readonly formulas: Record<string, string>
  readonly hiddenRows: readonly number[]
  readonly merges: readonly string[]
}

/** Rows without a value are one and the same. */
const NO_VALUES: CellValue[] = []

/**
 * Reads the part of a sheet in one pass. Cells and rows without a reference follow the one before; formatted blanks are
 * passed over. Throws PartFault where the part ends in the middle or holds more than a sheet of data does.
 */
export class SheetReader {
  private readonly tags: XmlTags
  private readonly part: string
  private readonly context: SheetContext
  private readonly formulaTexts = new FormulaTexts()
  private readonly cells: CellValue[][] = []
  private readonly formats: Record<string, string> = {}
  private readonly formulas: Record<string, string> = {}
  private readonly hiddenRows: number[] = []
  private readonly merges: string[] = []
  private row = 0
  private column = 0
  private isHidden = false
  private room: number = LIMITS.cells

  constructor(text: string, part: string, context: SheetContext) {
    this.tags = new XmlTags(text)
    this.part = part
    this.context = context
  }

  read(): SheetCells {
    const { tags } = this
    while (tags.next()) {
      if (tags.isClosing) continue
      if (tags.is('c')) this.readCell()
      else if (tags.is('row')) this.openRow()
      else if (tags.is('mergeCell')) this.merges.push(tags.attribute('ref') ?? '')
      else if (tags.is('extLst')) tags.skip()
    }
    if (!tags.isWhole) throw damaged(this.part)
    const { cells, formats, formulas, hiddenRows, merges } = this
    return { cells, formats, formulas, hiddenRows, merges }
  }

  /** A row is hidden by itself, by a filter or in a folded outline (all the same to the file), or by a height of nothing. */
  private openRow(): void {
    const { tags } = this
    this.row = rowNumber(tags.attribute('r')) || this.row + 1
    this.column = 0
    this.isHidden = tags.flag('hidden') || Number(tags.attribute('ht') ?? 1) === 0
  }

  private readCell(): void {
    const { tags, context } = this
    this.moveTo(tags.attribute('r'))
    if (tags.isEmpty) return
    const type = tags.attribute('t')
    const style = tags.attribute('s')
    const { written, text, formula } = this.readContent()
    const value = text === '' ? cellValue(type, written, context) : text
    if (value === null) return
    this.place(value)
    const format = context.formats[style === undefined ? 0 : Number(style)]
    if (format !== undefined) this.formats[address(this.row, this.column)] = format
    if (formula !== '') this.formulas[address(this.row, this.column)] = `=${formula}`
  }

  private moveTo(reference: string | undefined): void {
    const place = reference === undefined ? -1 : placeOf(reference)
    if (place < 0) this.column++
    else {
      this.row = rowOfPlace(place)
      this.column = columnOfPlace(place)
    }
  }

  /** What a cell holds, up to the tag that closes it: its value as written (v), its own text (is), its formula (f). */
  private readContent(): { readonly written: string; readonly text: string; readonly formula: string } {
    const { tags } = this
    let [written, text, formula] = ['', '', '']
    while (tags.next() && !tags.closes('c')) {
      if (tags.isClosing) {
        // a cell that nothing closes would swallow those behind it
        if (tags.is('row')) throw damaged(this.part)
      } else if (tags.is('v')) written = tags.characters()
      else if (tags.is('is')) text = richText(tags)
      else if (tags.is('f'))
        formula = this.formulaTexts.of(this.row, this.column, { text: tags.characters(), shared: tags.attribute('si') })
      else if (tags.is('c')) throw damaged(this.part)
      else tags.skip()
    }
    return { written, text, formula }
  }

  private place(value: CellValue): void {
    const { cells, row, column } = this
    while (cells.length < row) cells.push(NO_VALUES)
    let values = cells[row - 1] ?? NO_VALUES
    if (values === NO_VALUES) {
      values = []
      cells[row - 1] = values
      if (this.isHidden) this.hiddenRows.push(row)
    }
    this.room -= Math.max(0, column - values.length)
    if (this.room < 0) throw new PartFault({ tag: 'tooLarge', what: 'cells' })
    while (values.length < column) values.push(null)
    values[column - 1] = value
  }
}
