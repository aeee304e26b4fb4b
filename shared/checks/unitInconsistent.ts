import type { CellFact, Check, CheckFacts } from '../finding/facts.ts'
import { columnLetters } from '../grid/a1.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'
import { tableOf } from './lookups/tableAt.ts'

/**
 * UNIT_INCONSISTENT: under one label some figures fit its scale and others only another one (targets in 万人, completed
 * in 人), or the note above the table names two scales of money and the column none. The parser reads each at the scale
 * that fits, or the one named first, and says so by `readScale`; a person confirms it. Raised once at the label, or at the
 * cells where the register names the unit and not the sheet, or where they are at most half of the rows: then they are wrong.
 *
 *     label  target  completed  finding
 *     万人   0.55    1480       error at the label (1480 read as 人)
 *     万人   0.55    0.148      none
 *     人     5500    1480       none
 *     —      0.55    1480, 1505 of two rows   error at the first, with both
 *     名     0.92 among 5200, 5800, 10500      error at 0.92
 *
 *     note            完成投资   finding
 *     单位：万元、亿元   1250     error at the note (1250 read as 万元)
 *     单位：公里、万元   1250     none
 */
export const unitInconsistent: Check = (facts) => {
  const byLabel = new Map<string, CellFact[]>()
  for (const fact of factIndex(facts).rescaled) {
    const at = `${fact.sheet}!${fact.measure?.at ?? `${columnLetters(fact.cell)}|${fact.readScale}`}`
    byLabel.set(at, [...(byLabel.get(at) ?? []), fact])
  }
  return [...byLabel.values()].flatMap((cells) => {
    const first = cells[0]
    if (!first) return []
    const place = { sheet: first.sheet, cell: first.measure?.at ?? first.cell }
    const label = first.measure
    const readScale = first.readScale ?? 1
    const of = label?.scale === readScale ? { choices: moneyNoted(facts, first) } : { measure: label?.name ?? '' }
    const params = { ...of, labelScale: label?.scale ?? 1, readScale }
    const read = cells.map((fact) => fact.cell)
    const at = { ...place, cell: first.cell }
    if (label?.at === undefined) return [raise('UNIT_INCONSISTENT', at, params, read.length > 1 ? { cells: read } : {})]
    const rows = tableOf(facts.tables, first.cell)?.dataRows.length ?? 0
    const areWrong = label.scale === 1 && readScale > 1 && cells.length * 2 <= rows
    if (areWrong) return [raise('UNIT_INCONSISTENT', at, { ...params, cells: read }, read.length > 1 ? { cells: read } : {})]
    return [raise('UNIT_INCONSISTENT', place, { ...params, cells: read })]
  })
}

/** The words for money in the note above the cell's table. */
const moneyNoted = (facts: CheckFacts, { cell }: CellFact): readonly string[] =>
  (tableOf(facts.tables, cell)?.meta.unitNote ?? []).filter((word) => word.endsWith('元'))
