import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { partsOf, zipOf } from '../../shared/grid/xlsx/zipOf.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const foreign = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['worker/cli/foreign.ts', ...args], { cwd: root })
  return stdout.trim().split('\n')
}

/** A folder of our one file of each kind, a refused one, and one that the other library reads without its last run. */
function folderOfFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
  mkdirSync(join(folder, 'below'))
  cpSync(join(root, 'test/shared/grid/xlsx/files'), join(folder, 'below'), { recursive: true })
  writeFileSync(join(folder, 'a.xlsx'), 'no workbook')
  writeFileSync(join(folder, 'notes.txt'), 'not asked for')
  const runs = '<row><c t="inlineStr"><is><t>湖滨</t><r><t>区</t></r></is></c></row>'
  writeFileSync(join(folder, 'b.xlsm'), zipOf(partsOf(runs)))
  return folder
}

describe('npm run foreign', () => {
  it('counts what is opened, refused and read differently in a folder and below', async () => {
    const lines = await foreign('--details', folderOfFiles())
    expect(lines).toEqual(expect.arrayContaining(['files: 11', 'opened: 10', 'refused, otherFormat text: 1']))
    expect(lines.find((line) => line.includes('a.xlsx'))).toMatch(/\totherFormat text\tthe other/)
    expect(lines.find((line) => line.includes('b.xlsm'))).toMatch(/\tvalue\t5月!A1\t"湖滨区"\t/)
    expect(lines).toEqual(
      expect.arrayContaining(['saved: 10, refused: 0', 'unchanged and not the same: 0', 'one cell changed and not read back: 0']),
    )
    expect(lines.find((line) => line.startsWith('one cell changed, differs: xl/worksheets/sheet#.xml in '))).toMatch(/ 10 files$/)
    expect(lines.find((line) => line.startsWith('cells: '))).toMatch(/^cells: [1-9]\d+, compared: [1-9]\d+$/)
  })

  it('says of a file that takes too long that it did, and goes on with the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
    writeFileSync(join(folder, 'a.xlsx'), zipOf(partsOf('<row><c><v>1</v></c></row>')))
    writeFileSync(join(folder, 'b.xlsx'), zipOf(partsOf('<row><c><v>1</v></c></row>')))
    const ended = await foreign('--seconds', '0.0001', folder).catch((error: { stdout: string; code: number }) => error)
    expect(ended).toMatchObject({ code: 1, stdout: expect.stringContaining('refused, out of time: 2') })
  })
})
