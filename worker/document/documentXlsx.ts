import { writeWorkbook } from '../../shared/grid/workbook/writeWorkbook.ts'
import type { Look, WrittenCell, WrittenSheet } from '../../shared/grid/workbook/writtenSheet.ts'
import { safeText } from '../../shared/report/safeText.ts'

/** A sheet of a document. A text is always a text, never a formula, whatever it begins with. */
export type XlsxSheet = Omit<WrittenSheet, 'rows'> & { readonly rows: readonly (readonly XlsxCell[])[] }

/** A cell of a document; null leaves it out, so that it has no frame either. */
export type XlsxCell =
  | null
  | { readonly text: string; readonly style?: XlsxStyle; readonly format?: string }
  /** A plain decimal ("48.67"), exact; `format` is Excel's ("0.00%"). */
  | { readonly number: string; readonly style?: XlsxStyle; readonly format?: string }

/** All but the title have a frame. */
type XlsxStyle = 'title' | 'heading' | 'body' | 'missing'

const [GREY_TEXT, GREY_FILL] = ['FF7F7F7F', 'FFEDEDED']
const LOOKS: Readonly<Record<XlsxStyle, Look>> = {
  title: { size: 16, bold: true, horizontal: 'center', vertical: 'center', wraps: true },
  heading: { bold: true, fill: GREY_FILL, frame: 'auto', horizontal: 'center', vertical: 'center', wraps: true },
  body: { frame: 'auto', vertical: 'center', wraps: true },
  missing: { italic: true, colour: GREY_TEXT, frame: 'auto', vertical: 'center', wraps: true },
}

/** The bytes of a document's workbook; the same sheets give the same bytes. Texts are made fit for documents (`safeText`). */
export const documentXlsx = (sheets: readonly XlsxSheet[]): Uint8Array =>
  writeWorkbook(sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(writtenCell)) })))

function writtenCell(cell: XlsxCell): WrittenCell | null {
  if (cell === null) return null
  const { style = 'body', ...value } = cell
  return { ...value, ...('text' in value ? { text: safeText(value.text).paragraphs.join('\n') || null } : {}), look: LOOKS[style] }
}
