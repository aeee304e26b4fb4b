import { zipOf } from './fixedZip.ts'
import { sheetNames } from './sheetNames.ts'
import { Styles } from './stylesXml.ts'
import { cellFormat, worksheetXml } from './worksheetXml.ts'
import type { WrittenCell, WrittenSheet } from './writtenSheet.ts'
import { element, XML_HEAD } from './xml.ts'

/** Namespaces and content types of Office Open XML (ECMA-376, parts 1 and 2). */
const FORMATS = 'http://schemas.openxmlformats.org'
const SPREADSHEET = `${FORMATS}/spreadsheetml/2006/main`
const OFFICE = `${FORMATS}/officeDocument/2006/relationships`
const RELATIONSHIPS = `${FORMATS}/package/2006/relationships`
const CONTENT_TYPES = `${FORMATS}/package/2006/content-types`
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * The bytes of a new .xlsx; the same sheets give the same bytes, and nothing in them says who made them, when or where. Texts
 * beyond what a cell can have are cut with "…（略）".
 */
export function writeWorkbook(sheets: readonly WrittenSheet[], date1904 = false): Uint8Array {
  const styles = new Styles()
  const styleId = (cell: WrittenCell) => styles.id(cell.look ?? {}, cellFormat(cell))
  const parts = sheets.map((sheet) => worksheetXml(sheet, SPREADSHEET, styleId))
  return zipOf({
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, date1904),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': styles.xml(SPREADSHEET),
    ...Object.fromEntries(parts.map((part, i) => [`xl/worksheets/sheet${i + 1}.xml`, part])),
  })
}

function contentTypes(sheets: number): string {
  const byExtension = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ] as const
  const byPart = [
    ['/xl/workbook.xml', `${MEDIA}.sheet.main+xml`],
    ['/xl/styles.xml', `${MEDIA}.styles+xml`],
    ...Array.from({ length: sheets }, (_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, `${MEDIA}.worksheet+xml`] as const),
  ] as const
  return `${XML_HEAD}${element('Types', { xmlns: CONTENT_TYPES }, [
    ...byExtension.map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
    ...byPart.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })),
  ])}`
}

/** Targets by type, with the ids rId1, rId2 … in order. */
const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${XML_HEAD}${element(
    'Relationships',
    { xmlns: RELATIONSHIPS },
    targets.map(([Type, Target], i) => element('Relationship', { Id: `rId${i + 1}`, Type, Target })),
  )}`

function workbookXml(sheets: readonly WrittenSheet[], date1904: boolean): string {
  const named = sheetNames(sheets.map(({ name }) => name)).map((name, i) =>
    element('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` }),
  )
  return `${XML_HEAD}${element('workbook', { xmlns: SPREADSHEET, 'xmlns:r': OFFICE }, [
    date1904 ? element('workbookPr', { date1904: 1 }) : '',
    element('sheets', {}, named),
  ])}`
}
