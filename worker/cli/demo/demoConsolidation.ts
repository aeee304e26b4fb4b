import { type FoldRow, foldRowOf } from '../../../shared/consolidation/foldRow.ts'
import { judgeCity } from '../../../shared/consolidation/judgeCity.ts'
import { VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { demoRecords2021 } from './demoRecords2021.ts'

/** The document's own opening; it carries no date, and its judgement is its author's. */
export const demoOpening = { asOf: '截至目前', overall: '总体进展顺利' }

/** The consolidation of the document's own figures and texts, as if every unit had sent them once, judged on a day; without a server. */
export function demoConsolidation(period = '2021-05', on = '2021-05-31'): Consolidation {
  const of = { period, asOfSeq: 0, era: 'demo' }
  return judgeCity(register2021, demoRows(), of, {
    today: on,
    softDeadline: on,
    units: [],
    overrides: new Map(),
    before: null,
    atDeadline: null,
  })
}

/** The demo records as a server would store them, version 1, by nobody. */
function demoRows(): readonly FoldRow[] {
  return demoRecords2021.flatMap(({ reporter, records }) =>
    records.map((record) => {
      const { subject, area, part, origin } = record
      const values: { [Field in ValueField]?: string | number | boolean } = {}
      for (const field of VALUE_FIELDS) {
        const value = record.values[field]
        if (value != null) values[field] = value
      }
      const written: Record<string, string> = {}
      for (const [field, text] of Object.entries(record.written)) if (text !== undefined) written[field] = text
      const stored = { version: 1, seq: 0, account: '', by: '', at: '', onBehalf: false, deleted: false, reasons: {} }
      return foldRowOf({ reporter, subject, area, part, values, written, origin, ...stored })
    }),
  )
}
