import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editedDocument } from './progressSheet.ts'

const SOFFICE = process.env.SOFFICE ?? 'soffice'
const soffice = spawnSync(SOFFICE, ['--version']).status === 0
if (!soffice) console.warn('LibreOffice (soffice) is not installed: the saved file is not opened with it')

test.skipIf(!soffice)('LibreOffice opens the saved file with the same values', async () => {
  const { bytes } = await editedDocument()
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-'))
  writeFileSync(join(folder, 'saved.xlsx'), bytes)
  const convert = [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1',
    '--outdir',
    folder,
  ]
  execFileSync(SOFFICE, [...convert, join(folder, 'saved.xlsx')], { stdio: 'ignore' })
  const lines = readFileSync(join(folder, 'saved.csv'), 'utf8').trim().split(/\r?\n/)
  expect(lines).toEqual([
    '"2021年农村公路进展情况表",,,,,',
    '"县（市、区）","目标","累计","完成率","截至","备注"',
    '"湖滨区",20,15,75.00%,2021年5月26日,"含2座桥"',
    '"陕州区",60,31,0.516666666666667,,"加粗"',
    '"合计",80,46,,"00123","=不是公式"',
  ])
})
