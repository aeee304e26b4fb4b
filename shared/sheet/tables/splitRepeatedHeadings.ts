import { headingFields } from '../headings/headingFields.ts'
import type { ColumnBand } from './columnBand.ts'
import { columnPaths } from './columnPaths.ts'
import { isFolded } from './foldedList.ts'
import type { HeadingBlock } from './headingBlocks.ts'
import { hasKeyAndValue, IDENTIFIES_ROW } from './keyAndValue.ts'

/**
 * Parts one heading block where its headings begin again without a blank column between: the first heading comes back,
 * and what precedes it has a key and a value, or all of them come back over one list that was folded.
 *
 *     县区 | 目标 | 完成 | 县区 | 目标 | 完成     two tables side by side
 *     单位 | 目标 | 完成 | 单位 | 目标 | 完成     two, where the names under both 单位 are one list
 *     目标 | 完成 | 目标 | 完成                 one: 目标 names no rows
 */
export function splitRepeatedHeadings(band: ColumnBand, block: HeadingBlock, body: readonly number[]): readonly HeadingBlock[] {
  const first = block.paths.find((path) => path.parts.length > 0)
  const opening = first?.parts[0]
  if (!first || !opening) return [block]
  const starts = block.paths.filter(
    (path) =>
      path.column > first.column &&
      path.parts.length === first.parts.length &&
      path.parts[0]?.text.replace(/\s/gu, '') === opening.text.replace(/\s/gu, '') &&
      path.parts[0]?.column === path.column,
  )
  if (starts.length === 0) return [block]
  const edges = [first.column, ...starts.map((path) => path.column)]
  const parts = edges.map((left, i): HeadingBlock => {
    const area = { top: block.top, bottom: block.bottom, left, right: (edges[i + 1] ?? block.right + 1) - 1 }
    return { ...area, paths: columnPaths(band.view, area) }
  })
  const areTables = opensTable(opening.text) && parts.every((part) => hasKeyAndValue(band, part))
  return areTables || isFolded(band, parts, body) ? parts : [block]
}

/** Headings that a table begins with: a running number, or what its rows are about. */
const opensTable = (text: string): boolean => headingFields(text).some(({ field }) => field === 'seq' || IDENTIFIES_ROW.has(field))
