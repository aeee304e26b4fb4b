import { globSync, readFileSync } from 'node:fs'
import { read } from '@e965/xlsx'
import type { InboxKnown } from '../../shared/inbox/inboxFile.ts'
import { readInboxFile } from '../../shared/inbox/readInboxFile.ts'
import { register2021 as register } from '../../shared/register/year2021/register2021.ts'
import { type SheetFile, sheetWorkbook } from '../../worker/cli/site/sheetWorkbook.ts'
import type { BenchRow } from './benchRow.ts'
import { besideFloor } from './besideFloor.ts'

const FILES = 100

const KNOWN: InboxKnown = {
  register,
  period: '2021-05',
  today: '2021-05-28',
  earlier: new Map(),
  remembered: [],
  people: new Map(),
  layouts: new Map(),
}

/** `inbox-100`: a hundred labelled sheets as files, each read, matched to its unit, read as that unit's and checked, against SheetJS merely reading them. */
export default async function inbox(): Promise<readonly BenchRow[]> {
  const files = globSync('test/sheets/*/*.json').sort().slice(0, FILES).map(fileOf)
  if (files.length < FILES) throw new Error(`only ${files.length} sheets are there`)
  const act = async () => {
    for (const file of files) if (!(await readInboxFile(KNOWN, file)).ok) throw new Error(`${file.name} was not read`)
  }
  const least = () => {
    for (const { bytes } of files) read(bytes)
  }
  return [await besideFloor({ name: 'inbox-100', act, floor: 'SheetJS merely reading the same files', least })]
}

function fileOf(path: string): { readonly name: string; readonly bytes: Uint8Array } {
  const sheet: SheetFile = JSON.parse(readFileSync(path, 'utf8'))
  return { name: path.replace(/^.*\/(.*)\.json$/, '$1.xlsx'), bytes: sheetWorkbook(sheet) }
}
