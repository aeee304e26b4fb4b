import { describe, expect, it } from 'vitest'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'

describe('gridFromJson', () => {
  it('takes cells, formats, merges and context as they are written', () => {
    const read = gridFromJson({
      sheet_name: '5月',
      cells: [['序号', null], [1, true], null],
      formats: { A2: '0%' },
      merges: ['A1:B1'],
      hidden_rows: [2],
      context: { unit: '市残联', period: '2021-05', year: 2021 },
    })
    expect(read).toMatchObject({
      ok: true,
      value: {
        grid: { sheetName: '5月', cells: [['序号', null], [1, true], []], formats: { A2: '0%' }, merges: ['A1:B1'], hiddenRows: [2] },
        context: { unit: '市残联', period: '2021-05', year: 2021 },
      },
    })
  })

  it('makes blanks of what is no cell value', () => {
    const read = gridFromJson({ cells: [[{}, [], undefined, 'x']] })
    expect(read.ok && read.value.grid.cells).toEqual([[null, null, null, 'x']])
  })

  it.each([
    ['a text', 'cells'],
    ['no cells', {}],
    ['cells that are no rows', { cells: [1] }],
    ['nothing', null],
  ])('refuses %s', (_, document) => {
    expect(gridFromJson(document)).toMatchObject({ ok: false, fault: { tag: 'notAGrid' } })
  })
})
