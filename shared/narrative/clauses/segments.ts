import type { FoundFigure } from '../../quantity/findQuantities.ts'
import { tableColumns } from './tableColumns.ts'

/** A stretch of a text between two marks of punctuation. */
export interface Clause {
  readonly start: number
  readonly end: number
  /** Counts stops and line breaks: clauses of one sentence have the same. */
  readonly sentence: number
  /** Counts semicolons, stops and line breaks. */
  readonly part: number
  /** Inside （…）; the clause that it explains. */
  readonly host: number | null
  readonly inTitle: boolean
  /** The mark that ends it. */
  readonly mark: string
}

/** Cuts a text into clauses at commas, stops, colons and brackets; 、 does not cut. Linear, never throws. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  let sentence = 0
  let part = 0
  let title = 0
  const hosts: number[] = []
  const cut = (end: number, mark: string) => {
    clauses.push({ start, end, sentence, part, host: hosts.at(-1) ?? null, inTitle: title > 0, mark })
    start = end + 1
  }
  for (let at = 0; at < text.length; at++) {
    if (!MARKS.has(text.charCodeAt(at))) continue
    const mark = text.charAt(at)
    if (isInNumber(text, at, mark)) continue
    cut(at, mark)
    if (OPEN.has(mark)) {
      if (hosts.length < DEEPEST) hosts.push(clauses.length - 1)
    } else if (CLOSE.has(mark)) hosts.pop()
    else if (mark === '《') title = 1
    else if (mark === '》') title = 0
    else if (STOPS.has(mark)) {
      sentence++
      part++
      title = 0
      hosts.length = 0
    } else if (mark === '；' || mark === ';') part++
  }
  cut(text.length, '')
  return clauses
}

/** The words before and behind a figure that belong to it, and where its clause is. */
export interface FigurePlace {
  readonly clause: number
  /** From the clause's start or the figure before. */
  readonly pre: string
  /** To the clause's end, 、 or the next figure. */
  readonly post: string
  /** It is the first figure of its clause. */
  readonly leads: boolean
  /** Another figure follows in the same clause without a mark between. */
  readonly shared: boolean
  /** Words before it, up to a 、, were left to the figure before. */
  readonly cut: boolean
  /** Its column's heading, where it is in a pasted table. */
  readonly heading?: string
}

/** Places figures (in order) in their clauses. */
export function placesOf(text: string, clauses: readonly Clause[], figures: readonly FoundFigure[]): FigurePlace[] {
  let clause = 0
  const cells = tableColumns(text)
  let cell = 0
  return figures.map((figure, i) => {
    while (clause + 1 < clauses.length && (clauses[clause + 1]?.start ?? 0) <= figure.at) clause++
    const own = clauses[clause]
    const from = own?.start ?? 0
    const to = Math.max(own?.end ?? text.length, figure.end)
    const before = figures[i - 1]
    const after = figures[i + 1]
    const leads = !before || before.end <= from
    const next = after && after.at < to ? after.at : to
    const words = text.slice(figure.end, Math.min(next, figure.end + REACH))
    const comma = words.indexOf('、')
    while (cell < cells.length && (cells[cell]?.end ?? 0) <= figure.at) cell++
    const pasted = cells[cell]
    if (pasted && pasted.start <= figure.at)
      return { clause, pre: pasted.label, post: '', leads: true, shared: false, cut: false, heading: pasted.heading }
    const lead = text.slice(Math.max(leads ? from : before.end, figure.at - REACH), figure.at)
    return {
      clause,
      pre: lead.replace(leads ? /^[、和及与]|以及/ : OWN_WORDS, ''),
      cut: !leads && /^[^、和及与][^、]{0,11}、/.test(lead),
      post: comma >= 0 ? words.slice(0, comma) : words,
      leads,
      shared: next < to && comma < 0,
    }
  })
}

/** A comma or stop between digits (486,500, 3.5) and a colon in a time cut nothing. */
const isInNumber = (text: string, at: number, mark: string): boolean =>
  (mark === ',' || mark === '.' || mark === ':' || mark === '，') &&
  isDigit(text, at - 1) &&
  isDigit(text, at + 1) &&
  (mark !== '，' || isWide(text, at + 1))
const isDigit = (text: string, at: number): boolean => /[0-9０-９]/.test(text.charAt(at))
const isWide = (text: string, at: number): boolean => /[０-９]/.test(text.charAt(at))

/** 5所内外装修、3所竣工: up to 、 the words are the figure's before. */
const OWN_WORDS = /^[、和及与]|^[^、]{0,12}、|以及/
/** Words further off do not belong to a figure, and unbounded ones would make the reading quadratic. */
const REACH = 60
/** Brackets deeper than this are damaged text. */
const DEEPEST = 8
const OPEN = new Set('（(【[')
const CLOSE = new Set('）)】]')
const STOPS = new Set('。！!？?\n\r')
/** By their codes: every character of a text is looked up. */
const MARKS: ReadonlySet<number> = new Set(Array.from('，,。；;：:！!？?（(）)【[】]《》\n\r.', (mark) => mark.charCodeAt(0)))
