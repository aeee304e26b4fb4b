import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKS, checkRecords } from '../../../shared/checks/checkRecords.ts'
import { FINDING_SEVERITY } from '../../../shared/finding/finding.ts'
import { NUMBER_FIELDS } from '../../../shared/record/columnFields.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { fact, facts, record, table } from './sheetFacts.ts'

const ROOM = new URL('../../../shared/checks/', import.meta.url)
const SOURCES = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, ROOM), 'utf8'))
const PAGE = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8')

/** Said by the reader of sheets itself, not by a check. */
const BY_READER = ['SUBJECT_AMBIGUOUS']

describe('the catalogue', () => {
  it.each(Object.entries(FINDING_SEVERITY))('has %s in the document, with its severity %s', (code, severity) => {
    const row = PAGE.split('\n').find((line) => line.startsWith(`| ${code} |`))
    expect(row).toContain(severity)
  })

  it.each(Object.keys(FINDING_SEVERITY).filter((code) => !BY_READER.includes(code)))('has a check that says %s', (code) => {
    expect(SOURCES.some((source) => source.includes(`'${code}'`) && source.includes('Check'))).toBe(true)
  })

  it('runs every check once', () => {
    expect(new Set(CHECKS).size).toBe(CHECKS.length)
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

  it('never throws on any record, and names a cell and a known code each time', () => {
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
        const found = checkRecords(
          facts({ records: made(now), context: { year: 2021, earlier: made(before) }, tables: [table([4, 5, 6, 7])] }),
        )
        for (const finding of found) {
          expect(FINDING_SEVERITY).toHaveProperty(finding.code)
          expect(finding.cell).toMatch(/^[A-Z]+\d+$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
