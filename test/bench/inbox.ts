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

/** `inbox-100`: a hundred files of labelled sheets, some of them twice, each read, matched to its unit, read as that unit's and checked, against SheetJS merely reading them. */
export default async function inbox(): Promise<readonly BenchRow[]> {
  const mailed = globSync('test/sheets/*/*.json').sort().flatMap(fileOf)
  const files = Array.from({ length: FILES }, (_, at) => mailed[at % mailed.length]).filter((file) => file !== undefined)
  const act = async () => {
    for (const file of files) if (!(await readInboxFile(KNOWN, file)).ok) throw new Error(`${file.name} was not read`)
  }
  const least = () => {
    for (const { bytes } of files) read(bytes)
  }
  return [await besideFloor({ name: 'inbox-100', act, floor: 'SheetJS merely reading the same files', least })]
}

/** A unit’s labelled sheet under the unit’s name, as mailed files have it; none where the office itself keeps it. */
function fileOf(path: string): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const stored: SheetFile & { readonly context?: { readonly unit?: string } } = JSON.parse(readFileSync(path, 'utf8'))
  const unit = stored.context?.unit
  if (unit === undefined || unit.includes('督查室')) return []
  // Some say nothing of formats, merges or formulas.
  const bytes = sheetWorkbook({ ...stored, formats: stored.formats ?? {}, merges: stored.merges ?? [], formulas: stored.formulas ?? {} })
  return [{ name: `${unit}5月.xlsx`, bytes }]
}
