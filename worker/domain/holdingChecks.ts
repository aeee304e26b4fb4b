import { cellError } from '../../shared/checks/cellError.ts'
import { decreasedCumulative } from '../../shared/checks/decreasedCumulative.ts'
import { overTargetSuspect } from '../../shared/checks/overTargetSuspect.ts'
import { pctMismatch } from '../../shared/checks/pctMismatch.ts'
import { sumMismatch } from '../../shared/checks/sumMismatch.ts'
import { unitInconsistent } from '../../shared/checks/unitInconsistent.ts'
import { unitMismatch } from '../../shared/checks/unitMismatch.ts'
import type { Check } from '../../shared/finding/facts.ts'

/**
 * The shared checks whose findings hold a row back: those of severity error, but for MILESTONE_OVERDUE, which never
 * does, and DUPLICATE_ROW, which the whole request is refused for before. The others say things to the person in the pane, and reading texts for them takes a second for 5,000 rows.
 */
export const HOLDING_CHECKS: readonly Check[] = [
  cellError,
  unitMismatch,
  unitInconsistent,
  overTargetSuspect,
  decreasedCumulative,
  sumMismatch,
  pctMismatch,
]
