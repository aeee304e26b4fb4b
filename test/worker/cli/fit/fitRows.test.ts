import { describe, expect, it } from 'vitest'
import { depthsFound, fitRows } from '../../../../worker/cli/fit/fitRows.ts'
import { type LabelledTable, measuredTables } from '../../../../worker/cli/fit/labelledTables.ts'

/** Tables with a row of headings and `rows` of figures below. */
const plain = (rows: number): LabelledTable => ({
  table_type: 'vertical',
  cell_ID_matrix: Array.from({ length: rows + 1 }, (_, r) => [r * 3, r * 3 + 1, r * 3 + 2]),
  chinese_cell_value_list: [
    '项目',
    '期初',
    '期末',
    ...Array.from({ length: rows }, (_, r) => [`某项${r}`, `${r + 1}.50`, `${r * 7},000`]).flat(),
  ],
  column_attribute: [0, 1, 2],
  column_index: [],
})

/** Two rows of headings: a group over two columns. */
const grouped: LabelledTable = {
  table_type: 'hierarchical',
  cell_ID_matrix: [
    [0, 1, 1],
    [0, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  chinese_cell_value_list: ['项目', '金额', '期初', '期末', '某甲', '1.00', '2.00', '某乙', '3.00', '4.00'],
  column_attribute: [],
  column_index: [0, 1, 2, 3],
}

describe('fitting the structure of headings', () => {
  const tables = measuredTables([plain(3), plain(5), plain(8), grouped])

  it('takes merged cells as one, and rows as headings where most cells are', () => {
    expect(tables.map(({ headings }) => headings.filter(Boolean).length)).toEqual([1, 1, 1, 2])
    const last = tables.at(-1)
    expect(last?.grid.mergeAt(1, 3)).toEqual({ top: 1, bottom: 1, left: 2, right: 3 })
    expect([last?.grid.value(1, 2), last?.grid.value(1, 3), last?.grid.value(2, 1)]).toEqual(['金额', null, null])
  })

  it('leaves out tables whose headings are at the left, and forms', () => {
    expect(
      measuredTables([
        { ...grouped, table_type: 'horizontal' },
        { ...grouped, table_type: 'complex' },
      ]),
    ).toEqual([])
  })

  it('gives the same weights from the same tables, and finds their depths again', () => {
    const model = fitRows(tables)
    expect(fitRows(tables)).toEqual(model)
    expect(depthsFound(model, tables)).toEqual({ right: 4, of: 4, deepRight: 1, deepOf: 1 })
  })
})
