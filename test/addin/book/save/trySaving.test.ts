import { readdirSync, readFileSync } from 'node:fs'
import { XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { savedUnchanged, savedWithOneCell } from '../../../../addin/book/trial/trySaving.ts'
import { partsOf, prefixedFile, wovenFile } from './wovenFile.ts'

/** Files as other programs write them, each of another kind. */
const FOLDERS = ['test/addin/book/files', 'test/shared/grid/xlsx/files']
const FILES = FOLDERS.flatMap((folder) => readdirSync(folder).flatMap((name) => (name.endsWith('.xlsx') ? [`${folder}/${name}`] : [])))

test.each(FILES)('%s is the same after opening and saving, and differs where one cell is another', (path) => {
  const bytes = new Uint8Array(readFileSync(path))
  expect(savedUnchanged(bytes).differing).toEqual([])
  const { differing, value, bytes: saved } = savedWithOneCell(bytes)
  expect(value).toBe(20_210_526)
  expect(differing.filter((part) => !/^xl\/(?:workbook|styles|worksheets\/\w+)\.xml$/.test(part))).toEqual([])
  const parts = partsOf(saved)
  for (const part of differing) XmlDocument.fromString(parts[part] ?? '').dispose()
})

test('of one cell more nothing differs but its sheet, and the workbook that is to be computed', () => {
  for (const file of [wovenFile(), prefixedFile()])
    expect(savedWithOneCell(file).differing).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
})
