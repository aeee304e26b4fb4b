import { describe, expect, it } from 'vitest'
import { areaName, cityOf, indicatorById, registerIndex, taskById, unitById, unitName } from '../../../shared/register/registerIndex.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'

describe('registerIndex', () => {
  it('is made once for a register', () => {
    const first = registerIndex(register2021)
    registerIndex({ ...register2021 })
    expect(registerIndex(register2021)).toBe(first)
  })

  it('finds entries by id and code', () => {
    expect(indicatorById(register2021, '7.1.a')?.taskId).toBe('7.1')
    expect(taskById(register2021, '7.1')?.categoryNo).toBe(7)
    expect(unitById(register2021, 'ducha')?.kind).toBe('supervision_office')
    expect(cityOf(register2021)?.level).toBe('prefecture')
  })

  it('names what it does not know by its id', () => {
    expect([unitName(register2021, 'jiaotong'), unitName(register2021, 'nobody')]).toEqual(['市交通运输局', 'nobody'])
    expect([areaName(register2021, '411202'), areaName(register2021, '000000')]).toEqual(['湖滨区', '000000'])
  })

  it('takes the first of two entries with one id', () => {
    const [first] = register2021.units
    if (!first) throw new Error('no unit')
    const twice = { ...register2021, units: [...register2021.units, { ...first, name: 'another' }] }
    expect(unitName(twice, first.id)).toBe(first.name)
  })
})
