import type { Grid } from '../../shared/grid/grid.ts'
import { readSheet } from '../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import type { BenchRow } from './benchRow.ts'
import { besideFloor } from './besideFloor.ts'
import { ledger } from './ledger.ts'
import { round2 } from './medians.ts'
import { PLAIN_PASS, plainPass } from './plainPass.ts'

const ROWS = 10_000

/**
 * `recognize-10k`: recognising, parsing and checking a sheet of 10,000 rows × 12 columns against one pass over its cells.
 * `recognize-10k-texts`: the same sheet with a text of 进展情况 of its own in each row.
 */
export default async function recognize(): Promise<readonly BenchRow[]> {
  return [await reading('recognize-10k', ledger(ROWS)), await reading('recognize-10k-texts', ledger(ROWS, 'different'))]
}

/** `peak_mb` is the highest heap seen after a reading, above what was there before, garbage among it. */
async function reading(name: string, grid: Grid): Promise<BenchRow> {
  const before = process.memoryUsage().heapUsed
  let peak = 0
  let records = 0
  const act = () => {
    const read = readSheet(grid, register2021, { reporter: 'ducha', period: '2021-05', year: 2021 })
    if (!read.ok) throw new Error('the sheet was not read')
    peak = Math.max(peak, process.memoryUsage().heapUsed - before)
    records = read.value.records.length
  }
  const row = await besideFloor({ name, act, floor: PLAIN_PASS, least: () => plainPass(grid) })
  return { ...row, peak_mb: round2(peak / 1024 / 1024), records }
}
