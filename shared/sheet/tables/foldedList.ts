import { isMeasureAlone } from '../headings/isMeasureAlone.ts'
import { compactText } from '../view/compactText.ts'
import type { ColumnBand } from './columnBand.ts'
import type { HeadingBlock } from './headingBlocks.ts'
import { isReport } from './keyAndValue.ts'

/**
 * Whether headings beside each other are those of one list that was folded to save paper: the same ones in each part, one
 * of which reports a figure, over names of which none stands twice.
 *
 *     单位   | 目标 | 单位   | 目标
 *     义马市 | 740  | 灵宝市 | 1260      folded
 *     义马市 | 740  | 个    | 1260      not: the second 单位 is a measure
 *     义马市 | 740  | 义马市 | 85        not: two figures of the same rows
 */
export function isFolded(band: ColumnBand, parts: readonly HeadingBlock[], body: readonly number[]): boolean {
  const [first, ...others] = parts.map(headingsOf)
  if (!first || first.length < 2 || !first.some(isReport)) return false
  if (others.some((headings) => headings.join('\n') !== first.join('\n'))) return false
  // a running number or a rank may stand before the names
  return [0, 1].some((at) => namesOneList(band, parts, body, at))
}

const headingsOf = ({ paths }: HeadingBlock): readonly string[] => {
  const headings = paths.map(({ parts }) => parts.map(({ text }) => compactText(text)).join('/'))
  return headings.slice(0, headings.findLastIndex((heading) => heading !== '') + 1)
}

/** Whether a column holds names in every part, none of them in another row or part again. */
function namesOneList({ view, register }: ColumnBand, parts: readonly HeadingBlock[], body: readonly number[], at: number): boolean {
  const known = new Set<string>()
  for (const { left, right } of parts) {
    let isAnyNamed = false
    for (const row of body) {
      const value = view.value(row, left + at)
      // a paragraph between the rows has no figure beside it
      if (value === null || !hasCellsBehind(view, row, left + at, right)) continue
      const name = typeof value === 'string' ? compactText(value) : ''
      if (known.has(name) || !/\p{Script=Han}{2}/u.test(name) || isMeasureAlone(name, register)) return false
      known.add(name)
      isAnyNamed = true
    }
    if (!isAnyNamed) return false
  }
  return true
}

function hasCellsBehind(view: ColumnBand['view'], row: number, left: number, right: number): boolean {
  for (let column = left + 1; column <= right; column++) if (view.value(row, column) !== null) return true
  return false
}
