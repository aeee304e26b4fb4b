import type { CellFact, Check } from '../finding/facts.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * UNIT_INCONSISTENT: under one label some figures fit its scale and others only another one (targets in 万人, completed
 * in 人). The parser reads each at the scale that fits and says so by `readScale`; a person confirms it. Raised once at the
 * label.
 *
 *     label  target  completed  finding
 *     万人   0.55    1480       error at the label (1480 read as 人)
 *     万人   0.55    0.148      none
 *     人     5500    1480       none
 */
export const unitInconsistent: Check = (facts) => {
  const byLabel = new Map<string, CellFact[]>()
  for (const fact of factIndex(facts).rescaled) {
    const at = `${fact.sheet}!${fact.measure?.at ?? fact.cell}`
    byLabel.set(at, [...(byLabel.get(at) ?? []), fact])
  }
  return [...byLabel.values()].flatMap((cells) => {
    const first = cells[0]
    if (!first) return []
    const place = { sheet: first.sheet, cell: first.measure?.at ?? first.cell }
    const label = first.measure
    return [
      raise('UNIT_INCONSISTENT', place, {
        measure: label?.name ?? '',
        labelScale: label?.scale ?? 1,
        readScale: first.readScale ?? 1,
        cells: cells.map((fact) => fact.cell),
      }),
    ]
  })
}
