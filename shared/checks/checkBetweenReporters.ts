import { compareReporters, type Disagreement } from '../consolidation/compareReporters.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { unitById } from '../register/findUnit.ts'
import type { Register } from '../register/register.ts'
import type { Origin } from '../sheet/figureRecord.ts'
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
 */
export function checkBetweenReporters(register: Register, records: readonly ServerRecord[]): readonly Finding[] {
  return compareReporters(register, records).map((one) => {
    const place = placeOfRecord(records, one)
    const name = (id: string) => unitById(register, id)?.name ?? id
    const ofRecord = decimalFromScaled(one.ofRecord.value)
    const other = decimalFromScaled(one.other.value)
    const shared = {
      indicator: one.indicator,
      area: one.area,
      reporter: name(one.ofRecord.reporter),
      difference: decimalFromScaled(one.difference),
    }
    return one.other.reporter === 'counties'
      ? raise('SUM_MISMATCH', place, { stated: ofRecord, sum: other, ...shared }, { severity: 'warning', field: 'cumulative' })
      : raise(
          'DUPLICATE_ROW',
          place,
          {
            subject: one.indicator,
            values: [ofRecord, other],
            reporters: [name(one.ofRecord.reporter), name(one.other.reporter)],
            ...shared,
          },
          { severity: 'warning', field: 'cumulative' },
        )
  })
}

function placeOfRecord(records: readonly ServerRecord[], one: Disagreement): { sheet: string; cell: string; record: string } {
  const row = records.find(
    (record) =>
      !record.deleted && record.reporter === one.ofRecord.reporter && record.subject === one.indicator && record.area === one.area,
  )
  const origin = row?.origin as Partial<Origin> | null | undefined
  return {
    sheet: origin?.sheet ?? '',
    cell: origin?.cells?.cumulative ?? origin?.cells?.statedPercent ?? '',
    record: `${one.indicator}|${one.area}|${row?.part ?? ''}`,
  }
}
