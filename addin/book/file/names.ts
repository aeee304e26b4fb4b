import type { Area } from '../../../shared/grid/a1.ts'
import { areaText } from '../area.ts'
import type { DefinedName } from '../definedName.ts'
import { mapReferences, quotedName, referenceText } from '../references.ts'
import type { PageSetup, SheetContent } from '../sheetContent.ts'
import { type Attributes, attributesOf, attributesText, childOf, escaped, inside, rootOf, textOf } from './xml.ts'

const PRINT_AREA = '_xlnm.Print_Area'
const PRINT_TITLES = '_xlnm.Print_Titles'
/** Excel writes it for each filter of a sheet. */
const FILTERED = '_xlnm._FilterDatabase'

/** The names of a file that people gave, and what it says by names of how each sheet is printed. */
export interface FileNames {
  readonly names: readonly DefinedName[]
  /** By the sheet's number. */
  readonly printed: ReadonlyMap<number, Pick<PageSetup, 'printArea' | 'titleRows' | 'titleColumns'>>
}

/** Reads the names of a workbook's part; `numbers` are those of its sheets in their order. */
export function readNames(xml: string, numbers: readonly number[]): FileNames {
  const names: DefinedName[] = []
  const printed = new Map<number, Pick<PageSetup, 'printArea' | 'titleRows' | 'titleColumns'>>()
  const list = childOf(xml, rootOf(xml), 'definedNames')
  for (const piece of list ? inside(xml, list) : []) {
    const { name = '', localSheetId, ...attributes } = attributesOf(xml, piece)
    const formula = textOf(xml, piece)
    const sheet = localSheetId === undefined ? undefined : numbers[Number(localSheetId)]
    if (name === FILTERED) continue
    if (sheet !== undefined && name === PRINT_AREA) printed.set(sheet, { ...printed.get(sheet), ...printAreaOf(formula) })
    else if (sheet !== undefined && name === PRINT_TITLES) printed.set(sheet, { ...printed.get(sheet), ...titlesOf(formula) })
    else names.push({ name, ...(sheet === undefined ? {} : { sheet }), formula, attributes })
  }
  return { names, printed }
}

function areasIn(formula: string): readonly Area[] {
  const areas: Area[] = []
  mapReferences(formula, ({ area }) => {
    areas.push(area)
    return undefined
  })
  return areas
}

function printAreaOf(formula: string): Pick<PageSetup, 'printArea'> {
  const areas = areasIn(formula)
  return areas.length > 0 ? { printArea: areas.map(areaText).join('&&') } : {}
}

function titlesOf(formula: string): Pick<PageSetup, 'titleRows' | 'titleColumns'> {
  const texts = areasIn(formula).map(areaText)
  const [titleRows, titleColumns] = [/^\d+:\d+$/, /^[A-Z]+:[A-Z]+$/].map((pattern) => texts.find((text) => pattern.test(text)))
  return { ...(titleRows === undefined ? {} : { titleRows }), ...(titleColumns === undefined ? {} : { titleColumns }) }
}

/** A sheet in its place, as far as names speak of it. */
export interface NamedSheet {
  readonly number: number
  readonly content: Pick<SheetContent, 'name' | 'filter' | 'page'>
}

/** The names of a book, and those by which a file says what is filtered and printed; '' where there are none. */
export function namesXml(names: readonly DefinedName[], sheets: readonly NamedSheet[]): string {
  const all = [...sheets.flatMap(saidByNames), ...names.map(({ sheet, ...name }) => ({ ...name, place: placeOf(sheets, sheet) }))]
  const elements = all.map(({ name, place, formula, attributes }) => {
    const said: Readonly<Record<string, string | number | undefined>> = { name, localSheetId: place, ...attributes }
    return `<definedName${attributesText(said)}>${escaped(formula)}</definedName>`
  })
  return elements.length > 0 ? `<definedNames>${elements.join('')}</definedNames>` : ''
}

const placeOf = (sheets: readonly NamedSheet[], sheet: number | undefined): number | undefined => {
  const place = sheets.findIndex(({ number }) => number === sheet)
  return place < 0 ? undefined : place
}

interface PlacedName {
  readonly name: string
  readonly place: number | undefined
  readonly formula: string
  readonly attributes: Attributes
}

function saidByNames({ content: { name: sheet, filter, page } }: NamedSheet, place: number): PlacedName[] {
  const named = (name: string, areas: readonly Area[], attributes: Attributes = {}): PlacedName[] =>
    areas.length === 0 ? [] : [{ name, place, formula: areas.map((area) => fixedReference(sheet, area)).join(','), attributes }]
  const areas = (text: string | undefined): readonly Area[] => (text === undefined ? [] : areasIn(text.replaceAll('&&', ',')))
  return [
    ...named(FILTERED, filter ? [filter.area] : [], { hidden: '1' }),
    ...named(PRINT_AREA, areas(page.printArea)),
    ...named(PRINT_TITLES, [...areas(page.titleColumns), ...areas(page.titleRows)]),
  ]
}

const ALL_SIDES = { top: true, left: true, bottom: true, right: true }

function fixedReference(sheet: string, area: Area): string {
  return `${quotedName(sheet)}!${referenceText({ sheet: undefined, area, fixed: ALL_SIDES, isRange: area.top !== area.bottom || area.left !== area.right })}`
}
