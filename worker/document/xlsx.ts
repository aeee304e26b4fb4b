import { address } from '../../shared/grid/a1.ts'
import { safeText } from '../../shared/report/safeText.ts'
import { zipOf } from './fixedZip.ts'
import { escapeXml } from './xml.ts'

/** A sheet of a workbook to be written. A text is always a text, never a formula, whatever it begins with. */
export interface XlsxSheet {
  readonly name: string
  readonly rows: readonly (readonly XlsxCell[])[]
  /** "A1:K1" */
  readonly merges?: readonly string[]
  /** Column widths in characters. */
  readonly widths?: readonly number[]
  readonly frozenRows?: number
}

export type XlsxCell =
  | null
  | { readonly text: string; readonly style?: XlsxStyle; readonly format?: string }
  /** A plain decimal ("48.67"), exact; `format` is Excel's ("0.00%"). */
  | { readonly number: string; readonly style?: XlsxStyle; readonly format?: string }
  /** Of our own making or of the reader's own sheet, without "=". */
  | { readonly formula: string; readonly style?: XlsxStyle; readonly format?: string }

/** 'plain' has no frame. */
export type XlsxStyle = 'title' | 'heading' | 'body' | 'missing' | 'plain'

/** Excel holds no more characters in a cell. */
export const MAX_CELL_TEXT = 32_767
const STYLES: readonly XlsxStyle[] = ['title', 'heading', 'body', 'missing', 'plain']

/** The bytes of an .xlsx; the same sheets give the same bytes. Texts beyond what a cell holds are cut with "…（略）". */
export function xlsx(sheets: readonly XlsxSheet[], options: { readonly date1904?: boolean } = {}): Uint8Array {
  const formats = [
    ...new Set(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.flatMap((cell) => (cell && formatOf(cell)) ?? [])))),
  ]
  const styleOf = (cell: NonNullable<XlsxCell>) => {
    const format = formatOf(cell)
    return STYLES.indexOf(cell.style ?? 'body') * (formats.length + 1) + (format === undefined ? 0 : formats.indexOf(format) + 1)
  }
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${options.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheetNames(
      sheets,
    )
      .map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELS}">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(formats),
  }
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, styleOf)
  return zipOf(parts)
}

/** A text that looks like a formula is formatted as text, so that it stays one when somebody edits the cell. */
const formatOf = (cell: NonNullable<XlsxCell>): string | undefined =>
  cell.format ?? ('text' in cell && /^[=+\-@]/.test(cell.text) ? '@' : undefined)

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function sheetXml(sheet: XlsxSheet, styleOf: (cell: NonNullable<XlsxCell>) => number): string {
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((cell, c) => (cell === null ? '' : cellXml(cell, address(r + 1, c + 1), styleOf(cell))))
    return `<row r="${r + 1}">${cells.join('')}</row>`
  })
  const frozen = sheet.frozenRows ?? 0
  const pane = frozen > 0 ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : ''
  const widths = (sheet.widths ?? []).map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const merges = sheet.merges ?? []
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData>${rows.join('')}</sheetData>`,
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    '</worksheet>',
  ].join('')
}

function cellXml(cell: NonNullable<XlsxCell>, at: string, style: number): string {
  if ('number' in cell) return `<c r="${at}" s="${style}"><v>${escapeXml(cell.number)}</v></c>`
  if ('formula' in cell) return `<c r="${at}" s="${style}"><f>${escapeXml(cell.formula)}</f></c>`
  if (cell.text === '') return `<c r="${at}" s="${style}"/>`
  const fit = safeText(cell.text).paragraphs.join('\n')
  const text = fit.length > MAX_CELL_TEXT ? `${fit.slice(0, MAX_CELL_TEXT - 4).replace(/[\uD800-\uDBFF]$/, '')}…（略）` : fit
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

/** Names that Excel takes: without []:*?/\, at most 31 characters, each once. */
function sheetNames(sheets: readonly XlsxSheet[]): readonly string[] {
  const used = new Set<string>()
  return sheets.map(({ name }) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .trim()
        .slice(0, 31) || 'Sheet'
    let own = plain
    for (let n = 2; used.has(own.toLowerCase()); n++) own = `${plain.slice(0, 31 - ` (${n})`.length)} (${n})`
    used.add(own.toLowerCase())
    return own
  })
}

function stylesXml(formats: readonly string[]): string {
  const numFmts = formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(format)}"/>`).join('')
  const align = (horizontal: string) => `<alignment horizontal="${horizontal}" vertical="center" wrapText="1"/>`
  const looks = [
    { font: 1, fill: 0, border: 0, alignment: align('center') },
    { font: 2, fill: 2, border: 1, alignment: align('center') },
    { font: 0, fill: 0, border: 1, alignment: align('general') },
    { font: 3, fill: 0, border: 1, alignment: align('general') },
    { font: 0, fill: 0, border: 0, alignment: '<alignment vertical="center"/>' },
  ]
  const xfs = looks.flatMap(({ font, fill, border, alignment }) =>
    [0, ...formats.map((_, i) => 164 + i)].map(
      (numFmt) =>
        `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${border}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    ),
  )
  const thin = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')
  const font = (size: number, more = '') =>
    `<font>${more}<sz val="${size}"/>${more.includes('i/') ? '<color rgb="FF7F7F7F"/>' : ''}<name val="宋体"/></font>`
  return `${HEAD}<styleSheet xmlns="${MAIN}">${formats.length > 0 ? `<numFmts count="${formats.length}">${numFmts}</numFmts>` : ''}<fonts count="4">${font(11)}${font(16, '<b/>')}${font(11, '<b/>')}${font(11, '<i/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/></border><border>${thin}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
}
