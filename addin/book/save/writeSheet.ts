import { parseArea } from '../../../shared/grid/a1.ts'
import { areaText, bounding, cellArea } from '../area.ts'
import { holdsContent } from '../cell.ts'
import type { OpenedSheet } from '../file/openedFile.ts'
import { attributesOf, rootOf } from '../file/xml.ts'
import type { SheetContent } from '../sheetContent.ts'
import { writeCharts } from './chartsDraft.ts'
import { writeLinks } from './linksDraft.ts'
import { writeLoose } from './looseDraft.ts'
import { EMPTY_SHEET } from './newParts.ts'
import { writeNotes } from './notesDraft.ts'
import type { PackageDraft } from './packageDraft.ts'
import { PartDraft } from './partDraft.ts'
import { writeRows } from './sheetDataXml.ts'
import { SHEET_ORDER, writeSections } from './sheetSections.ts'
import { writeView } from './sheetView.ts'
import type { StylesDraft } from './stylesDraft.ts'
import { writeTables } from './tableDraft.ts'

/** A sheet that is to be saved. */
export interface SheetToWrite {
  readonly content: SheetContent
  readonly opened: OpenedSheet
  /** Whether it is the one that is shown, where this is another than in the file. */
  readonly isShown: boolean | undefined
}

/** What the saving of a sheet changed that reaches beyond it. */
export interface SheetChanges {
  readonly cells: boolean
  readonly movesFormulas: boolean
}

/** Puts into a sheet's part what is another by now. */
export function writeSheet(files: PackageDraft, sheet: SheetToWrite, styles: StylesDraft): SheetChanges {
  const { content, opened, isShown } = sheet
  const draft = new PartDraft(opened.xml || EMPTY_SHEET, SHEET_ORDER)
  const rows = writeRows(content.rows, opened, styles, draft.prefix)
  if (rows.isChanged) {
    draft.set('sheetData', rows.xml === '' ? '<sheetData/>' : `<sheetData>${rows.xml}</sheetData>`)
    writeDimension(draft, content)
  }
  writeLoose(files, content.loose, opened, draft)
  writeView(draft, content, opened.content, isShown)
  writeSections(draft, content, opened, styles)
  writeLinks(draft, content.rows, opened)
  writeTables(files, draft, content.tables, opened)
  writeNotes(files, content.rows, opened)
  writeCharts(files, draft, content.charts, opened.path)
  if (draft.isChanged) files.put(opened.path, draft.text)
  return { cells: rows.isChanged, movesFormulas: rows.movesFormulas }
}

/** Over which cells a sheet goes: those that its file says, and those that came. */
function writeDimension(draft: PartDraft, { rows }: SheetContent): void {
  const written = draft.element('dimension')
  if (written === undefined) return
  const said = parseArea(attributesOf(written, rootOf(written)).ref ?? '')
  let used = said
  for (const [row, { cells }] of rows) {
    for (const [column, cell] of cells) {
      if (!holdsContent(cell) && Object.keys(cell.style).length === 0) continue
      const area = cellArea(row, column)
      used = used ? bounding(used, area) : area
    }
  }
  const ref = areaText(used ?? cellArea(1, 1))
  if (!said || areaText(said) !== ref) draft.set('dimension', `<dimension ref="${ref}"/>`)
}

/** Puts into a sheet without cells whether it is the one that is shown, and what its chart refers to by now. */
export function writeChartSheet(files: PackageDraft, { content, opened, isShown }: SheetToWrite): undefined {
  writeLoose(files, content.loose, opened)
  if (isShown === undefined) return
  files.change(opened.path, (text) => {
    const draft = new PartDraft(text, ['sheetPr', 'sheetViews', 'sheetProtection', 'pageMargins', 'drawing'])
    writeView(draft, content, opened.content, isShown)
    return draft.text
  })
}
