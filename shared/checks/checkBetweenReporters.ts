import { COUNTIES, compareReporters } from '../consolidation/compareReporters.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import { unitById } from '../register/findUnit.ts'
import type { Register } from '../register/register.ts'
import type { Origin } from '../sheet/figureRecord.ts'
import type { Disagreement } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import type { Finding } from './finding.ts'
import { raise } from './raise.ts'

/**
 * The checks between reporters, for coordinators only: never run on what a unit sends, since its answer must not change
 * with other units' rows. All are warnings; nothing is held back, the figure of record counts. Said at the cell of the
 * figure of record, in the workbook it came from.
 *
 *     of record                   beside it                       finding
 *     市交通运输局 湖滨区 12.5        湖滨区政府 湖滨区 13              DUPLICATE_ROW
 *     市妇联 全市 11745             the counties' own rows: 11700    SUM_MISMATCH
 *     市妇联 全市 11745             five of six counties reported    none
 *     six counties, sum 146       市交通运输局 全市 150             SUM_MISMATCH
 */
export function checkBetweenReporters(register: Register, records: readonly ServerRecord[]): readonly Finding[] {
  return compareReporters(register, records).map((one) => {
    const name = (id: string) => (id === COUNTIES ? '各县（市、区）' : (unitById(register, id)?.name ?? id))
    const [row, beside] = one.ofRecord.sum ? [one.other, one.ofRecord] : [one.ofRecord, one.other]
    const place = placeOf(records, one, row.reporter)
    const [stated, other] = [decimalFromScaled(asScaled(row.value)), decimalFromScaled(asScaled(beside.value))]
    const difference = decimalFromScaled(asScaled(one.difference))
    const shared = { indicator: one.indicator, area: one.area, reporter: name(row.reporter), difference }
    const reporters = [name(row.reporter), name(beside.reporter)]
    return beside.sum
      ? raise('SUM_MISMATCH', place, { stated, sum: other, ...shared }, { severity: 'warning', field: 'cumulative' })
      : raise(
          'DUPLICATE_ROW',
          place,
          { subject: one.indicator, values: [stated, other], reporters, ...shared },
          { severity: 'warning', field: 'cumulative' },
        )
  })
}

function placeOf(records: readonly ServerRecord[], one: Disagreement, reporter: string): { sheet: string; cell: string; record: string } {
  const row = records.find(
    (record) => !record.deleted && record.reporter === reporter && record.subject === one.indicator && record.area === one.area,
  )
  const origin = row?.origin as Partial<Origin> | null | undefined
  return {
    sheet: origin?.sheet ?? '',
    cell: origin?.cells?.cumulative ?? origin?.cells?.statedPercent ?? '',
    record: `${one.indicator}|${one.area}|${row?.part ?? ''}`,
  }
}
