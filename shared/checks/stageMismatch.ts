import type { Check, CheckFacts } from '../finding/facts.ts'
import { columnOf } from '../grid/a1.ts'
import { findQuantities } from '../quantity/findQuantities.ts'
import { reaches, type Stage } from '../quantity/stage.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { rowText } from './lookups/rowText.ts'
import { tableOf } from './lookups/tableAt.ts'
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
    const named =
      own != null && !reaches(own, indicator.countsStage)
        ? { stage: own, ...wordsOfStage(facts, record) }
        : stageInText(text, record, indicator.countsStage)
    if (named === undefined) return undefined
    return raise('STAGE_MISMATCH', placeOf(record, 'cumulative'), { ...named, counts: indicator.countsStage }, { field: 'cumulative' })
  })

/** The stage by which it was judged, and the words that say so, where they are at hand. */
interface NamedStage {
  readonly stage: Stage
  readonly words?: string
}

/** The stage at which the row's text names the record's own figure; undefined where it also names it at the counted one. */
function stageInText(text: string | undefined, record: FigureRecord, counts: Stage): NamedStage | undefined {
  if (text === undefined || text.length > 2000) return undefined
  const named = findQuantities(text).filter((found) => found.quantity.value === record.values.cumulative && found.quantity.measure !== '%')
  const [first] = named
  const stage = first?.quantity.stage
  if (!first || stage === undefined) return undefined
  if (named.some(({ quantity }) => quantity.stage === undefined || reaches(quantity.stage, counts))) return undefined
  return { stage, words: clauseAround(text, first.at, first.end) }
}

/** The clause in which the figure stands: 已开工171.5公里. */
function clauseAround(text: string, at: number, end: number): string {
  const from = Math.max(text.slice(0, at).search(/[^，。；;：:\n]*$/u), at - LONGEST_BEFORE)
  const behind = /^[^，。；;：:\n]*/u.exec(text.slice(end))?.[0] ?? ''
  return text.slice(from, end + Math.min(behind.length, LONGEST_BEHIND)).trim()
}
const LONGEST_BEFORE = 20
const LONGEST_BEHIND = 10

/** The words of the cell of the figure, or of the heading over it; none where there are no cells, as in the worker. */
function wordsOfStage({ tables }: CheckFacts, { origin, written }: FigureRecord): { readonly words?: string } {
  const cell = origin.cells.stage ?? origin.cells.cumulative
  if (cell === undefined) return {}
  if (written.cumulative !== undefined && cell === origin.cells.cumulative) return { words: written.cumulative }
  const header = tableOf(tables, cell)?.columns.find(({ column }) => column === columnOf(cell))?.header
  return header === undefined || header === '' ? {} : { words: header }
}
