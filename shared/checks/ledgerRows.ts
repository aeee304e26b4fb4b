import type { Check } from '../finding/facts.ts'
import { raise } from './lookups/raise.ts'
import { sheetOf } from './lookups/sheetOf.ts'

/**
 * LEDGER_ROWS: many rows of one indicator and area that are single projects, told apart by a column of names. Their sums by
 * area are offered in place of the rows, and wait for one click that is remembered; then they go. Said once a ledger, where
 * it begins.
 *
 *     rows of 农村公路                             finding
 *     300 roads of six counties, 路线名称           info: 300 rows, six sums that wait
 *     the same, 按县（市、区）汇总后上报 clicked       info: 300 rows were added up
 *     20 base stations of a county, 已开通 or 在建   info: those 已开通 are counted
 *     灵宝市 twice, with different figures           none (DUPLICATE_ROW)
 *     batches, townships, 项目名称 of parts           none: each row has a part of its own, and they add up
 */
export const ledgerRows: Check = (facts) =>
  (facts.ledgers ?? []).map(({ subject, items, by, sums, isAnswered }) => {
    const rows = sums.reduce((count, sum) => count + sum.rows.length, 0)
    const first = sums[0]
    const record = facts.records.find((one) => one.subject === subject && one.area === first?.area && one.part === '')
    const cell = record?.origin.cells.subject ?? record?.origin.cells.cumulative ?? `A${first?.rows[0] ?? 1}`
    const added = isAnswered ? { summed: rows } : { rows }
    const counted = by === 'rows' ? { counted: sums.reduce((count, sum) => count + sum.rows.length - sum.without, 0) } : {}
    return raise('LEDGER_ROWS', { sheet: sheetOf(facts), cell }, { subject, items, areas: sums.length, ...added, ...counted })
  })
