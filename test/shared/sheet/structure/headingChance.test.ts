import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { headingChance, SURELY_HEADING } from '../../../../shared/sheet/structure/headingChance.ts'
import { ROW_FEATURES } from '../../../../shared/sheet/structure/rowFeatures.ts'
import weights from '../../../../shared/sheet/structure/structureWeights.json' with { type: 'json' }
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'

const chances = (cells: readonly (readonly CellValue[])[], merges: readonly string[] = []) => {
  const view = viewSheet({ sheetName: 'S', cells, texts: {}, formats: {}, merges, formulas: {}, hiddenRows: [], date1904: false })
  const area = { top: 1, bottom: cells.length, left: 1, right: Math.max(...cells.map((row) => row.length)) }
  return cells.map((_, i) => headingChance(view, area, i + 1))
}

describe('the structure of headings', () => {
  it('is told without a known word', () => {
    const [headings, ...data] = chances([
      ['甲', '乙（个）', '丙丁', '戊'],
      ['某甲', 12, 3.5, '已办'],
      ['某乙', 40, 12, '在办'],
      ['某丙', 7, 6, '已办'],
    ])
    expect(headings).toBeGreaterThan(SURELY_HEADING)
    expect(Math.max(...data)).toBeLessThan(0.5)
  })

  it('is two rows deep under groups', () => {
    const [groups, below, ...data] = chances(
      [
        ['甲', '乙', null, '丙', null],
        [null, '丁', '戊', '丁', '戊'],
        ['某甲', 12, 3, 4, 5],
        ['某乙', 9, 2, 6, 1],
      ],
      ['A1:A2', 'B1:C1', 'D1:E1'],
    )
    expect(groups).toBeGreaterThan(SURELY_HEADING)
    expect(below).toBeGreaterThan(0.5)
    expect(Math.max(...data)).toBeLessThan(0.5)
  })

  it('goes by weights that `npm run fit` wrote: a weight a feature, from the tables named', () => {
    expect(Object.keys(weights.weights)).toEqual([...ROW_FEATURES])
    expect(weights.sources.map(({ file, tables, sha256 }) => [file, tables, sha256.length])).toEqual([['train_tables.json', 455, 64]])
    // pinned: other weights are another reading, to be tried on all labelled sheets before this line is changed
    expect(createHash('sha256').update(JSON.stringify(weights)).digest('hex')).toBe(
      '287b76a4cd05d2b0eaf329566b028250c00359cdb8c70cb8724062b9f0893f2d',
    )
  })
})
