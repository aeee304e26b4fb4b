import fc from 'fast-check'
import { expect, it } from 'vitest'
import { affectedField, findingsByRecord } from '../../../shared/finding/affectedField.ts'
import { effectOf } from '../../../shared/finding/effects.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import { figureVerdicts } from '../../../shared/pipeline/figureVerdicts.ts'
import { type FigureRecord, recordKeyText } from '../../../shared/record/figureRecord.ts'
import { indicatorById } from '../../../shared/register/registerIndex.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'

const cell = fc.constantFrom('D7', 'E7', 'F7', 'E8', 'F8', 'A7', 'H9')
const area = fc.constantFrom('411202', '411203')
const field = fc.constantFrom('cumulative', 'target', 'statedPercent', 'periodValue', 'percent', 'area', 'indicator', 'start_rate')

const record = fc
  .record({
    subject: fc.constantFrom('7.1.a', '7.1'),
    area,
    cells: fc.record({ target: cell, cumulative: cell, statedPercent: cell, periodValue: cell }, { requiredKeys: [] }),
  })
  .map(({ cells, ...key }): FigureRecord => ({ ...key, part: '', values: {}, written: {}, origin: { sheet: '5月', row: 7, cells } }))

const finding = fc
  .record(
    {
      code: fc.constantFrom('CELL_ERROR', 'UNIT_INCONSISTENT', 'PCT_UNVERIFIABLE', 'AREA_ALIAS', 'PCT_MISMATCH'),
      severity: fc.constantFrom('error', 'warning', 'info'),
      cell,
      field,
      record: area.map((code) => `7.1.a|${code}|`),
      records: fc.constant(['7.1.a|411202|', '7.1.a|411203|', '7.1|411202|']),
      cells: fc.array(cell, { minLength: 1, maxLength: 2 }),
      params: fc.oneof(
        fc.constant({}),
        fc.array(cell, { maxLength: 2 }).map((cells) => ({ cells })),
      ),
    },
    { requiredKeys: ['code', 'severity', 'cell', 'params'] },
  )
  .map((one): Finding => ({ sheet: '5月', ...one }))

/** As it is defined: every finding of the record by itself, an error before all others; what is wrong with a target is the target's alone. */
function verdictOneByOne(findings: readonly Finding[], of: FigureRecord): string | undefined {
  const fields = of.subject === '7.1' ? ['progressText'] : ['cumulative', 'periodValue']
  const verdicts = findingsByRecord(findings)(of, recordKeyText(of)).flatMap((one) => {
    const affected = affectedField(one, of)
    if (affected === undefined || !fields.includes(affected)) return []
    const effect = effectOf(one)
    if (effect === 'asksConfirmation') return ['confirm']
    return effect === 'withholdsField' || effect === 'asksReason' ? [one.severity === 'error' ? 'reject_value' : 'confirm'] : []
  })
  return verdicts.includes('reject_value') ? 'reject_value' : verdicts[0]
}

it('what findings make of a figure is what each of them makes of it by itself', () => {
  const seen = new Set<string | undefined>()
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 8 }), fc.array(record, { minLength: 1, maxLength: 4 }), (findings, records) => {
      const verdictOf = figureVerdicts(findings)
      for (const one of records) {
        const verdict = verdictOf({ record: one, key: recordKeyText(one), indicator: indicatorById(register2021, one.subject) })
        expect(verdict).toBe(verdictOneByOne(findings, one))
        seen.add(verdict)
      }
    }),
    { numRuns: 3000 },
  )
  expect(seen).toEqual(new Set([undefined, 'confirm', 'reject_value']))
})
