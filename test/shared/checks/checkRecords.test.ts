import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../shared/base/keysOf.ts'
import { CHECKS, checkRecords } from '../../../shared/checks/checkRecords.ts'
import { FINDING_SEVERITY } from '../../../shared/finding/finding.ts'
import { NUMBER_FIELDS } from '../../../shared/record/columnFields.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { fact, facts, record, table } from './sheetFacts.ts'

/** Said by the reader of sheets itself, not by a check. */
const BY_READER = ['FIGURE_TWICE', 'FIGURES_OUTSIDE', 'SUBJECT_AMBIGUOUS']

describe('the catalogue', () => {
  it('has a check for every code', () => {
    const raised = new Set(CHECKS.flatMap(({ raises }) => raises))
    expect(keysOf(FINDING_SEVERITY).filter((code) => !raised.has(code))).toEqual(BY_READER)
  })

  it('runs every check once', () => {
    expect(new Set(CHECKS.map(({ check }) => check)).size).toBe(CHECKS.length)
  })
})

describe('checkRecords', () => {
  it('says of records alone, as in the worker, what it says of them in the pane', () => {
    const records = [
      record({ target: 300, cumulative: 146, statedPercent: 52, previous: 150 }, { written: { statedPercent: '52%' } }),
      record({ target: 20 }, { row: 6, area: '411203', blank: ['cumulative'] }),
    ]
    const cells = [fact('F5', 'percent', '52%'), fact('E5', 'cumulative', 146, { record: recordKeyText(record({})) })]
    const codes = (given: Parameters<typeof facts>[0]) => checkRecords(facts(given)).map((finding) => `${finding.cell} ${finding.code}`)
    expect(codes({ records })).toEqual(['E5 DECREASED_CUMULATIVE', 'F5 PCT_MISMATCH', 'E6 NOT_REPORTED'])
    expect(codes({ records, cells, tables: [table([5, 6])] })).toEqual(codes({ records }))
  })

  it('says nothing of nothing', () => {
    expect(checkRecords(facts({}))).toEqual([])
  })

  it('never throws on any record, and names a cell and a code that its row declares each time', () => {
    const figure = fc.integer({ min: -9e11 + 1, max: 9e11 - 1 })
    const day = fc.constantFrom('2021-05-26', '2020-02-29', '2021-12-31')
    const words = fc.constantFrom('已完成130场，占43%', '预计5月底招标', '', '\ud800', '约3个')
    const any = fc.record(
      {
        ...Object.fromEntries(NUMBER_FIELDS.map((field) => [field, fc.option(figure)])),
        planned: fc.option(day),
        actual: fc.option(day),
        asOf: fc.option(day),
        done: fc.option(fc.boolean()),
        progressText: fc.option(words),
        remark: fc.option(words),
      },
      { requiredKeys: [] },
    )
    const subjects = fc.constantFrom(...register2021.indicators.map(({ id }) => id), ...register2021.tasks.map(({ id }) => id), '99.z')
    const areas = fc.constantFrom('411200', '411202', '999999')
    const rows = fc.array(fc.tuple(any, subjects, areas, fc.integer({ min: 4, max: 9 })), { maxLength: 8 })
    fc.assert(
      fc.property(rows, rows, (now, before) => {
        const made = (list: typeof now) => list.map(([values, subject, area, row]) => record(values, { subject, area, row }))
        const given = { records: made(now), context: { year: 2021, earlier: made(before) } }
        const sheet = facts({ ...given, tables: [table([4, 5, 6, 7])] })
        const recordsAlone = facts(given)
        for (const { check, raises, sees } of CHECKS) {
          const found = check(sheet)
          for (const finding of found) {
            expect(raises, check.name).toContain(finding.code)
            expect(finding.cell).toMatch(/^[A-Z]+\d+$/)
          }
          if (sees === 'sheet') expect(check(recordsAlone), check.name).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })
})
