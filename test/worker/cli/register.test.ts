import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseRegister } from '../../../shared/register/parseRegister.ts'
import { gridOfRegister } from '../../../shared/register/sheet/gridOfRegister.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'

describe('register', () => {
  const folder = mkdtempSync(join(tmpdir(), 'register-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['worker/cli/register.ts', ...args], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    return { status, stdout, stderr }
  }
  const head = ['--id', 'smx-2021', '--year', '2021', '--title', register2021.title]

  it("writes 2021's register as a workbook, and reads the same register from it", () => {
    const file = join(folder, '2021.xlsx')
    expect(run('--sheet', file)).toMatchObject({ status: 0 })
    const read = run(file, ...head)
    expect(read.stderr).not.toContain(file)
    expect(read.status).toBe(0)
    expect(parseRegister(JSON.parse(read.stdout))).toEqual({ ok: true, value: register2021 })
  })

  it('names the cells that do not fit', () => {
    const file = join(folder, 'wrong.json')
    const { cells } = gridOfRegister(register2021)
    writeFileSync(file, JSON.stringify({ cells: cells.map((row, index) => (index === 1 ? row.with(3, '市不存在局') : row)) }))
    const { status, stdout, stderr } = run(file, ...head)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`${file}: D2: unknownUnit: 市不存在局`)
  })

  it.each([[[]], [['no-such.xlsx', ...head]], [['--like', 'no-such.json', '--sheet', 'x.xlsx']]])('refuses %j', (args) => {
    expect(run(...args).status).toBe(2)
  })
})
