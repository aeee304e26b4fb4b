import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import ExcelJS from 'exceljs'
import type { Grid } from '../../shared/grid/grid.ts'
import { gridFromJson } from '../../shared/grid/gridFromJson.ts'
import { readXlsx } from '../../shared/grid/readXlsx.ts'
import { gridOfRegister } from '../../shared/register/sheet/gridOfRegister.ts'
import { readRegisterSheet } from '../../shared/register/sheet/readRegisterSheet.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { readRegister } from './report/readRegister.ts'

const USAGE =
  'usage: register FILE.xlsx|FILE.json --id ID --year Y [--version N] [--title T] [--like REGISTER.json]\n       register --sheet OUT.xlsx [--like REGISTER.json]'

/**
 * npm run -s register -- FILE --id smx-2022 --year 2022: the register that a sheet means, as JSON for POST /v1/registers,
 * read against the areas and units of `--like` (left out: 2021's). `--sheet OUT.xlsx` writes the register `--like` as
 * such a sheet. Exit code 0 done, 1 where cells do not fit (a line each, to standard error), 2 for a call that cannot be.
 */
async function main(): Promise<number> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { id: text, year: text, version: text, title: text, like: text, sheet: text },
  })
  const like = values.like === undefined ? register2021 : readRegister(values.like)
  if (typeof like === 'string') return say([like], 2)
  if (values.sheet !== undefined) {
    await writeSheet(gridOfRegister(like), values.sheet)
    return 0
  }
  const [file] = positionals
  if (file === undefined || values.id === undefined || values.year === undefined) return say([USAGE], 2)
  const grid = await readGrid(file)
  if (typeof grid === 'string') return say([`${file}: ${grid}`], 2)

  const head = { id: values.id, year: Number(values.year), version: Number(values.version ?? 1) }
  const read = readRegisterSheet(grid, values.title === undefined ? head : { ...head, title: values.title }, like)
  if (read.ok) {
    console.log(JSON.stringify(read.value.form, null, 1))
    return 0
  }
  return say(
    read.fault.troubles.map(({ code, cell, at, value }) => `${file}: ${cell ?? at}: ${code}: ${value}`),
    1,
  )
}

function say(lines: readonly string[], code: number): number {
  for (const line of lines) console.error(line)
  return code
}

/** The first sheet of a workbook, or the sheet of a JSON grid; a word on why there is none. */
async function readGrid(file: string): Promise<Grid | string> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return 'notFound'
  }
  if (!file.endsWith('.json')) {
    const grids = await readXlsx(bytes, () => new ExcelJS.Workbook())
    return grids.ok ? (grids.value[0] ?? 'noSheet') : grids.fault.tag
  }
  try {
    const read = gridFromJson(JSON.parse(new TextDecoder().decode(bytes)))
    return read.ok ? read.value.grid : read.fault.tag
  } catch {
    return 'notJson'
  }
}

async function writeSheet(grid: Grid, file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(grid.sheetName)
  sheet.addRows(grid.cells.map((row) => [...row]))
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()))
}

process.exitCode = await main()
