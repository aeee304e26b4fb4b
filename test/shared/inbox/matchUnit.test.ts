import { describe, expect, it } from 'vitest'
import type { Grid } from '../../../shared/grid/grid.ts'
import type { Doubt } from '../../../shared/inbox/clue.ts'
import { matchFile, matchUnit } from '../../../shared/inbox/matchUnit.ts'
import { type KnownOfUnits, sheetClues } from '../../../shared/inbox/sheetClues.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { recognizeTables } from '../../../shared/sheet/recognizeTables.ts'
import { viewSheet } from '../../../shared/sheet/view/sheetView.ts'

interface Sheet {
  readonly line?: string
  readonly title?: string
  readonly sheet?: string
  readonly file?: string
  readonly signed?: string
  /** Headings and one row of figures; the roads of 7.1.a where nothing is said. */
  readonly body?: readonly (readonly (string | number | null)[])[]
}

const ROADS = [
  ['县（市、区）', '农村公路年度目标（公里）', '累计完成（公里）'],
  ['湖滨区', 40, 24],
  ['陕州区', 50, 6],
  ['渑池县', 60, 30],
]
/** What only 市住房城乡建设局 answers for. */
const HEATING = [
  ['序号', '指标', '年度目标', '累计完成'],
  [1, '市区新建供热管网', 20, 6],
]

function gridOf({ line, title, sheet = 'Sheet1', file, signed, body = ROADS }: Sheet): Grid {
  const cells = [
    ...(title === undefined ? [] : [[title]]),
    ...(line === undefined ? [] : [[`填报单位：${line}`, null, '2021年5月26日']]),
    ...body,
    ...(signed === undefined ? [] : [[`填报人：${signed}`]]),
  ]
  return {
    sheetName: sheet,
    ...(file === undefined ? {} : { fileName: file }),
    cells,
    texts: {},
    formats: {},
    merges: [],
    formulas: {},
    hiddenRows: [],
    date1904: false,
  }
}

const NOBODY: KnownOfUnits = { people: new Map(), layouts: new Map() }
const context = { period: '2021-05', year: 2021, today: '2021-05-28' }
const cluesOf = (grid: Grid, known = NOBODY) => sheetClues(register, grid, recognizeTables(viewSheet(grid), register, context), known)
const match = (sheet: Sheet, known = NOBODY) => matchUnit(register, cluesOf(gridOf(sheet), known))

