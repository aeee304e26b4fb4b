import { readSheet } from '../../shared/pipeline/readSheet.ts'
import { numberFromScaled } from '../../shared/quantity/scaled.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import type { BenchRow } from './benchRow.ts'
import { besideFloor } from './besideFloor.ts'
import { type Book, hundredBooks } from './bookGrids.ts'
import { PLAIN_PASS, plainPass } from './plainPass.ts'

/** `books-100-grids`: 100 books of different layouts, each with some hundred figures, from grids in memory to figures added up. */
export default async function books(): Promise<readonly BenchRow[]> {
  const all = hundredBooks()
  const least = () => all.reduce((sum, { grid }) => sum + plainPass(grid), 0)
  return [await besideFloor({ name: 'books-100-grids', act: () => addUp(all), floor: PLAIN_PASS, least })]
}

/** The figures of each indicator and area over all books; a book of which anything is lost or doubled stops the bench. */
function addUp(all: readonly Book[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { grid, done } of all) {
    const read = readSheet(grid, register2021, { reporter: 'ducha', period: '2021-05', year: 2021 })
    let own = 0
    for (const { subject, area, values } of read.ok ? read.value.records : []) {
      if (typeof values.cumulative !== 'number') continue
      const figure = numberFromScaled(values.cumulative)
      own += figure
      sums.set(`${subject}|${area}`, (sums.get(`${subject}|${area}`) ?? 0) + figure)
    }
    if (own !== done) throw new Error(`${grid.sheetName} adds up to ${own}, not ${done}`)
  }
  return sums
}
