import { never } from '../../shared/base/never.ts'
import type { Finding } from '../../shared/finding/finding.ts'
import type { Origin } from '../../shared/record/figureRecord.ts'
import type { RowFault } from '../../shared/wire/syncRow.ts'
import { Refusal } from '../http/problem.ts'

/** The problem that a request's malformed rows answer, with the cell where the client sent it. */
export function refuseRows(fault: RowFault): Refusal {
  switch (fault.tag) {
    case 'fields':
      return new Refusal('invalidBody', { detail: `fields: ${fault.reason}` })
    case 'row': {
      const detail = `rows.${fault.row}${fault.column === null ? '' : `.${fault.column}`}: ${fault.reason}`
      const finding = at(fault.origin, fault.column, 'NOT_READ', { row: fault.row, reason: fault.reason })
      return new Refusal('invalidBody', { detail, findings: [finding] })
    }
    case 'duplicate':
      return new Refusal('duplicateRow', {
        detail: `rows.${fault.row}: same key as rows.${fault.first}`,
        findings: [at(fault.origin, 'subject', 'DUPLICATE_ROW', { row: fault.row, first: fault.first })],
      })
    default:
      return never(fault)
  }
}

/** The fault as a finding at the cell of the column, where the client said where that is. */
function at(origin: Origin | null, column: string | null, code: Finding['code'], params: Finding['params']): Finding {
  const cells: Readonly<Record<string, string | undefined>> = origin?.cells ?? {}
  const cell = (column === null ? undefined : cells[column]) ?? ''
  return { code, severity: 'error', sheet: origin?.sheet ?? '', cell, params, ...(column === null ? {} : { field: column }) }
}
