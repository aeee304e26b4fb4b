import { anyArea } from '../area.ts'
import type { Filter } from '../filter.ts'
import type { Column, Frozen, PageSetup, SheetContent } from '../sheetContent.ts'
import { type CellStyle, NO_STYLE } from '../style.ts'
import type { Validation } from '../validation.ts'
import { readFilter } from './filterXml.ts'
import { readRules } from './readRules.ts'
import type { Styles } from './readStyles.ts'
import { attributesOf, childOf, deepPieces, inside, isOn, numberOf, type Piece, textOf } from './xml.ts'

/** What a sheet's part says beside its cells and merges. */
type Said = Partial<SheetContent>

/** A sheet's part, and the elements below its outermost one. */
export interface SheetPart {
  readonly xml: string
  readonly parts: readonly Piece[]
}

/** Reads what a sheet's part says beside its cells and merges; `printed` is what names say of it. */
export function readSaid({ xml, parts }: SheetPart, styles: Styles, printed: Partial<PageSetup> = {}): Said {
  const of = (name: string): Piece | undefined => parts.find((piece) => piece.name === name)
  const saidBy = (piece: Piece | undefined) => (piece ? attributesOf(xml, piece) : {})
  const view = of('sheetViews') && childOf(xml, of('sheetViews'), 'sheetView')
  const defaultWidth = numberOf(saidBy(of('sheetFormatPr')).defaultColWidth)
  const filter = readSheetFilter(xml, of('autoFilter'))
  const blocks = parts.filter(({ name }) => name === 'conditionalFormatting')
  return {
    isProtected: isOn(saidBy(of('sheetProtection')).sheet),
    gridlines: (saidBy(view).showGridLines ?? '1') !== '0' && saidBy(view).showGridLines !== 'false',
    frozen: readFrozen(saidBy(childOf(xml, view, 'pane'))),
    ...(defaultWidth ? { defaultWidth } : {}),
    columns: readColumns(xml, of('cols'), styles.cells),
    rules: readRules(xml, blocks, styles.rules),
    validations: readValidations(xml, of('dataValidations')),
    ...(filter ? { filter } : {}),
    page: { ...readPage(saidBy(of('pageSetup')), isOn(saidBy(childOf(xml, of('sheetPr'), 'pageSetUpPr')).fitToPage)), ...printed },
  }
}

const readSheetFilter = (xml: string, piece: Piece | undefined): Filter | undefined => piece && readFilter(xml, piece)

function readFrozen({ state, xSplit, ySplit }: Readonly<Record<string, string>>): Frozen {
  const isFrozen = state === 'frozen' || state === 'frozenSplit'
  return isFrozen ? { rows: numberOf(ySplit) ?? 0, columns: numberOf(xSplit) ?? 0 } : { rows: 0, columns: 0 }
}

function readColumns(xml: string, piece: Piece | undefined, styles: readonly CellStyle[]): Map<number, Column> {
  const columns = new Map<number, Column>()
  for (const one of piece ? inside(xml, piece) : []) {
    const { min, max, width, hidden, outlineLevel, style: number, ...others } = attributesOf(xml, one)
    const [from, to] = [numberOf(min), numberOf(max)]
    const style = styles[Number(number ?? 0)]
    if (from === undefined || to === undefined) continue
    const column: Column = {
      ...(numberOf(width) === undefined ? {} : { width: Number(width) }),
      ...(isOn(hidden) ? { hidden: true } : {}),
      ...(numberOf(outlineLevel) ? { outlineLevel: Number(outlineLevel) } : {}),
      ...(style && style !== NO_STYLE ? { style } : {}),
      others,
    }
    for (let at = from; at <= Math.min(to, 16_384); at++) columns.set(at, column)
  }
  return columns
}

function readValidations(xml: string, piece: Piece | undefined): readonly Validation[] {
  return (piece ? inside(xml, piece) : []).map((one) => {
    const { sqref = '', ...attributes } = attributesOf(xml, one)
    const formulas = ['formula1', 'formula2'].flatMap((name) =>
      deepPieces(xml, name, one)
        .slice(0, 1)
        .map((formula) => textOf(xml, formula)),
    )
    return { areas: sqref.split(/\s+/).flatMap((text) => anyArea(text) ?? []), formulas, attributes }
  })
}

function readPage({ orientation, paperSize, fitToWidth, fitToHeight }: Readonly<Record<string, string>>, isFitted: boolean): PageSetup {
  return {
    landscape: orientation === 'landscape',
    ...(numberOf(paperSize) === undefined ? {} : { paperSize: Number(paperSize) }),
    ...(isFitted ? { fit: { wide: numberOf(fitToWidth) ?? 1, high: numberOf(fitToHeight) ?? 1 } } : {}),
  }
}
