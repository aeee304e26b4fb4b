import { address, parseAddress } from '../../../shared/grid/a1.ts'
import type { CellValue } from '../../../shared/grid/grid.ts'
import { escapeXml, writtenText } from '../../../shared/grid/workbook/xml.ts'
import { XmlTags } from '../../../shared/grid/xlsx/xmlTags.ts'

/** What a cell is to hold, and whether it is last period's figure. */
export interface CellChange {
  readonly value: CellValue
  readonly isCarried: boolean
}

/** The number of the style that a changed cell gets in place of the one that it has. */
type StyleOf = (style: number, change: CellChange) => number

/** Changes by row and column. */
export type CellChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>

/** A place of a text, and what comes there. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The part of a sheet with some cells changed, and every other character as it was. */
export function changedSheet(text: string, changes: CellChanges, styleOf: StyleOf): string {
  const walk = new SheetWalk(text, changes, styleOf)
  const edits = walk.edits()
  let done = 0
  const pieces: string[] = []
  for (const { start, end, text: piece } of edits) {
    pieces.push(text.slice(done, start), piece)
    done = end
  }
  return pieces.join('') + text.slice(done)
}

/** Goes through a sheet's rows and cells in their order, whether they name their place or follow the one before. */
class SheetWalk {
  private readonly tags: XmlTags
  private readonly changes: CellChanges
  private readonly styleOf: StyleOf
  private readonly found: Edit[] = []
  private prefix = ''
  private row = 0
  private column = 0
  private rowStyle = 0

  constructor(text: string, changes: CellChanges, styleOf: StyleOf) {
    this.tags = new XmlTags(text)
    this.changes = changes
    this.styleOf = styleOf
  }

  edits(): readonly Edit[] {
    const { tags } = this
    while (tags.next()) {
      if (tags.opens('sheetData')) this.prefix = tags.writtenName.slice(0, -'sheetData'.length)
      else if (tags.opens('row')) this.openRow()
      else if (tags.closes('row')) this.addCells(Number.POSITIVE_INFINITY)
      else if (tags.opens('c')) this.meetCell()
      else if (tags.closes('sheetData')) break
    }
    return this.found
  }

  private openRow(): void {
    const { tags } = this
    this.row = Number(tags.attribute('r')) || this.row + 1
    this.column = 0
    this.rowStyle = tags.flag('customFormat') ? Number(tags.attribute('s') ?? 0) : 0
    if (!tags.isEmpty) return
    const cells = this.cellsUpTo(Number.POSITIVE_INFINITY)
    if (cells !== '') this.found.push({ start: tags.end - 2, end: tags.end, text: `>${cells}</${tags.writtenName}>` })
  }

  private meetCell(): void {
    const { tags } = this
    const column = parseAddress(tags.attribute('r') ?? '')?.column ?? this.column + 1
    this.addCells(column - 1)
    this.column = column
    const change = this.changes.get(this.row)?.get(column)
    const start = tags.start
    const style = Number(tags.attribute('s') ?? 0)
    tags.skip()
    if (change) this.found.push({ start, end: tags.end, text: this.cellXml(column, style, change) })
  }

  /** Writes the changed cells that the row does not have, up to a column, before this tag. */
  private addCells(last: number): void {
    const text = this.cellsUpTo(last)
    if (text !== '') this.found.push({ start: this.tags.start, end: this.tags.start, text })
  }

  private cellsUpTo(last: number): string {
    const wanted = [...(this.changes.get(this.row) ?? [])].filter(([column]) => column > this.column && column <= last)
    return wanted
      .sort(([a], [b]) => a - b)
      .map(([column, change]) => (change.value === null ? '' : this.cellXml(column, this.rowStyle, change)))
      .join('')
  }

  private cellXml(column: number, style: number, change: CellChange): string {
    const name = (local: string) => this.prefix + local
    const start = `<${name('c')} r="${address(this.row, column)}" s="${this.styleOf(style, change)}"`
    const { value } = change
    if (value === null || value === '') return `${start}/>`
    if (typeof value !== 'string') {
      const flag = typeof value === 'boolean'
      return `${start}${flag ? ' t="b"' : ''}><${name('v')}>${Number(value)}</${name('v')}></${name('c')}>`
    }
    const text = `<${name('t')} xml:space="preserve">${escapeXml(writtenText(value))}</${name('t')}>`
    return `${start} t="inlineStr"><${name('is')}>${text}</${name('is')}></${name('c')}>`
  }
}
