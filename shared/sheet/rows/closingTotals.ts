import type { SkippedRow } from '../../record/reading.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { isDecided, matchSubjects } from '../subjects/matchSubjects.ts'
import type { BodyRows, Section } from '../tables/bodyRows.ts'
import type { TableOfColumns } from '../tables/tableOfColumns.ts'
import { addsUp, areaColumns, figureColumns } from './sumsOfGroups.ts'

/** Totals that close their group, and what the rows of each group are about, by its first row. */
export interface ClosingTotals {
  readonly totals: ReadonlySet<number>
  readonly begins: ReadonlyMap<number, Section>
}

/**
 * Names of indicators below their counties, in the column of the counties: a table that begins with counties and ends with
 * such a name, where at least half of the names' rows add up the rows since the one before (a wrong sum is found, and
 * takes nothing away). Undefined where they stand above.
 *
 *     湖滨区              | 500 | 180
 *     陕州区              | 300 | 110
 *     整治窨井设施（个）     | 800 | 290       of the two above
 *     湖滨区              | 400 | 180       法律援助案件
 *     陕州区              | 200 | 60
 *     法律援助案件合计       | 600 | 240
 */
export function closingTotals(table: TableOfColumns, { dataRows, skipRows, sections }: BodyRows): ClosingTotals | undefined {
  const { view } = table
  const [column, another] = areaColumns(table)
  if (column === undefined || another !== undefined || sections.size > 0) return undefined
  const subtotals = skipRows.flatMap(({ row, reason }) => (TOTALS.has(reason) ? [row] : []))
  const rows = [...dataRows, ...subtotals].sort((a, b) => a - b)
  const totals = new Set<number>()
  const begins = new Map<number, Section>()
  const isData = new Set(dataRows)
  let fitting = 0
  let group: number[] = []
  for (const row of rows) {
    const text = view.text(row, column)
    if (areaOfName(table.register, text)?.kind === 'area') {
      group.push(row)
      continue
    }
    const name = text.replace(SAYS_TOTAL, '')
    if (!namesOne(table, name)) {
      // 全市合计 behind the last group says nothing of it
      if (group.length > 0 || isData.has(row)) return undefined
      continue
    }
    const [first] = group
    if (first === undefined || group.length < FEWEST) return undefined
    if (addsUp(view, figureColumns(table), [row, ...group])) fitting++
    totals.add(row)
    begins.set(first, { kind: 'section', text: name })
    group = []
  }
  return group.length === 0 && totals.size > 1 && fitting * 2 >= totals.size ? { totals, begins } : undefined
}

function namesOne({ register }: TableOfColumns, name: string): boolean {
  if (name.length < SHORTEST_NAME) return false
  const match = matchSubjects(register, name, { figures: true })
  return isDecided(match) && match.indicators.length === 1
}

const TOTALS: ReadonlySet<SkippedRow['reason']> = new Set(['total', 'subtotal'])
const SAYS_TOTAL = /[（(]?(?:合|小|总)计[)）]?/u
const SHORTEST_NAME = 3
const FEWEST = 2
