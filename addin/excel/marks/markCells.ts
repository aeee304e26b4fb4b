import type { CellMark, Unmarked } from '../../ports/workbook.ts'
import { MARK_LOOKS, markAreas, markFormula } from '../../sheetForm/markRule.ts'
import { addressChunks } from '../host/cellAddresses.ts'
import { WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { sheetKey } from '../host/sheetIds.ts'
import { findOwnRules } from './ownRules.ts'
import { tryEach } from './tryEach.ts'

/** What is to be marked, and whether it still is when its turn comes. */
export interface Marking {
  readonly sheet: string
  readonly marks: readonly CellMark[]
  readonly isWanted: () => boolean
}

/**
 * Marks the cells; earlier marks of ours go, in the same round trip, which is one step of undoing. A cell marked twice has
 * its gravest mark. Nothing is done where it is not wanted any more.
 */
export async function markCells({ sheet: name, marks, isWanted }: Marking, batch: Batch): Promise<void> {
  if (!isWanted()) return
  const { sheet, own } = await findSheet(name, batch)
  if (!isWanted()) return
  const areas = markAreas(marks).flatMap((one) => addressChunks(one.areas).map((addresses) => ({ addresses, severity: one.severity })))
  const add = (): void => {
    for (const { addresses, severity } of areas) addMark(sheet.getRanges(addresses), severity)
  }
  const acts = [...own.map((rule) => () => rule.delete()), add]
  const failed = await tryEach(acts, (act) => act(), batch)
  const refused = failed.find(({ item }) => item === add)
  if (refused) throw refused.error
}

/** Takes all marks of ours off the sheet; the person's own conditional formats stay. */
export async function unmarkCells(name: string, batch: Batch): Promise<Unmarked> {
  const { own, unread } = await findSheet(name, batch)
  const left = await tryEach(own, (rule) => rule.delete(), batch)
  return { sheets: own.length > left.length ? [name] : [], protected: [], unread: unread + left.length }
}

/** Takes the marks off every sheet of the workbook, as far as they can be taken off, and says what stayed. */
export async function unmarkAll(batch: Batch): Promise<Unmarked> {
  const { worksheets } = batch.context.workbook
  worksheets.load('name')
  await batch.sync()
  const sheets = worksheets.items
  for (const sheet of sheets) sheet.protection.load('protected')
  const found = await findOwnRules(sheets, batch)
  const marked = sheets.filter((sheet) => (found.get(sheet)?.rules.length ?? 0) > 0)
  const free = marked.filter((sheet) => !sheet.protection.protected)
  const rules = free.flatMap((sheet) => found.get(sheet)?.rules ?? [])
  const left = await tryEach(rules, (rule) => rule.delete(), batch)
  const unread = [...found.values()].reduce((sum, one) => sum + one.unread, 0)
  return {
    sheets: free.map(({ name }) => name),
    protected: marked.filter((sheet) => sheet.protection.protected).map(({ name }) => name),
    unread: unread + left.length,
  }
}

/** The sheet of that name with our rules on it, in a round trip; stops where there is none, or where it is protected. */
async function findSheet(name: string, batch: Batch) {
  const sheet = batch.context.workbook.worksheets.getItemOrNullObject(sheetKey(name))
  sheet.load('name')
  sheet.protection.load('protected')
  const found = await findOwnRules([sheet], batch)
  if (sheet.isNullObject) throw new WorkbookStop({ tag: 'sheetGone' })
  if (sheet.protection.protected) throw new WorkbookStop({ tag: 'protected' })
  const { rules, unread } = found.get(sheet) ?? { rules: [], unread: 0 }
  return { sheet, own: rules, unread }
}

function addMark(areas: Excel.RangeAreas, severity: CellMark['severity']): void {
  const look = MARK_LOOKS[severity]
  const format = areas.conditionalFormats.add('Custom')
  // Above the person's own formats, which stay below it.
  format.priority = 0
  format.custom.rule.formula = markFormula(severity)
  format.custom.format.fill.color = look.fill
  format.custom.format.font.color = look.color
  if (look.bold) format.custom.format.font.bold = true
  if (look.underline) format.custom.format.font.underline = 'Single'
}
