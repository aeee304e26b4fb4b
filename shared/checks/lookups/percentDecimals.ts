import { oncePer } from '../../base/oncePer.ts'
import type { CellFact, CheckFacts } from '../../finding/facts.ts'
import { narrow } from '../../quantity/narrow.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import { decimalsOf } from '../../quantity/shortestDecimal.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { StatedTotal } from '../../record/reading.ts'
import { factIndex } from './factIndex.ts'

/**
 * The digits after the point with which a percentage is shown: those of what was written ("48%": 0, "43.34%": 2), else
 * of its cell, else of the figure itself.
 */
export function percentDecimals(facts: CheckFacts, record: FigureRecord | StatedTotal): number {
  const written = record.written.statedPercent
  if (written !== undefined && PLAIN.test(written)) return decimalsOf(written.slice(0, -1))
  const shown =
    written === undefined ? null : /\d+(?:\.(\d+))?\s*%/.exec(written.includes('%') && !WIDE.test(written) ? written : narrow(written))
  if (shown) return shown[1]?.length ?? 0
  const cell = record.origin.cells.statedPercent
  const fact = cell === undefined ? undefined : percentCells(facts).get(`${record.origin.sheet}!${cell}`)
  if (fact?.quantity) return fact.quantity.decimals
  return record.values.statedPercent == null ? 0 : decimalsOf(decimalFromScaled(record.values.statedPercent))
}

const PLAIN = /^\d+(?:\.\d+)?%$/
const WIDE = /[\uff00-\uffef]/

/** The cells of percentages by their address ("sheet!F7"). */
const percentCells = oncePer(
  (facts: CheckFacts): ReadonlyMap<string, CellFact> =>
    new Map(factIndex(facts).percents.map((fact) => [`${fact.sheet}!${fact.cell}`, fact])),
)
