import type { Book } from '../book.ts'
import { type OpenedFile, type OpenedSheet, openedFile, openedSheet } from '../file/openedFile.ts'
import { STANDARD_STYLES } from '../file/standardStyles.ts'
import type { Sheet } from '../sheet.ts'
import { newFile, newSheet, SHEET_TYPE } from './newParts.ts'
import { PackageDraft } from './packageDraft.ts'
import { dropUnreached, reachedParts } from './reachedParts.ts'
import { StylesDraft } from './stylesDraft.ts'
import { type TabToWrite, workbookText } from './workbookDraft.ts'
import { writeChartSheet, writeSheet } from './writeSheet.ts'

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'

/**
 * The workbook as .xlsx: the file that it was opened from, with what has changed since. Parts in which nothing changed are
 * the same, bit by bit.
 */
export function saveBook(book: Book): Uint8Array {
  const file = openedFile(book.kept) ?? newFile()
  const files = new PackageDraft(file.files)
  const before = reachedParts(files)
  const styles = new StylesDraft(file.styles)
  const tabs = book.sheets.map((sheet) => tabOf(files, sheet, file))
  forgetSheets(files, file, tabs)
  const changes = tabs.map(({ opened, content, number }) => {
    const isShown = book.active.number === file.active ? undefined : number === book.active.number
    const sheet = { content, opened, isShown }
    return content.kind === 'cells' ? writeSheet(files, sheet, styles) : writeChartSheet(files, sheet)
  })
  const computes = changes.some((change) => change?.cells) && hasFormulas(book)
  const text = files.text(file.workbook) ?? ''
  const written = workbookText(text, { tabs, names: book.names, active: book.active.number, computes }, file)
  if (written !== text) files.put(file.workbook, written)
  writeStyles(files, file, styles)
  if (changes.some((change) => change?.movesFormulas) || tabs.length < file.sheets.length) dropCalculationOrder(files, file)
  dropUnreached(files, before)
  return files.bytes()
}

type OpenedTab = TabToWrite & { readonly opened: OpenedSheet }

/** A sheet as a tab of the file; one that is new gets a part. */
function tabOf(files: PackageDraft, { number, content }: Sheet, file: OpenedFile): OpenedTab {
  const opened = openedSheet(content.kept)
  if (opened) return { number, content, opened, relationship: opened.relationship }
  const path = files.freePath('xl/worksheets/sheet')
  const relationship = files.relate(file.workbook, 'worksheet', path)
  const fresh = newSheet(number, path, relationship)
  files.add(path, SHEET_TYPE, fresh.xml)
  return { number, content, opened: fresh, relationship }
}

/** Sheets that are gone are no part of the workbook any more. */
function forgetSheets(files: PackageDraft, file: OpenedFile, tabs: readonly OpenedTab[]): void {
  const kept = new Set(tabs.map(({ opened }) => opened.path))
  const gone = file.sheets.filter(({ path }) => !kept.has(path))
  files.unrelate(
    file.workbook,
    gone.map(({ relationship }) => relationship),
  )
}

const hasFormulas = ({ sheets }: Book): boolean =>
  sheets.some(({ content }) =>
    [...content.rows.values()].some(({ cells }) => [...cells.values()].some(({ formula }) => formula !== undefined)),
  )

function writeStyles(files: PackageDraft, file: OpenedFile, styles: StylesDraft): void {
  const path = file.stylesPath ?? 'xl/styles.xml'
  const there = files.text(path)
  const text = styles.text(there ?? STANDARD_STYLES)
  if (there === undefined && styles.isChanged) {
    files.add(path, STYLES_TYPE, text)
    files.relate(file.workbook, 'styles', path)
  } else if (there !== undefined && text !== there) files.put(path, text)
}

/** In which order formulas were computed: Excel finds it anew where it is not there, and a wrong one breaks the file. */
function dropCalculationOrder(files: PackageDraft, file: OpenedFile): void {
  const chains = files.relationsOf(file.workbook).filter(({ type }) => type === 'calcChain')
  files.unrelate(
    file.workbook,
    chains.map(({ id }) => id),
  )
  for (const { target } of chains) files.remove(target)
}
