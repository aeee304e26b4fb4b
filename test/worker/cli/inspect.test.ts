import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const INSPECT = fileURLToPath(new URL('../../../worker/cli/inspect.ts', import.meta.url))
const SHEET = fileURLToPath(new URL('../../sheets/counties/transport-two-row-heading.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
const workbook = join(folder, 'a.xlsx')

const inspect = (...args: string[]) => spawnSync(process.execPath, [INSPECT, ...args], { encoding: 'utf8' })

beforeAll(async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('一')
  sheet.addRows([
    ['序号', '工作任务', '年度目标', '累计完成', '完成率'],
    [1, '新建农村公路', 300, 146, '48%'],
  ])
  await book.xlsx.writeFile(workbook)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('inspect', { timeout: 60_000 }, () => {
  it('prints one JSON document for a JSON grid', () => {
    const answer = JSON.parse(inspect(SHEET).stdout)
    expect(answer.tables[0].header_rows).toEqual([3, 4])
    expect(answer.tables[0].records[0]).toMatchObject({ row: 5, indicator: '7.1.a', area: '411202', cumulative: 12.5, unit: '公里' })
  })

  it('prints a document a line for several files, an .xlsx among them', () => {
    const lines = inspect('--unit', '市交通运输局', '--period', '2021-05', SHEET, workbook).stdout.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[1] ?? '').tables[0].records[0]).toMatchObject({ indicator: '7.1.a', cumulative: 146, target: 300 })
  })

  it('prints for people in Chinese', () => {
    expect(inspect('--human', SHEET).stdout).toContain('第 5 行 新建农村公路 湖滨区：目标 20，累计 12.5公里')
  })

  it('names a file that cannot be read and ends with 1', () => {
    const broken = join(folder, 'b.xlsx')
    writeFileSync(broken, '%PDF-1.4 no workbook')
    const run = inspect(broken, join(folder, 'missing.json'))
    expect(run.status).toBe(1)
    expect(
      run.stdout
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line).fault.tag),
    ).toEqual(['otherFormat', 'notFound'])
    expect(inspect('--human', broken).stdout).toContain('读不出表格')
  })

  it('reads other formats, and a text in the encoding that is asked for', () => {
    const old = fileURLToPath(new URL('../../shared/grid/files/samples/transport-two-row-heading.xls', import.meta.url))
    const unclear = join(folder, 'c.csv')
    // 目 in GBK is a letter with an accent in UTF-8 as well
    writeFileSync(unclear, Uint8Array.of(0xc4, 0xbf, 0x2c, 0x31, 0x0a))
    const lines = inspect(old, unclear).stdout.trim().split('\n')
    expect(JSON.parse(lines[0] ?? '').tables[0].records[0]).toMatchObject({ row: 5, indicator: '7.1.a', cumulative: 12.5 })
    expect(JSON.parse(lines[1] ?? '').fault).toMatchObject({
      tag: 'encodingUnclear',
      candidates: [{ encoding: 'gbk' }, { encoding: 'utf-8' }],
    })
    expect(JSON.parse(inspect('--encoding', 'gbk', unclear).stdout).fault.tag).toBe('noTable')
    expect(inspect('--encoding', 'ansi', unclear).status).toBe(2)
  })

  it('reads a sheet of another city by that city’s register', () => {
    const register = join(folder, 'register.json')
    const sheet = join(folder, 'other.json')
    writeFileSync(register, JSON.stringify(OTHER_REGISTER))
    writeFileSync(sheet, JSON.stringify(OTHER_SHEET))
    const answer = JSON.parse(inspect('--register', register, sheet).stdout)
    expect(answer.tables[0].records.map((r: Record<string, unknown>) => [r.indicator, r.area, r.target, r.cumulative])).toEqual([
      ['1.1.a', '430602', 7000, 3000],
      ['1.1.b', '430602', 10, 4],
      ['1.1.a', '430621', 5000, 2100],
      ['1.1.b', '430621', 20, 9],
    ])
  })

  it('names a register that does not hold and ends with 2', () => {
    const register = join(folder, 'flawed.json')
    writeFileSync(register, '{"id":"x"}')
    const run = inspect('--register', register, SHEET)
    expect([run.status, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain('flawed.json: areas: ')
  })

  it('says how it is used where no file is named', () => {
    expect(inspect().status).toBe(2)
  })
})

const OTHER_REGISTER = {
  id: 'yy-2025',
  year: 2025,
  city: '430600',
  areas: [
    { code: '430600', name: '岳阳市', level: 'prefecture', aliases: ['全市'] },
    { code: '430602', name: '岳阳楼区' },
    { code: '430621', name: '岳阳县' },
  ],
  units: [
    { id: 'jyj', name: '市教育局' },
    { id: 'mzj', name: '市民政局' },
  ],
  tasks: [
    { id: '1.1', text: '新增公办幼儿园学位12000个，改造农村薄弱学校30所。', leadUnits: ['市教育局'] },
    { id: '1.2', text: '改造提升养老服务机构20家。', leadUnits: ['市民政局'] },
  ],
  indicators: [
    { id: '1.1.a', name: '新增公办幼儿园学位', measure: '个', target: { value: '12000', raw: '新增公办幼儿园学位12000个' } },
    { id: '1.1.b', name: '改造农村薄弱学校', measure: '所', target: { value: '30', raw: '改造农村薄弱学校30所' } },
    { id: '1.2.a', name: '改造提升养老服务机构', measure: '家', target: { value: '20', raw: '20家' } },
  ],
  measures: [{ name: '家' }],
}

const OTHER_SHEET = {
  sheet_name: 'a',
  context: { unit: '市教育局', period: '2025-05', year: 2025 },
  cells: [
    ['2025年民生实事完成情况（截至5月31日）'],
    ['县市区', '公办幼儿园学位（个）', null, '农村薄弱学校改造（所）', null],
    [null, '任务数', '完成数', '任务数', '完成数'],
    ['岳阳楼区', 7000, 3000, 10, 4],
    ['岳阳县', 5000, 2100, 20, '9所'],
    ['合计', 12000, 5100, 30, 13],
  ],
  merges: ['A2:A3', 'B2:C2', 'D2:E2'],
}
