import { fail, type Result } from '../../base/result.ts'
import { fileFormat } from '../format/fileFormat.ts'
import { unescapeText } from '../unescapeText.ts'
import { catching } from './catching.ts'
import { PartFault, type XlsxFault } from './fault.ts'
import { packageFault } from './packageFault.ts'
import { neededText, openPackage, type Relationship, type XlsxPackage } from './xlsxPackage.ts'
import { XmlTags } from './xmlTags.ts'

/** A workbook of which nothing but the list of its sheets has been read. */
export interface XlsxWorkbook {
  readonly files: XlsxPackage
  /** The path of the workbook's own part: "xl/workbook.xml". */
  readonly part: string
  readonly date1904: boolean
  /** In the order of the tabs. */
  readonly sheets: readonly SheetEntry[]
  readonly names: readonly DefinedName[]
  /** Which sheet is shown first, counted from 0 in `sheets`. */
  readonly activeTab: number
  /** The paths of shared strings and styles; undefined where the file has none. */
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

/** A tab of a workbook. */
export interface SheetEntry {
  readonly name: string
  /** The number that the file gives it, which is not its place. */
  readonly sheetId: number
  /** "rId1"; '' where the file has none. */
  readonly relationship: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  /** Other kinds have no cells of data: charts, macros of Excel 4, dialogs, modules of Excel 95, which have no part. */
  readonly kind: 'worksheet' | 'chartsheet' | 'macrosheet' | 'dialogsheet' | 'module'
  /** The path of its part, which the file may lack; undefined where nothing says which it is. */
  readonly part: string | undefined
}

/** A name that stands for cells or a formula. */
export interface DefinedName {
  readonly name: string
  /** "Sheet1!$A$1:$C$9", without "=". */
  readonly refersTo: string
  /** The sheet that it belongs to, counted from 0 in `sheets`; undefined for the workbook's own. */
  readonly sheet: number | undefined
  readonly isHidden: boolean
}

/** Opens an .xlsx or .xlsm as far as its list of sheets; a fault says what the bytes are instead. Never throws on bad bytes. */
export function openWorkbook(bytes: Uint8Array): Result<XlsxWorkbook, XlsxFault> {
  const format = fileFormat(bytes)
  if (format === 'empty') return fail({ tag: 'emptyFile' })
  if (format === 'encrypted') return fail({ tag: 'encrypted' })
  if (format !== 'zip') return fail({ tag: 'otherFormat', format })
  const files = openPackage(bytes)
  return files.ok ? catching(() => workbookOf(files.value)) : files
}

function workbookOf(files: XlsxPackage): XlsxWorkbook {
  const part = workbookPart(files)
  if (part === undefined) throw new PartFault(packageFault(files))
  const relationships = files.relationships(part)
  const found = readWorkbookPart(neededText(files, part))
  const sheets = placeSheets(files, relationships, found.sheets)
  const partOf = (type: string, usual: string): string | undefined => {
    const named = relationships.find((relationship) => relationship.type === type)?.target
    return [named, usual].find((path) => path !== undefined && files.has(path))
  }
  return {
    ...found,
    files,
    part,
    sheets,
    sharedStrings: partOf('sharedStrings', 'xl/sharedStrings.xml'),
    styles: partOf('styles', 'xl/styles.xml'),
  }
}

/** By the relationships of the package; where they are missing or wrong, by its usual name. */
function workbookPart(files: XlsxPackage): string | undefined {
  const named = files.relationships('').find(({ type }) => type === 'officeDocument')?.target ?? ''
  const usual = ['xl/workbook.xml', ...files.paths.filter((path) => USUAL.test(path))]
  return [...(/\.xml$/i.test(named) ? [named] : []), ...usual].find((path) => isWorkbook(files, path))
}

/** "xl/workbook.xml", "xl/workbook2.xml", "workbook.xml". */
const USUAL = /(?:^|\/)workbook[^/]*\.xml$/i

/** Documents of other kinds are named in the same way. */
function isWorkbook(files: XlsxPackage, path: string): boolean {
  const tags = new XmlTags(files.text(path) ?? '')
  return tags.next() && tags.opens('workbook')
}

interface WrittenSheet {
  readonly name: string
  readonly sheetId: number
  readonly relationship: string
  readonly visibility: SheetEntry['visibility']
}

type WorkbookPart = Pick<XlsxWorkbook, 'date1904' | 'names' | 'activeTab'> & { readonly sheets: readonly WrittenSheet[] }

function readWorkbookPart(text: string): WorkbookPart {
  const tags = new XmlTags(text)
  const sheets: WrittenSheet[] = []
  const names: DefinedName[] = []
  let date1904 = false
  let activeTab = 0
  while (tags.next()) {
    if (tags.opens('sheet')) sheets.push(writtenSheet(tags))
    else if (tags.opens('definedName')) names.push(definedName(tags))
    else if (tags.opens('workbookPr')) date1904 ||= tags.flag('date1904')
    else if (tags.opens('workbookView')) activeTab ||= Number(tags.attribute('activeTab') ?? 0) || 0
    else if (tags.opens('extLst')) tags.skip()
  }
  return { sheets, names, date1904, activeTab }
}

function writtenSheet(tags: XmlTags): WrittenSheet {
  const state = tags.attribute('state')
  return {
    name: unescapeText(tags.attribute('name') ?? ''),
    sheetId: Number(tags.attribute('sheetId') ?? 0),
    relationship: tags.prefixedAttribute('id') ?? tags.attribute('id') ?? '',
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
  }
}

function definedName(tags: XmlTags): DefinedName {
  const sheet = tags.attribute('localSheetId')
  return {
    name: unescapeText(tags.attribute('name') ?? ''),
    sheet: sheet === undefined ? undefined : Number(sheet),
    isHidden: tags.flag('hidden'),
    refersTo: unescapeText(tags.characters()),
  }
}

const KINDS: Readonly<Record<string, SheetEntry['kind']>> = {
  chartsheet: 'chartsheet',
  dialogsheet: 'dialogsheet',
  xlMacrosheet: 'macrosheet',
  xlIntlMacrosheet: 'macrosheet',
}

/** Where its relationship names no part of the file, the usual part of its number or place, if no other sheet has it. */
function placeSheets(files: XlsxPackage, relationships: readonly Relationship[], sheets: readonly WrittenSheet[]): readonly SheetEntry[] {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]))
  const named = sheets.map(({ relationship }) => (relationship === '' ? undefined : byId.get(relationship)))
  const claimed = new Set(named.map((relationship) => relationship?.target.toLowerCase()))
  return sheets.map((sheet, place) => {
    const relationship = named[place]
    const usual = [`xl/worksheets/sheet${sheet.sheetId}.xml`, `xl/worksheets/sheet${place + 1}.xml`].filter((path) => !claimed.has(path))
    const part = [relationship?.target, ...usual].find((path) => path !== undefined && files.has(path))
    const usualKind = sheet.relationship === '' && part === undefined ? 'module' : 'worksheet'
    return { ...sheet, kind: KINDS[relationship?.type ?? ''] ?? usualKind, part: part ?? relationship?.target }
  })
}
