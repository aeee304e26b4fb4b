import type { CellValue } from '../grid/grid.ts'
import type { FigureRecord, TextField } from './figureRecord.ts'
import type { ColumnField, RowBinding } from './reading.ts'
import { newDraft, type RecordDraft, toRecord } from './recordDraft.ts'

const FIELD: Readonly<Partial<Record<ColumnField, TextField>>> = {
  progress_text: 'progressText',
  issues: 'problems',
  issues_next_steps: 'problems',
  next_steps: 'nextSteps',
  remark: 'remark',
}

/** What a cell of Excel holds; words beyond it are cut off at whole texts. */
const LONGEST = 32_767

/** The words of a table by task and area; what several rows say of one task is put together. */
export class TextRecords {
  private readonly sheet: string
  private readonly said = new Set<string>()
  private readonly drafts = new Map<string, { readonly draft: RecordDraft; readonly row: number }>()

  constructor(sheet: string) {
    this.sheet = sheet
  }

  add(task: string | undefined, _binding: RowBinding, area: string, field: ColumnField, value: CellValue, cell: string, row: number): void {
    const into = FIELD[field]
    if (task === undefined || into === undefined || value === null) return
    const key = `${task}|${area}`
    const known = this.drafts.get(key) ?? { draft: newDraft(task, area, '', undefined), row }
    this.drafts.set(key, known)
    const text = String(value).trim()
    const before = known.draft.values[into]
    known.draft.cells[into] ??= cell
    if (typeof before !== 'string') known.draft.values[into] = text
    else if (before.length < LONGEST && !this.said.has(`${key}|${into}|${text}`)) known.draft.values[into] = `${before}\n${text}`
    this.said.add(`${key}|${into}|${text}`)
  }

  records(): readonly FigureRecord[] {
    return [...this.drafts.values()].map(({ draft, row }) => toRecord(draft, this.sheet, row))
  }
}
