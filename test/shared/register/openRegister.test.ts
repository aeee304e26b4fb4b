import { expect, it } from 'vitest'
import { gridFromJson } from '../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import { openRegister } from '../../../shared/register/openRegister.ts'
import type { Register } from '../../../shared/register/register.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { labelledSheet, sheetNames } from '../../sheets/labelledSheet.ts'

/** A register that says all that can be said of a city. */
const full: Register = {
  ...register2021,
  indicators: register2021.indicators.map((one, i) => (i === 0 ? { ...one, countyTargets: { '411221': asScaled(600_000) } } : one)),
  succeeds: [{ subject: '7.1.a', reporter: 'jiaotong', predecessor: 'zhujian', from: '2021-06' }],
  plans: [{ indicator: '7.1.a', points: [] }],
}

it('shows no duties, no county targets and no plans, and all of what was promised', () => {
  const open = openRegister(full)
  expect(open.assignments).toEqual([])
  expect(Object.keys(open)).not.toEqual(expect.arrayContaining(['succeeds']))
  expect(Object.keys(open)).not.toEqual(expect.arrayContaining(['plans']))
  expect(open.indicators.filter((one) => 'countyTargets' in one)).toEqual([])
  expect([open.tasks, open.areas, open.units, open.measures]).toEqual([full.tasks, full.areas, full.units, full.measures])
  expect(open.indicators.map(({ id, target }) => [id, target])).toEqual(full.indicators.map(({ id, target }) => [id, target]))
})

it('has no word of its own that is not among these', () => {
  expect(Object.keys(openRegister(full)).sort()).toEqual(
    [
      'areas',
      'assignments',
      'categories',
      'city',
      'id',
      'indicators',
      'measures',
      'schema',
      'tasks',
      'title',
      'units',
      'version',
      'year',
      'zones',
    ]
      .concat(Object.keys(full).filter((key) => key === 'lights' || key === 'calendar'))
      .sort(),
  )
})

it.each(sheetNames)('%s is read by it as by the whole register, of a person of no unit', (name) => {
  const sheet = labelledSheet<object>(name)
  const { period, year, today } = sheet.context
  const read = gridFromJson(sheet)
  if (!read.ok) throw new Error(`${name}: ${read.fault.tag}`)
  const by = (register: Register) => readSheet(read.value.grid, register, { period, year, today: today ?? `${period}-28`, earlier: [] })
  expect(by(openRegister(register2021))).toEqual(by(register2021))
})
