import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cellArea, LAST_COLUMN } from '../../../addin/book/area.ts'
import { shiftCells } from '../../../addin/book/change/shiftCells.ts'
import { addRule, changeRule } from '../../../addin/book/conditionalRules.ts'
import { openBytes } from './openDocument.ts'
import { editedDocument } from './progressSheet.ts'
import { prefixedFile } from './save/wovenFile.ts'

const SOFFICE = process.env.SOFFICE ?? 'soffice'
const folder = mkdtempSync(join(tmpdir(), 'round-trip-'))

/** Converts a file of the folder; without LibreOffice, or without the part of it that opens workbooks, nothing comes of it. */
function convert(file: string, to: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  // Without a language in the environment it writes a sheet's name into that of a file as question marks.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  spawnSync(SOFFICE, ['--headless', profile, '--convert-to', to, '--outdir', folder, join(folder, file)], { stdio: 'ignore', env })
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

test.skipIf(!opensWorkbooks)(
  'LibreOffice opens a busy file in which rows came, cells, looks and marks changed, and a sheet was added',
  async () => {
    const { book, save } = await openBytes(prefixedFile())
    const sheet = book.active
    shiftCells(book, sheet, { kind: 'insert', axis: 'row', at: 4, count: 1, from: 1, to: LAST_COLUMN }, 'person')
    book.edit(sheet, { top: 4, left: 1, bottom: 4, right: 4 }, [['渑池县', '40', '10', '=C4/B4']], 2021)
    sheet.restyle({ top: 4, left: 1, bottom: 4, right: 4 }, { fill: '#FFFF00', bold: true })
    sheet.setNumberFormat(4, 4, '0.00%')
    changeRule(sheet, addRule(sheet, [cellArea(4, 3)]), { formula: 'TRUE', look: { fill: '#FFD966' } })
    book.add('汇总2021-05').enter(1, 1, '=进展!B7', 2021)
    writeFileSync(join(folder, 'busy.xlsx'), await save())
    convert('busy.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1')
    expect(readFileSync(join(folder, 'busy-进展.csv'), 'utf8').trim().split(/\r?\n/)).toEqual([
      '2021年农村公路,,,,,',
      '县（市、区）,目标,累计,完成率,,',
      '湖滨区,20,12.5,62.5%,说明 & 网址,',
      '渑池县,40,10,25%,,',
      '陕州区,60,31,51.6666666666667%,,',
      '卢氏县,10,9,90%,,',
      '合计,130,62.5,48.0769230769231%,,',
    ])
    expect(readFileSync(join(folder, 'busy-汇总2021-05.csv'), 'utf8').trim()).toBe('130')
  },
)
