import type { CellFact, Check } from '../finding/facts.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * AREA_NOT_IN_REGISTER: the name in an area's cell is no area of the register; `zone` where it is a known functional
 * zone, which has no code. The row's figures are not stored: they are named as written, so that a person can add them to
 * the county's.
 *
 *     cell     figures of its row      finding
 *     经开区    /  /                    warning, zone
 *     示范区    100  25                 warning, zone, target 100, cumulative 25
 *     某某县    12   3                  warning, target 12, cumulative 3
 *     义马市    10   6                  none
 */
export const areaNotInRegister: Check = (facts) => {
  const unknown = factIndex(facts).areas.filter((fact) => fact.area && fact.area.code === undefined)
  if (unknown.length === 0) return []
  const rows = new Set(unknown.map(placeOfRow))
  const figures = new Map<string, CellFact[]>()
  for (const fact of facts.cells) {
    if ((fact.field !== 'target' && fact.field !== 'cumulative') || fact.quantity === undefined) continue
    const row = placeOfRow(fact)
    if (!rows.has(row)) continue
    const there = figures.get(row)
    if (there) there.push(fact)
    else figures.set(row, [fact])
  }
  return unknown.map((fact) => {
    const own = figures.get(placeOfRow(fact)) ?? []
    const written = (field: 'target' | 'cumulative') =>
      own
        .filter((one) => one.field === field)
        .map((one) => one.quantity?.raw ?? '')
        .join('、')
    const [target, cumulative] = [written('target'), written('cumulative')]
    return raise(
      'AREA_NOT_IN_REGISTER',
      { sheet: fact.sheet, cell: fact.cell },
      {
        written: fact.area?.name ?? '',
        zone: fact.area?.zone ?? false,
        ...(target === '' ? {} : { target }),
        ...(cumulative === '' ? {} : { cumulative }),
      },
    )
  })
}

const placeOfRow = (fact: CellFact): string => `${fact.sheet}!${fact.row}`