describe('whose a sheet is', () => {
  it.each<[Sheet, string, 'sure' | 'likely']>([
    [{ line: '市交通运输局' }, 'jiaotong', 'sure'],
    [{ line: '市交通局' }, 'jiaotong', 'sure'],
    [{ line: '三门峡市交通运输局' }, 'jiaotong', 'sure'],
    [{ line: '市交通运输局（盖章）' }, 'jiaotong', 'sure'],
    [{ title: '市交通运输局2021年5月农村公路进展情况表' }, 'jiaotong', 'sure'],
    [{ title: '2021年5月农村公路进展情况表（市交通局）' }, 'jiaotong', 'sure'],
    [{ line: '市交通局', title: '市交通运输局农村公路进展情况表', file: '交通.xlsx' }, 'jiaotong', 'sure'],
    [{ file: '市交通局5月.xlsx' }, 'jiaotong', 'likely'],
    [{ file: '5月-市交通运输局.xlsx' }, 'jiaotong', 'likely'],
    [{ file: '民生实事.xlsx', sheet: '市交通局' }, 'jiaotong', 'likely'],
    [{ line: '湖滨区人民政府' }, 'hubin', 'sure'],
    [{ line: '陕县人民政府' }, 'shanzhou', 'sure'],
    [{ file: '渑池县5月.xlsx' }, 'mianchi', 'likely'],
    // A department's form that a county filled in, and a department that keeps a sheet of a county.
    [{ line: '湖滨区人民政府', title: '市交通运输局农村公路进展情况表' }, 'hubin', 'sure'],
    [{ line: '市交通局', title: '湖滨区农村公路进展情况表' }, 'jiaotong', 'sure'],
    [{ line: '市交通局', sheet: '湖滨区' }, 'jiaotong', 'sure'],
    // Whose figures they are, not who filled them in.
    [{ line: '湖滨区人民政府（市交通运输局代报）' }, 'hubin', 'sure'],
    // Led by, sent to, of everybody: no owner.
    [{ title: '市司法局牵头事项农村公路进展情况表', file: '市交通局.xlsx' }, 'jiaotong', 'likely'],
    [{ title: '三门峡市人民政府2021年农村公路进展情况表', line: '市交通局' }, 'jiaotong', 'sure'],
    [{ line: '市政府督查室', title: '市交通运输局农村公路进展情况表' }, 'jiaotong', 'sure'],
  ])('%j is %s’s, %s', (sheet, unit, confidence) => {
    expect(match(sheet)).toMatchObject({ unit, confidence, doubt: null })
  })

  it.each<[Sheet, Doubt, readonly string[]]>([
    [{ line: '市司法局', title: '市交通运输局农村公路进展情况表' }, 'disagree', ['sifa', 'jiaotong']],
    [{ line: '市交通局', file: '市司法局5月.xlsx' }, 'disagree', ['jiaotong', 'sifa']],
    [{ line: '湖滨区人民政府', file: '陕州区5月.xlsx' }, 'disagree', ['hubin', 'shanzhou']],
    // A form of the department that came under a county's name: whose it is nobody can tell from here.
    [{ title: '市交通运输局农村公路进展情况表', file: '湖滨区.xlsx' }, 'disagree', ['jiaotong', 'hubin']],
    [{ line: '市司法局、市交通运输局' }, 'several', ['sifa', 'jiaotong']],
    [{ sheet: '湖滨区', file: '市交通局5月.xlsx' }, 'several', ['jiaotong', 'hubin']],
    [{ line: '湖滨区交通局' }, 'bureau', ['hubin']],
    [{ line: '市司法局' }, 'notTheirs', ['sifa']],
    [{ body: HEATING }, 'unnamed', ['zhujian']],
    [
      {
        body: [
          ['单位', '累计完成'],
          ['甲', 3],
          ['乙', 4],
        ],
      },
      'unknown',
      [],
    ],
  ])('%j is a doubt: %s', (sheet, doubt, units) => {
    const found = match(sheet)
    expect(found).toMatchObject({ unit: null, confidence: 'open', doubt })
    expect(found.candidates.map(({ unit }) => unit).slice(0, units.length)).toEqual(units)
  })

  it('says what each candidate was found by, and where', () => {
    const { candidates } = match({ line: '市司法局', title: '市交通运输局农村公路进展情况表', file: '市司法局.xlsx' })
    expect(candidates[0]).toEqual({
      unit: 'sifa',
      clues: [
        { kind: 'line', text: '市司法局', cell: 'A2' },
        { kind: 'fileName', text: '市司法局' },
      ],
    })
    expect(candidates[1]?.clues[0]).toEqual({ kind: 'title', text: '市交通运输局农村公路进展情况表', cell: 'A1' })
  })

  it('knows who filled it in, and offers the unit, but asks', () => {
    const known: KnownOfUnits = {
      people: new Map([
        ['jiaotong', new Set(['李某'])],
        ['sifa', new Set(['王某'])],
      ]),
      layouts: new Map(),
    }
    const found = match({ signed: '李某' }, known)
    expect(found).toMatchObject({ unit: null, doubt: 'unnamed' })
    expect(found.candidates[0]).toMatchObject({ unit: 'jiaotong' })
    expect(found.candidates[0]?.clues).toContainEqual({ kind: 'person', text: '李某' })
  })

  it('knows a layout that is remembered of one unit, and asks all the same', () => {
    const grid = gridOf({})
    const layout = recognizeTables(viewSheet(grid), register, context)[0]?.memory.layout ?? ''
    expect(layout).not.toBe('')
    const found = matchUnit(register, cluesOf(grid, { people: new Map(), layouts: new Map([[layout, 'jiaotong']]) }))
    expect(found).toMatchObject({ unit: null, doubt: 'unnamed', candidates: [{ unit: 'jiaotong' }] })
  })

  it('is asked of each sheet of a file by itself; one that says nothing is offered the unit of the others', () => {
    const sure = match({ line: '市交通局' })
    const other = match({ line: '湖滨区人民政府' })
    const silentOne = match({
      body: [
        ['单位', '累计完成'],
        ['甲', 3],
        ['乙', 4],
      ],
    })
    expect(matchFile([sure, silentOne])[1]).toMatchObject({ unit: null, doubt: 'unnamed', candidates: [{ unit: 'jiaotong' }] })
    expect(matchFile([sure, other]).map(({ unit }) => unit)).toEqual(['jiaotong', 'hubin'])
    expect(matchFile([sure, other, silentOne])[2]).toMatchObject({ doubt: 'unknown', candidates: [] })
  })
})
