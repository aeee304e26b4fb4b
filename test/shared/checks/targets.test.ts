import { describe, expect, it } from 'vitest'
import { targetMismatch } from '../../../shared/checks/targetMismatch.ts'
import { withCountyTargets } from '../consolidation/countyTargets.ts'
import { record, said, table } from './sheetFacts.ts'

const COUNTIES = ['411202', '411203', '411221', '411224', '411281', '411282']
const tables = [table([5, 6, 7, 8, 9, 10])]
/** Targets of 新改建农村公路 (300公里), by county from row 5. */
const counties = (...targets: readonly number[]) => targets.map((target, i) => record({ target }, { area: COUNTIES[i] ?? '', row: 5 + i }))
const city = (target: number, part = '') => record({ target }, { area: '411200', part })

describe('a stated target next to the registered one', () => {
  it.each<[string, number, readonly string[]]>([
    ['the same', 300, []],
    ['tenfold', 3000, ['warning C5 TARGET_MISMATCH']],
    ['a tenth', 30, ['warning C5 TARGET_MISMATCH']],
    ['less', 299, ['warning C5 TARGET_MISMATCH']],
    ['more than was promised', 320, ['info C5 TARGET_MISMATCH']],
    ['twice', 600, ['warning C5 TARGET_MISMATCH']],
  ])('of the whole city: %s', (_, target, expected) => {
    expect(said(targetMismatch, { tables, records: [city(target)] })).toEqual(expected)
  })

  it.each<[string, readonly number[], readonly string[]]>([
    ['add up to it', [20, 60, 55, 90, 10, 65], []],
    ['add up to more', [20, 60, 55, 90, 10, 120], []],
    [
      'are all tenfold',
      [200, 600, 550, 900, 100, 650],
      ['warning C6 TARGET_MISMATCH', 'warning C7 TARGET_MISMATCH', 'warning C8 TARGET_MISMATCH', 'warning C10 TARGET_MISMATCH'],
    ],
    ['are all twice what they were', [60, 120, 110, 180, 20, 130], ['warning C5 TARGET_MISMATCH']],
    ['are all a tenth', [2, 6, 5.5, 9, 1, 6.5], ['warning C5 TARGET_MISMATCH']],
    ['of some counties add up to little', [2, 6, 5], []],
    ['of one is more than the whole', [20, 600], ['warning C6 TARGET_MISMATCH']],
  ])('of counties: they %s', (_, targets, expected) => {
    expect(said(targetMismatch, { tables, records: counties(...targets) })).toEqual(expected)
  })

  it('says nothing of a batch, of a falling indicator, and of records without a sheet', () => {
    expect(said(targetMismatch, { tables, records: [city(92, '一批')] })).toEqual([])
    expect(said(targetMismatch, { tables, records: [record({ target: 12 }, { subject: '1.a', area: '411200' })] })).toEqual([])
    expect(said(targetMismatch, { records: [city(3000)] })).toEqual([])
  })

  it('knows the target of an area that an indicator is promised for', () => {
    const ofHubin = (target: number) => record({ target }, { subject: '1.b', area: '411202' })
    expect(said(targetMismatch, { tables, records: [ofHubin(6)] })).toEqual([])
    expect(said(targetMismatch, { tables, records: [ofHubin(60)] })).toEqual(['warning C5 TARGET_MISMATCH'])
  })

  it.each<[string, number, readonly string[]]>([
    ['the same', 58, []],
    ['more', 60, ['info C5 TARGET_MISMATCH']],
    ['less', 20, ['warning C5 TARGET_MISMATCH']],
    ['tenfold', 580, ['warning C5 TARGET_MISMATCH']],
  ])('knows a county’s own where the register has it: %s', (_, target, expected) => {
    const register = withCountyTargets({ '7.1.a': { '411202': 58 } })
    const records = [record({ target }, { area: '411202' }), record({ target: 20 }, { area: '411203', row: 6 })]
    expect(said(targetMismatch, { tables, records, register })).toEqual(expected)
  })
})
