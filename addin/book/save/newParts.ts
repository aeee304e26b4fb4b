import { strToU8, zipSync } from 'fflate'
import { openBook } from '../file/openBook.ts'
import { type OpenedFile, type OpenedSheet, openedFile } from '../file/openedFile.ts'
import { STANDARD_STYLES } from '../file/standardStyles.ts'
import { emptySheet } from '../sheetContent.ts'
import { HEAD, OFFICE } from './packageDraft.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const FORMAT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const SHEET_TYPE = `${FORMAT}.worksheet+xml`

/** A sheet with nothing on it. */
export const EMPTY_SHEET = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>`

/** A sheet that no file has yet, as the file would have it with nothing on it. */
export function newSheet(number: number, path: string, relationship: string): OpenedSheet {
  const { rows: _, ...content } = emptySheet('')
  return { number, relationship, path, xml: EMPTY_SHEET, content, rows: [], cells: [], links: [], notes: [], tables: new Map() }
}

const relationship = (type: string, target: string, id = 1): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const list = (elements: string): string => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${elements}</Relationships>`

const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${FORMAT}.${type}+xml"/>`

/** A workbook that no file has yet, as a file would have it with one empty sheet. */
export function newFile(): OpenedFile {
  const types = [
    override('xl/workbook.xml', 'sheet.main'),
    override('xl/worksheets/sheet1.xml', 'worksheet'),
    override('xl/styles.xml', 'styles'),
  ]
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': list(relationship('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': list(relationship('worksheet', 'worksheets/sheet1.xml') + relationship('styles', 'styles.xml', 2)),
    'xl/worksheets/sheet1.xml': EMPTY_SHEET,
    'xl/styles.xml': STANDARD_STYLES,
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
  const file = openedFile(openBook(bytes).content.kept)
  if (!file) throw new Error('a new workbook has no file')
  return file
}
