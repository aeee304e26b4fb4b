/** A cell of a table that was pasted into a text: its own place, its column's heading and its row's first cell. */
export interface PastedCell {
  readonly start: number
  readonly end: number
  readonly heading: string
  readonly label: string
}

/**
 * Cells of tables pasted as text: a line of at least three headings without digits that names a completed column, then
 * lines with as many cells. Cells are separated by tabs, bars or spaces.
 *
 *     县区 任务数 完成数 完成率
 *     吉安县 3500户 2610户 74.6%
 */
export function tableColumns(text: string): PastedCell[] {
  const cells: PastedCell[] = []
  let headings: string[] | null = null
  let at = 0
  for (const line of text.split('\n')) {
    const from = at
    at += line.length + 1
    const mayHead = DONE.test(line) && !/\d/.test(line)
    if (!headings && !mayHead) continue
    const row = cellsOf(line, from)
    if (mayHead && row.length >= 3 && row.length <= WIDEST) headings = row.map((cell) => cell.words)
    else if (headings && row.length === headings.length && /\d/.test(line)) {
      for (const [i, cell] of row.entries())
        cells.push({ start: cell.start, end: cell.end, heading: headings[i] ?? '', label: row[0]?.words ?? '' })
    } else if (row.length > 0) headings = null
  }
  return cells
}

function cellsOf(line: string, from: number): { start: number; end: number; words: string }[] {
  return [...line.matchAll(/[^\s|｜]+/g)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    words: match[0],
  }))
}

const DONE = /完成|建成|开工|完工|竣工|投用/
/** More cells in a line are prose with many blanks. */
const WIDEST = 16
