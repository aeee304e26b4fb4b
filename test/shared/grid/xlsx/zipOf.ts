import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A zip of these parts as texts or bytes. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])))

export const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
export const relationships = (...all: readonly string[]): string => `<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`
export const workbookXml = (sheets: string, around: { readonly before?: string; readonly after?: string } = {}): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${around.before ?? ''}<sheets>${sheets}</sheets>${around.after ?? ''}</workbook>`
export const worksheetXml = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${inside}</worksheet>`

/** The parts of a workbook with one sheet, "5月", of these rows ("<row>…</row>"), and what lies behind them. */
export const partsOf = (rows: string, behind = ''): Record<string, string> => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': workbookXml('<sheet name="5月" sheetId="1" r:id="rId1"/>'),
  'xl/_rels/workbook.xml.rels': relationships(relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')),
  'xl/worksheets/sheet1.xml': worksheetXml(`<sheetData>${rows}</sheetData>${behind}`),
})
