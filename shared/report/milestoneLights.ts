import { textOf } from '../consolidation/areaFigure.ts'
import { assignmentsOfRecord } from '../consolidation/consolidate.ts'
import { light, usualThresholds } from '../consolidation/light.ts'
import { recordIndex } from '../consolidation/recordIndex.ts'
import type { Register } from '../register/register.ts'
import type { ServerRecord } from '../wire/sync.ts'
import type { LitIndicator } from './lightTable.ts'

/**
 * The lights of milestones, from the nodes that the reporter of record sent: by planned days and the deadline alone,
 * never by linear time. A text on the task counts as reported; a node is done by its flag, its actual day or its stage.
 */
export function milestoneLights(register: Register, records: readonly ServerRecord[], on: string): readonly LitIndicator[] {
  const index = recordIndex(records)
  const ofRecord = assignmentsOfRecord(register)
  return register.indicators.flatMap((indicator) => {
    if (indicator.kind !== 'milestone') return []
    const own = ofRecord.get(indicator.id) ?? []
    const rows = own.flatMap(({ reporter, areas }) => areas.flatMap((area) => index.rows(reporter, indicator.id, area)))
    const told = own.some(({ reporter, areas }) => areas.some((area) => index.rows(reporter, indicator.taskId, area).length > 0))
    const nodes = rows.map((row) => ({
      planned: textOf(row, 'planned'),
      done: row.values.done === true || textOf(row, 'actual') !== null || textOf(row, 'stage') === 'completed',
    }))
    const judged = light(
      { indicator, cumulative: null, percent: null, reported: told || rows.length > 0, on, nodes },
      register.lights ?? usualThresholds,
    )
    return judged === null ? [] : [{ ...judged, indicator, percent: null }]
  })
}
