import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const INSPECT = fileURLToPath(new URL('../../worker/cli/inspect.ts', import.meta.url))
const SHEET = fileURLToPath(new URL('../sheets/01-dept-transport-two-row-header.json', import.meta.url))
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
    writeFileSync(broken, 'no workbook')
    const run = inspect(broken, join(folder, 'missing.json'))
    expect(run.status).toBe(1)
    expect(
      run.stdout
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line).fault.tag),
    ).toEqual(['unreadable', 'notFound'])
  })

  it('says how it is used where no file is named', () => {
    expect(inspect().status).toBe(2)
  })
})
