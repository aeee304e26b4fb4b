/** A report's text by its headings and labels, each part with its line (from 1). */
export interface ParsedReport {
  readonly lines: readonly string[]
  readonly opening: readonly Part[]
  readonly categories: readonly ParsedCategory[]
}

/** A paragraph, or the rest of a line behind its label, with the line it is on (from 1). */
export interface Part {
  readonly line: number
  readonly text: string
  /** Of a report of ours: where the unit's own words end and those of the report begin; left out where nobody knows. */
  readonly ours?: number
}

/** A heading with the tasks under it; `text` is the whole line. */
export interface ParsedCategory extends Part {
  /** "四", "4" */
  readonly numeral: string
  readonly title: string
  readonly tasks: readonly ParsedTask[]
}

/** A task by its labels: 工作任务, 主要责任单位, 进展情况. */
export interface ParsedTask {
  /** The number behind 工作任务; null where it has none. */
  readonly number: number | null
  readonly labelled: boolean
  /** 主要责任单位 follows on the task's own line. */
  readonly inline: boolean
  readonly task: Part
  readonly units: Part | null
  readonly progress: readonly Part[]
  /** The id that the register gives a task at this place: "7.1", or "4" in a category with one task. */
  readonly id: string
}

const HEADING = /^\s*([一二三四五六七八九十百零]+|\d{1,3})、([^：:。]+)$/
const LABELS = /(工作任务\d{0,3}|主要责任单位|进展情况)[：:]/
/** What Word leaves before a label; it hides no label, and `checkTypography` reports it. */
const ARTEFACT = /^\s*\[bookmark:[^\]]*\]/

/**
 * Reads a report's plain text. Labels count at the beginning of a line (behind an artefact of Word, too), and
 * 主要责任单位 also on the task's own line; the first paragraph after a heading is a task even without its label.
 */
export function parseReport(text: string): ParsedReport {
  const lines = text.split('\n')
  const bodies = lines.map((raw) => raw.replace(ARTEFACT, '').trim())
  const builder = new ReportBuilder()
  for (const [index, raw] of lines.entries()) {
    const text = bodies[index] ?? ''
    if (text === '') continue
    const heading = LABELS.test(text) ? null : HEADING.exec(text)
    if (heading && isFollowedByTask(bodies, index)) builder.startCategory({ line: index + 1, text: raw }, heading)
    else builder.addLine({ line: index + 1, text })
  }
  return { lines, ...builder.finish() }
}

/** A task whose later lines are still to come; its id is known once all tasks of its category are. */
type OpenTask = { -readonly [K in keyof Omit<ParsedTask, 'id'>]: K extends 'progress' ? Part[] : ParsedTask[K] }
type OpenCategory = Omit<ParsedCategory, 'tasks'> & { readonly tasks: OpenTask[] }

/** Takes a report line by line; a line without a label continues whatever text is open. */
class ReportBuilder {
  private readonly opening: Part[] = []
  private readonly categories: OpenCategory[] = []
  /** Where a line without a label goes: the opening, or a task's progress; null after any other label. */
  private open: Part[] | null = this.opening

  startCategory(place: Part, [, numeral = '', title = '']: RegExpExecArray): void {
    this.categories.push({ ...place, numeral, title: title.trim(), tasks: [] })
    this.open = null
  }

  addLine({ line, text }: Part): void {
    const tasks = this.categories.at(-1)?.tasks
    const task = tasks?.at(-1)
    const label = labelOf(text)
    if (tasks && (label === undefined ? tasks.length === 0 : label.name.startsWith('工作任务'))) {
      tasks.push(openTask(line, label?.name, label?.rest ?? text))
      this.open = null
    } else if (task && label?.name === '主要责任单位') {
      task.units = { line, text: label.rest }
      this.open = null
    } else if (task && label?.name === '进展情况') {
      task.progress = [{ line, text: label.rest }]
      this.open = task.progress
    } else this.open?.push({ line, text })
  }

  finish(): Pick<ParsedReport, 'opening' | 'categories'> {
    const categories = this.categories.map((category, index) => ({
      ...category,
      tasks: category.tasks.map((task, position, { length }) => ({
        ...task,
        id: length > 1 ? `${index + 1}.${position + 1}` : String(index + 1),
      })),
    }))
    return { opening: this.opening, categories }
  }
}

/** The label that a line begins with, and what follows it. */
function labelOf(text: string): { readonly name: string; readonly rest: string } | undefined {
  const label = LABELS.exec(text)
  return label?.index === 0 ? { name: label[1] ?? '', rest: text.slice(label[0].length) } : undefined
}

/** A task's first line: "工作任务2：…主要责任单位：…", or a paragraph without a label. */
function openTask(line: number, label: string | undefined, content: string): OpenTask {
  const [own = '', units] = content.split(/主要责任单位[：:]/, 2)
  const number = /\d+/.exec(label ?? '')
  return {
    number: number ? Number(number[0]) : null,
    labelled: label !== undefined,
    inline: units !== undefined,
    task: { line, text: own },
    units: units === undefined ? null : { line, text: units },
    progress: [],
  }
}

/** A category's heading has a label within two paragraphs, blank lines aside. */
const LINES_AHEAD = 7
const PARAGRAPHS_AHEAD = 2

/** A unit's text may number its own paragraphs; a category's heading is followed by a task, with its label or without. */
function isFollowedByTask(bodies: readonly string[], index: number): boolean {
  const following = bodies.slice(index + 1, index + 1 + LINES_AHEAD).filter((body) => body !== '')
  return following.slice(0, PARAGRAPHS_AHEAD).some((body) => /^(?:工作任务\d{0,3}|主要责任单位)[：:]/.test(body))
}
