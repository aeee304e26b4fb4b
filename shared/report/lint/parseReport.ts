/** A report's text by its headings and labels, each part with its line (from 1). */
export interface ParsedReport {
  readonly lines: readonly string[]
  readonly opening: readonly Part[]
  readonly categories: readonly ParsedCategory[]
}

export interface Part {
  readonly line: number
  readonly text: string
}

export interface ParsedCategory extends Part {
  /** "四", "4" */
  readonly numeral: string
  readonly title: string
  readonly tasks: readonly ParsedTask[]
}

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

const HEADING = /^\s*([一二三四五六七八九十百零]+|\d{1,3})、\s*([^：:。]+?)\s*$/
const LABELS = /(工作任务\d{0,3}|主要责任单位|进展情况)[：:]/

/**
 * Reads a report's plain text. Labels count at the beginning of a line (behind an artefact of Word, too), and
 * 主要责任单位 also on the task's own line; the first paragraph after a heading is a task even without its label.
 */
export function parseReport(text: string): ParsedReport {
  const lines = text.split('\n')
  const opening: Part[] = []
  const categories: { -readonly [K in keyof ParsedCategory]: K extends 'tasks' ? MutableTask[] : ParsedCategory[K] }[] = []
  let open: Part[] | null = opening
  const bodies = lines.map((raw) => raw.replace(/^\s*\[bookmark:[^\]]*\]/, '').trim())
  for (const [index, raw] of lines.entries()) {
    const line = index + 1
    const body = bodies[index] ?? ''
    if (body === '') continue
    const heading = HEADING.exec(body)
    const category = categories.at(-1)
    if (heading && !LABELS.test(body) && isFollowedByTask(bodies, index)) {
      categories.push({ line, text: raw, numeral: heading[1] ?? '', title: heading[2] ?? '', tasks: [] })
      open = null
      continue
    }
    const label = LABELS.exec(body)
    const task = category?.tasks.at(-1)
    if (category && (label?.index === 0 ? label[1]?.startsWith('工作任务') : category.tasks.length === 0)) {
      const labelled = label?.index === 0
      const content = labelled ? body.slice(label[0].length) : body
      const [own = '', units] = content.split(/主要责任单位[：:]/, 2)
      const number = /\d+/.exec(labelled ? (label[1] ?? '') : '')
      category.tasks.push({
        number: number ? Number(number[0]) : null,
        labelled,
        inline: units !== undefined,
        task: { line, text: own },
        units: units === undefined ? null : { line, text: units },
        progress: [],
        id: '',
      })
      open = null
    } else if (task && label?.index === 0 && label[1] === '主要责任单位') {
      task.units = { line, text: body.slice(label[0].length) }
      open = null
    } else if (task && label?.index === 0 && label[1] === '进展情况') {
      task.progress = [{ line, text: body.slice(label[0].length) }]
      open = task.progress
    } else open?.push({ line, text: body })
  }
  for (const [index, category] of categories.entries()) {
    const several = category.tasks.length > 1
    for (const [position, task] of category.tasks.entries()) task.id = several ? `${index + 1}.${position + 1}` : String(index + 1)
  }
  return { lines, opening, categories }
}

/** A unit's text may number its own paragraphs; a category's heading is followed by a task, with its label or without. */
function isFollowedByTask(bodies: readonly string[], index: number): boolean {
  const following = bodies.slice(index + 1, index + 8).filter((body) => body !== '')
  return following.slice(0, 2).some((body) => /^(?:工作任务\d{0,3}|主要责任单位)[：:]/.test(body))
}

type MutableTask = { -readonly [K in keyof ParsedTask]: K extends 'progress' ? Part[] : ParsedTask[K] }
