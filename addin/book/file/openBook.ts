import { openWorkbook, type SheetEntry } from '../../../shared/grid/xlsx/openWorkbook.ts'
import type { BookContent } from '../sheetContent.ts'
import { readNames } from './names.ts'
import type { OpenedFile } from './openedFile.ts'
import { readSheet } from './readSheet.ts'
import { readStrings } from './readStrings.ts'
import { readStyles } from './readStyles.ts'
import { STANDARD_STYLES } from './standardStyles.ts'

/** A file that was opened. */
export interface OpenedBook {
  readonly content: BookContent
  /** What of it saving breaks, in words. */
  readonly lost: readonly string[]
}

/** Reads an .xlsx or .xlsm. Throws where the bytes are none. */
export function openBook(bytes: ArrayBuffer | Uint8Array): OpenedBook {
  const opened = openWorkbook(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes))
  if (!opened.ok) throw new Error(opened.fault.tag)
  const { files, part, date1904, activeTab, sharedStrings, styles: stylesPath } = opened.value
  const entries = numbered(opened.value.sheets)
  const workbook = files.text(part) ?? ''
  const styles = readStyles((stylesPath === undefined ? undefined : files.text(stylesPath)) ?? STANDARD_STYLES)
  const strings = sharedStrings === undefined ? [] : readStrings(files.text(sharedStrings) ?? '')
  const { names, printed } = readNames(
    workbook,
    entries.map(({ sheetId }) => sheetId),
  )
  const sheets = entries.map((entry) => readSheet(entry, { files, strings, styles, date1904, printed }))
  const kept: OpenedFile = {
    files,
    workbook: part,
    stylesPath,
    styles,
    sheets: sheets.map(({ opened: sheet }) => sheet),
    names,
    active: shownFirst(entries, activeTab),
  }
  const isSigned = files.paths.some((path) => /^_xmlsignatures\//i.test(path))
  return {
    content: { date1904, activeTab, sheets: sheets.map(({ number, content }) => ({ number, content })), names, kept },
    lost: isSigned ? ['有效的数字签名'] : [],
  }
}

/** Sheets with numbers of their own: a torn file gives several the same, or none. */
function numbered(entries: readonly SheetEntry[]): readonly SheetEntry[] {
  const numbers = new Set(entries.map(({ sheetId }) => sheetId))
  const areOwn = numbers.size === entries.length && entries.every(({ sheetId }) => sheetId > 0)
  return areOwn ? entries : entries.map((entry, place) => ({ ...entry, sheetId: place + 1 }))
}

/** The number of the sheet that is shown first: one that is hidden is not. */
function shownFirst(entries: readonly SheetEntry[], activeTab: number): number {
  const wanted = entries[activeTab]
  const isVisible = (entry: SheetEntry | undefined) => entry?.visibility === 'visible'
  return ((isVisible(wanted) ? wanted : entries.find(isVisible)) ?? entries[0])?.sheetId ?? 0
}
