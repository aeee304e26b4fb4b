import type { CellValue } from '../../grid/grid.ts'
import type { ColumnField, TextField } from '../../record/columnFields.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
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

/** What is put together so far for a task and an area. */
interface Said {
  readonly draft: RecordDraft
  readonly row: number
  /** The texts that stand in it already, by field. */
  readonly texts: Map<TextField, Set<string>>
}

/** The words of a table by task and area; what several rows say of one task is put together. */
export class TextRecords {
  private readonly sheet: string
  private readonly byTask = new Map<string, Map<string, Said>>()
  private readonly inOrder: Said[] = []

  constructor(sheet: string) {
    this.sheet = sheet
  }

  add(task: string | undefined, area: string, field: ColumnField, value: CellValue, cell: string, row: number): void {
    const into = FIELD[field]
    if (task === undefined || into === undefined || value === null) return
    const { draft, texts } = this.saidOf(task, area, row)
    const text = String(value).trim()
    const before = draft.values[into]
    draft.cells[into] ??= cell
    const known = texts.get(into)
    if (!known) texts.set(into, new Set([text]))
    if (typeof before !== 'string') draft.values[into] = text
    else if (before.length < LONGEST && !known?.has(text)) draft.values[into] = `${before}\n${text}`
    known?.add(text)
  }

  records(): readonly FigureRecord[] {
    return this.inOrder.map(({ draft, row }) => toRecord(draft, this.sheet, row))
  }

  private saidOf(task: string, area: string, row: number): Said {
    const areas = this.byTask.get(task) ?? new Map<string, Said>()
    if (areas.size === 0) this.byTask.set(task, areas)
    const known = areas.get(area)
    if (known) return known
    const made: Said = { draft: newDraft(task, area, '', undefined), row, texts: new Map() }
    areas.set(area, made)
    this.inOrder.push(made)
    return made
  }
}
