import type { Check } from '../finding/facts.ts'
import { findQuantities } from '../quantity/findQuantities.ts'
import { reaches, type Stage } from '../quantity/stage.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { rowText } from './lookups/rowText.ts'
import { indicatorOf } from './lookups/truth.ts'

/**
 * STAGE_MISMATCH: the words next to the figure (in its cell, its heading or the row's 进展情况) name another stage than the
 * indicator counts.
 *
 *     indicator counts  figure            text                finding
 *     completed         15（基本完工）      —                   warning
 *     completed         40                新选取40个沿黄村      warning
 *     completed         1105              已受理1105件          warning
 *     started           heading 已开工     —                   none
 *     started           65 完工            —                   none (completed implies started)
 *     completed         130               已完成130场           none
 */
export const stageMismatch: Check = (facts) =>
  foundIn(facts.records, (record) => {
    const { cumulative, stage: own } = record.values
    if (cumulative == null || cumulative === 0) return undefined
    const text = rowText(facts, record)
    if (own == null && text === undefined) return undefined
    const indicator = indicatorOf(facts, record)
    if (indicator?.kind !== 'count') return undefined
    const stage = own != null && !reaches(own, indicator.countsStage) ? own : stageInText(text, record, indicator.countsStage)
    if (stage === undefined) return undefined
    return raise('STAGE_MISMATCH', placeOf(record, 'cumulative'), { stage, counts: indicator.countsStage }, { field: 'cumulative' })
  })

/** The stage at which the row's text names the record's own figure; undefined where it also names it at the counted one. */
function stageInText(text: string | undefined, record: FigureRecord, counts: Stage): Stage | undefined {
  if (text === undefined || text.length > 2000) return undefined
  const named = findQuantities(text).filter((found) => found.quantity.value === record.values.cumulative && found.quantity.measure !== '%')
  const stages = named.map((found) => found.quantity.stage)
  if (stages.length === 0 || stages.some((stage) => stage === undefined || reaches(stage, counts))) return undefined
  return stages[0]
}
