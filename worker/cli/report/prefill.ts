import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileFaultWords } from '../../../shared/grid/files/fileFaultWords.ts'
import { readFile } from '../../../shared/grid/files/readFile.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import type { Register } from '../../../shared/register/register.ts'
import { type LastPeriod, prefillSheet } from '../../../shared/report/prefill/prefillSheet.ts'
import { preparedXlsx } from './preparedXlsx.ts'

export interface PrefillAsked {
  readonly period: string
  readonly register: Register
  readonly layout?: string | undefined
  readonly unit?: string | undefined
  readonly out?: string | undefined
}

/** The asked period is the next one; the sheet is of the month before, which of January is in another year. */
const lastPeriod = (period: string): LastPeriod => {
  const month = Number(period.slice(5)) - 1
  return month > 0 ? { period: `${period.slice(0, 5)}${String(month).padStart(2, '0')}` } : {}
}

/** Writes a unit's last sheet, prepared for the next period, to a file of its own; the exit code. */
export async function prefill({ period, register, layout, unit, out }: PrefillAsked): Promise<number> {
  if (layout === undefined || out === undefined) {
    console.error('--kind sheet needs --layout FILE.xlsx and --out FILE.xlsx')
    return 2
  }
  const file = readFileSync(layout)
  const read = await readFile(file, basename(layout))
  const [grid] = read.ok && read.value.format === 'xlsx' ? read.value.grids : []
  if (!grid) {
    console.error(
      `${layout}: ${read.ok ? 'a sheet is prepared in its own file, which has to be an .xlsx: save it as one' : fileFaultWords(read.fault)}`,
    )
    return 1
  }
  const reading = readSheet(grid, register, { period, ...(unit === undefined ? {} : { reporter: unit }) })
  if (!reading.ok) {
    console.error(`${layout}: ${reading.fault.tag}`)
    return 1
  }
  const prepared = prefillSheet(grid, reading.value, lastPeriod(period))
  const { carried } = prepared
  const written = preparedXlsx(file, grid, prepared)
  if (!written.ok) {
    console.error(`${layout}: ${written.fault.tag}`)
    return 1
  }
  writeFileSync(out, written.value)
  console.error(`${carried.length} figures carried over: ${carried.join(' ')}`)
  return 0
}
