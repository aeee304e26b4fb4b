import type { CellMark } from '../ports/workbook.ts'
import { addressChunks, joinCells } from './host/cellAddresses.ts'
import { WorkbookStop } from './host/hostFault.ts'
import type { Batch } from './host/runOnWorkbook.ts'

type Severity = CellMark['severity']

const SEVERITIES: readonly Severity[] = ['error', 'warning']

/** Colour and one thing more than colour, so that marks can be distinguished without it. */
const LOOKS: Readonly<
  Record<Severity, { readonly fill: string; readonly font: string; readonly bold: boolean; readonly underline: boolean }>
> = {
  error: { fill: '#F8C9C6', font: '#8A0E0E', bold: true, underline: false },
  warning: { fill: '#FFE7A8', font: '#6B4A00', bold: false, underline: true },
}

/** Always true, and by its text known to be ours, wherever the sheet is copied or inserted rows move it. */
const SIGNATURE = 'livelihood-mark'
const formulaFor = (severity: Severity): string => `="${SIGNATURE}:${severity}"<>""`

/** Marks the cells; earlier marks of ours go. A cell marked twice has its gravest mark. */
export async function markCells(sheetName: string, marks: readonly CellMark[], batch: Batch): Promise<void> {
  const sheet = await findSheet(sheetName, batch)
  await removeMarks(sheet, batch)
  const taken = new Set<string>()
  for (const severity of SEVERITIES) {
    const cells = marks.filter((mark) => mark.severity === severity && !taken.has(mark.cell)).map((mark) => mark.cell)
    for (const cell of cells) taken.add(cell)
    for (const addresses of addressChunks(joinCells(cells))) addMark(sheet.getRanges(addresses), severity)
  }
  await batch.sync()
}

/** Takes all marks of ours off the sheet; the person's own conditional formats stay. */
export async function unmarkCells(sheetName: string, batch: Batch): Promise<void> {
  await removeMarks(await findSheet(sheetName, batch), batch)
  await batch.sync()
}

/** The sheet of that name; stops where there is none, or where it is protected. */
async function findSheet(name: string, { context, sync }: Batch): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name)
  sheet.load('name')
  sheet.protection.load('protected')
  await sync()
  if (sheet.isNullObject) throw new WorkbookStop({ tag: 'host', code: 'ItemNotFound' })
  if (sheet.protection.protected) throw new WorkbookStop({ tag: 'protected', sheet: name })
  return sheet
}

function addMark(areas: Excel.RangeAreas, severity: Severity): void {
  const look = LOOKS[severity]
  const format = areas.conditionalFormats.add('Custom')
  // Above the person's own formats, which stay below it.
  format.priority = 0
  format.custom.rule.formula = formulaFor(severity)
  format.custom.format.fill.color = look.fill
  format.custom.format.font.color = look.font
  if (look.bold) format.custom.format.font.bold = true
  if (look.underline) format.custom.format.font.underline = 'Single'
}

async function removeMarks(sheet: Excel.Worksheet, { sync }: Batch): Promise<void> {
  const formats = sheet.getRange().conditionalFormats
  formats.load('type')
  await sync()
  // Only custom formats have a formula to look at; asking another kind for its rule is an error.
  const custom = formats.items.filter((format) => format.type === 'Custom')
  const rules = custom.map((format) => format.custom.rule.load('formula'))
  if (rules.length > 0) await sync()
  for (const [i, rule] of rules.entries()) if (rule.formula.includes(`"${SIGNATURE}:`)) custom[i]?.delete()
}
