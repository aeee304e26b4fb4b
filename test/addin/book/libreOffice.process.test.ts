import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editedDocument } from './progressSheet.ts'

const SOFFICE = process.env.SOFFICE ?? 'soffice'
const folder = mkdtempSync(join(tmpdir(), 'round-trip-'))

/** Converts a file of the folder; without LibreOffice, or without the part of it that opens workbooks, nothing comes of it. */
function convert(file: string, to: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  spawnSync(SOFFICE, ['--headless', profile, '--convert-to', to, '--outdir', folder, join(folder, file)], { stdio: 'ignore' })
}

writeFileSync(join(folder, 'probe.csv'), '1,2\n')
convert('probe.csv', 'xlsx')
const opensWorkbooks = existsSync(join(folder, 'probe.xlsx'))
if (!opensWorkbooks) console.warn('LibreOffice (soffice, with Calc) is not installed: the saved file is not opened with it')

test.skipIf(!opensWorkbooks)('LibreOffice opens the saved file with the same values', async () => {
  const { bytes } = await editedDocument()
  writeFileSync(join(folder, 'saved.xlsx'), bytes)
  convert('saved.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1')
  const lines = readFileSync(join(folder, 'saved.csv'), 'utf8').trim().split(/\r?\n/)
  expect(lines).toEqual([
    '"2021年农村公路进展情况表",,,,,',
    '"县（市、区）","目标","累计","完成率","截至","备注"',
    '"湖滨区",20,15,75.00%,2021年5月26日,"含2座桥"',
    '"陕州区",60,31,0.516666666666667,,"加粗"',
    '"合计",80,46,,"00123","=不是公式"',
  ])
})
