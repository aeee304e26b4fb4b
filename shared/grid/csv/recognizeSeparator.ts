import { scanFields } from './scanFields.ts'

/** What stands between the fields of a line. */
export type CsvSeparator = ',' | ';' | '\t' | '|'

/** In the order of how usual they are: the first of equals is taken. */
const SEPARATORS: readonly CsvSeparator[] = ['\t', ',', ';', '|']
/** So much of a text says which one it is. */
const BEGINNING = 20_000
/** Below this a sign stands in sentences. */
const HALF_OF_LINES = 0.5

/** Excel's own line in front of all others: sep=; */
const NAMED = /^sep=([,;\t|])(?:\r\n|\r|\n|$)/i

/** The separator that a text names itself, and where its lines begin. */
export function namedSeparator(text: string): { readonly separator: CsvSeparator; readonly length: number } | undefined {
  const named = NAMED.exec(text)
  const separator = SEPARATORS.find((one) => one === named?.[1])
  return named && separator ? { separator, length: named[0].length } : undefined
}

/**
 * The separator by which most lines of a text come to be equally wide, and the wider of two: commas also stand within
 * sentences, where lines are of any width. A comma where no separator makes columns.
 */
export function recognizeSeparator(text: string): CsvSeparator {
  const cut = text.length <= BEGINNING ? text.length : text.lastIndexOf('\n', BEGINNING) + 1 || BEGINNING
  const beginning = text.slice(0, cut)
  let best: { readonly separator: CsvSeparator; readonly score: number } = { separator: ',', score: HALF_OF_LINES }
  for (const separator of SEPARATORS) {
    const score = scoreOf(beginning, separator)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** The share of lines that have the most usual width, more for wider ones; 0 where that is one column. */
function scoreOf(text: string, separator: CsvSeparator): number {
  const widths = scanFields(text, separator)
    .filter(({ fields: [first, second] }) => second || (first && first.end > first.start))
    .map(({ fields }) => fields.length)
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width, count] = [...counts].reduce((a, b) => (b[1] * (b[0] - 1) > a[1] * (a[0] - 1) ? b : a), [1, 0])
  return width === 1 ? 0 : count / widths.length + (width - 1) / 1000
}
