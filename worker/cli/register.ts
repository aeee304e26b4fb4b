import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileFaultWords } from '../../shared/grid/files/fileFaultWords.ts'
import { readFile } from '../../shared/grid/files/readFile.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { gridFromJson } from '../../shared/grid/gridFromJson.ts'
import { writeWorkbook } from '../../shared/grid/workbook/writeWorkbook.ts'
import { writtenValue } from '../../shared/grid/workbook/writtenSheet.ts'
import type { RegisterTrouble } from '../../shared/register/registerTrouble.ts'
import { gridOfRegister } from '../../shared/register/sheet/gridOfRegister.ts'
import { readRegisterSheet } from '../../shared/register/sheet/readRegisterSheet.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { askYears } from './askedTime.ts'
import { runCommand, WrongUse } from './commandLine.ts'
import { readRegister } from './report/readRegister.ts'

const USAGE = `npm run -s register -- FILE --id ID --year Y [--version N] [--title T] [--like REGISTER.json]

FILE is a workbook, a text with separators (docs/files.md) or a JSON grid.

The register that a sheet means (docs/register.md), as JSON for POST /v1/registers, read against the areas and units of
--like (2021's where it is left out): npm run -s register -- 2022.xlsx --id smx-2022 --year 2022

npm run -s register -- --sheet OUT.xlsx [--like REGISTER.json]

Writes the register --like as such a sheet.

Where --like is the version before of the same register, the sheet may be of county targets alone (分解表). Targets that do not
add up to the city's are remarked on standard error.

Exit 0: done; 1: cells do not fit, a line each on standard error; 2: asked wrongly, or a file that cannot be read.`

const TEXT = { type: 'string' } as const
const OPTIONS = { id: TEXT, year: TEXT, version: TEXT, title: TEXT, like: TEXT, sheet: TEXT }

/** The first sheet of a workbook, or the sheet of a JSON grid; a word on why there is none. */
async function readGrid(file: string): Promise<Grid | string> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return 'notFound'
  }
  if (!file.endsWith('.json')) {
    const read = await readFile(bytes, basename(file))
    return read.ok ? (read.value.grids[0] ?? 'noSheet') : fileFaultWords(read.fault)
  }
  try {
    const read = gridFromJson(JSON.parse(new TextDecoder().decode(bytes)))
    return read.ok ? read.value.grid : read.fault.tag
  } catch {
    return 'notJson'
  }
}

function report(file: string, troubles: readonly RegisterTrouble[]): void {
  for (const { code, cell, at, value } of troubles) console.error(`${file}: ${cell ?? at}: ${code}: ${value}`)
}

await runCommand({ usage: USAGE, options: OPTIONS, takesWords: true }, async ({ values, words: [file] }) => {
  const { id, year, version = '1', title } = values
  const like = values.like === undefined ? register2021 : readRegister(values.like)
  if (typeof like === 'string') throw new WrongUse(like)
  if (values.sheet !== undefined) {
    const { sheetName, cells } = gridOfRegister(like)
    writeFileSync(
      values.sheet,
      writeWorkbook([{ name: sheetName, rows: cells.map((row) => row.map((value) => (value === null ? null : writtenValue(value)))) }]),
    )
    return 0
  }
  if (file === undefined || id === undefined || year === undefined) throw new WrongUse('Which sheet, under which id, for which year?')
  askYears({ year })
  const grid = await readGrid(file)
  if (typeof grid === 'string') throw new WrongUse(`${file}: ${grid}`)

  const head = { id, year: Number(year), version: Number(version) }
  const read = readRegisterSheet(grid, title === undefined ? head : { ...head, title }, like)
  if (read.ok) {
    console.log(JSON.stringify(read.value.form, null, 1))
    report(file, read.value.remarks)
    return 0
  }
  report(file, read.fault.troubles)
  return 1
})
