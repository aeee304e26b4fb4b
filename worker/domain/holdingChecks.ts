import { belowZero } from '../../shared/checks/belowZero.ts'
import { decreasedCumulative } from '../../shared/checks/decreasedCumulative.ts'
import { overTargetSuspect } from '../../shared/checks/overTargetSuspect.ts'
import { pctMismatch } from '../../shared/checks/pctMismatch.ts'
import type { Check } from '../../shared/finding/facts.ts'

/**
 * The shared checks for whose findings the server refuses a row: those that see it in the records alone, and whose errors
 * withhold something (`finding/effects`; a test compares the lists). Cells and totals stay in the pane, and reading texts
 * takes a second for 5,000 rows. DUPLICATE_ROW finds nothing here: a request with the same key twice is refused before.
 * They are named one by one because the list of all checks would bring the reader of texts into the worker.
 */
export const HOLDING_CHECKS: readonly Check[] = [overTargetSuspect, decreasedCumulative, belowZero, pctMismatch]
