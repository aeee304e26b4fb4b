import { type FoldRow, foldRowOf } from '../../../shared/consolidation/foldRow.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'

/** A stored row about a subject and an area, as the city's figures look at it; figures in the base measure, not scaled. */
export function row(
  reporter: string,
  subject: string,
  area: string,
  values: { readonly [field: string]: string | number | boolean },
  rest: Partial<ServerRecord> = {},
): FoldRow {
  const scaled = Object.entries(values).map(([field, value]) => [field, typeof value === 'number' ? Math.round(value * 10_000) : value])
  return foldRowOf({
    reporter,
    subject,
    area,
    part: '',
    version: 1,
    seq: 1,
    account: 'jia',
    by: '甲',
    onBehalf: false,
    at: '2021-05-26T08:00:00.000Z',
    deleted: false,
    values: Object.fromEntries(scaled),
    written: {},
    origin: null,
    reasons: {},
    ...rest,
  })
}

export const COUNTIES = ['411202', '411203', '411221', '411224', '411281', '411282'] as const
