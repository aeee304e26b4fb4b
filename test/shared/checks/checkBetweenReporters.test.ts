import { describe, expect, it } from 'vitest'
import { checkBetweenReporters } from '../../../shared/checks/checkBetweenReporters.ts'
import { register2021 } from '../../../shared/register/register2021.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import { scaled } from './sheetFacts.ts'

const ofRecord = register2021.assignments.find((one) => one.subject === '7.1.a' && one.ofRecord)?.reporter ?? ''
const county = register2021.units.find((unit) => unit.area === '411202')?.id ?? ''

const reported = (reporter: string, subject: string, area: string, cumulative: number, deleted = false): ServerRecord => ({
  reporter,
  subject,
  area,
  part: '',
  version: 1,
  seq: 1,
  by: 'a',
  at: '2021-05-26T00:00:00Z',
  deleted,
  values: { cumulative: scaled(cumulative) },
  written: {},
  origin: { sheet: 'S', row: 5, cells: { cumulative: 'E5' } },
  reasons: {},
})

describe('checkBetweenReporters', () => {
  it.each([
    [12.5, 13, ['warning E5 DUPLICATE_ROW']],
    [12.5, 12.5, []],
  ])('compares the department’s %d with the county’s own %d', (department, own, findings) => {
    const records = [reported(ofRecord, '7.1.a', '411202', department), reported(county, '7.1.a', '411202', own)]
    expect(checkBetweenReporters(register2021, records).map((one) => `${one.severity} ${one.cell} ${one.code}`)).toEqual(findings)
  })

  it('leaves withdrawn rows out', () => {
    const records = [reported(ofRecord, '7.1.a', '411202', 12.5), reported(county, '7.1.a', '411202', 13, true)]
    expect(checkBetweenReporters(register2021, records)).toEqual([])
  })

  it.each([
    [6, 6005, ['warning SUM_MISMATCH 6000 6005']],
    [6, 6000, []],
    [5, 5000, []],
  ])('compares a figure of the whole city with %i counties that add up to %d', (reporting, sum, findings) => {
    const governments = register2021.units.filter((unit) => unit.kind === 'county_government').slice(0, reporting)
    const city = register2021.assignments.find((one) => one.subject === '8.1.a' && one.ofRecord)?.reporter ?? ''
    const records = [
      reported(city, '8.1.a', '411200', 6000),
      ...governments.map((unit, i) => reported(unit.id, '8.1.a', unit.area ?? '', i === 0 ? sum - 1000 * (reporting - 1) : 1000)),
    ]
    const found = checkBetweenReporters(register2021, records)
    expect(found.map((one) => `${one.severity} ${one.code} ${one.params.stated} ${one.params.sum}`)).toEqual(findings)
  })
})
