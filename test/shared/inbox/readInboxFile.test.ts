import { describe, expect, it } from 'vitest'
import type { Grid } from '../../../shared/grid/grid.ts'
import type { InboxKnown, SheetChoice } from '../../../shared/inbox/inboxFile.ts'
import { readGrids, readInboxFile } from '../../../shared/inbox/readInboxFile.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'

const known: InboxKnown = {
  register,
  period: '2021-05',
  today: '2021-05-28',
  earlier: new Map(),
  remembered: [],
  people: new Map(),
  layouts: new Map(),
}
const grid = (sheetName: string, cells: Grid['cells']): Grid => ({
  sheetName,
  fileName: '进展.xlsx',
  cells,
  texts: {},
  formats: {},
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
})
const roads = (line: string, title = '2021年5月农村公路进展情况表'): Grid['cells'] => [
  [title],
  [`填报单位：${line}`],
  ['县（市、区）', '农村公路年度目标（公里）', '累计完成（公里）'],
  ['湖滨区', 40, 24],
  ['陕州区', 50, 6],
]
const choice = (unit: string | null): SheetChoice => ({ unit, corrections: [] })
const codes = (sheet: ReturnType<typeof readGrids>['sheets'][number] | undefined) =>
  sheet?.reading?.ok ? sheet.reading.value.findings.map(({ code }) => code) : []

describe('a file of the inbox', () => {
  it('is read as the unit’s whose it is, sheet by sheet; sheets without a table are counted', () => {
    const file = readGrids(known, [grid('甲', roads('市交通局')), grid('乙', roads('市司法局')), grid('说明', [['请按时报送']])], new Map())
    expect(file.withoutTable).toBe(1)
    expect(file.sheets.map(({ unit, match }) => [unit, match.doubt])).toEqual([
      ['jiaotong', null],
      [null, 'notTheirs'],
    ])
    const [first, second] = file.sheets
    expect(first?.reading?.ok && first.reading.value.records.map(({ area, values }) => [area, values.cumulative])).toEqual([
      ['411202', 240_000],
      ['411203', 60_000],
    ])
    expect(second?.reading).toBeNull()
  })

  it('is read as a person says it is, and then still says that the sheet names another', () => {
    const file = readGrids(known, [grid('甲', roads('市交通局'))], new Map([['甲', choice('sifa')]]))
    expect(file.sheets[0]).toMatchObject({ unit: 'sifa', match: { unit: 'jiaotong' } })
    expect(codes(file.sheets[0])).toContain('SHEET_OF_OTHER_UNIT')
  })

  it('doubts another month’s file', () => {
    const file = readGrids(known, [grid('甲', roads('市交通局', '2021年4月农村公路进展情况表'))], new Map())
    expect(file.sheets[0]).toMatchObject({ unit: 'jiaotong' })
    expect(codes(file.sheets[0])).toContain('PERIOD_MISMATCH')
  })

  it('is compared with what its unit reported before, not with another’s', () => {
    const row = {
      period: '2021-04',
      subject: '7.1.a',
      area: '411202',
      part: '',
      values: { cumulative: 300_000 as never },
      written: {},
      origin: { sheet: '', row: 0, cells: {} },
    }
    const under = (unit: string) => readGrids({ ...known, earlier: new Map([[unit, [row]]]) }, [grid('甲', roads('市交通局'))], new Map())
    expect(codes(under('jiaotong').sheets[0])).toContain('DECREASED_CUMULATIVE')
    expect(codes(under('sifa').sheets[0])).not.toContain('DECREASED_CUMULATIVE')
  })

  it.each([
    [new Uint8Array(), 'emptyFile'],
    [new TextEncoder().encode('%PDF-1.7 不是表格'), 'otherFormat'],
  ])('says what it is instead of a workbook, and throws nothing', async (bytes, tag) => {
    expect(await readInboxFile(known, { name: 'x.xlsx', bytes })).toMatchObject({ ok: false, fault: { tag } })
  })
})
