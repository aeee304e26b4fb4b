/** 156 mm hold 20 characters of 2号; two are left for fonts with wider digits. */
const WIDTH = 18
/** Words of titles that are one, though a dictionary takes them apart. */
const WHOLE = ['重点民生实事', '民生实事', '进展情况', '亮灯情况', '人民政府', '人民政府办公室', '办公室', '责任单位', '分解目标']
/** A line does not begin with these, nor end with those. */
const NOT_FIRST = /^[的了和与及、，。：；！？）〕》”年月日号项]/
const NOT_LAST = /[（〔《“第]$/
/** What a break costs that is before no such word, in characters that the lines differ by. */
const BESIDE_A_WORD = 2

/** The lines of a title: one where it fits, else as few as hold it, about even, none broken inside a word. */
export function titleLines(title: string): readonly string[] {
  if (widthOf(title) <= WIDTH) return [title]
  const places = breaksOf(title)
  for (let count = Math.ceil(widthOf(title) / WIDTH); count <= places.length + 1; count++) {
    const lines = inLines(title, places, count)
    if (lines) return lines
  }
  return [title]
}

/** The title in so many lines that each fit, the evenest first; undefined where no breaks do that. */
function inLines(title: string, places: readonly Break[], count: number): readonly string[] | undefined {
  const ideal = widthOf(title) / count
  const best = new Map<string, Layout | undefined>()
  const layout = (from: number, left: number): Layout | undefined => {
    const key = `${from} ${left}`
    if (!best.has(key)) best.set(key, cheapest(from, left))
    return best.get(key)
  }
  const cheapest = (from: number, left: number): Layout | undefined => {
    const ends = left === 1 ? [{ at: title.length, cost: 0 }] : places.filter(({ at }) => at > from)
    const layouts = ends.flatMap(({ at, cost }): Layout[] => {
      const line = title.slice(from, at)
      if (widthOf(line) > WIDTH) return []
      const rest = left === 1 ? { cost: 0, lines: [] } : layout(at, left - 1)
      return rest ? [{ cost: Math.abs(widthOf(line) - ideal) + cost + rest.cost, lines: [line, ...rest.lines] }] : []
    })
    return layouts.sort((a, b) => a.cost - b.cost)[0]
  }
  return layout(0, count)?.lines
}

interface Layout {
  readonly cost: number
  readonly lines: readonly string[]
}

interface Break {
  readonly at: number
  readonly cost: number
}

/** Where a title may be broken: between words, and never inside one that is whole. */
function breaksOf(title: string): readonly Break[] {
  const whole = WHOLE.flatMap((word) => allAt(title, word).map((at) => ({ at, end: at + word.length })))
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)
  return Array.from(words, ({ index }) => index)
    .filter((at) => at > 0 && !NOT_FIRST.test(title.slice(at)) && !NOT_LAST.test(title.slice(0, at)))
    .filter((at) => !whole.some((one) => one.at < at && at < one.end))
    .map((at) => ({ at, cost: whole.some((one) => one.at === at) ? 0 : BESIDE_A_WORD }))
}

function allAt(text: string, word: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

/** Width in characters: digits and Latin letters are half as wide. */
export const widthOf = (text: string): number => [...text].reduce((width, letter) => width + (letter < '\u0080' ? 0.5 : 1), 0)
