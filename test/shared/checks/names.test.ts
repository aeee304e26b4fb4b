import { describe, expect, it } from 'vitest'
import { areaAlias } from '../../../shared/checks/areaAlias.ts'
import { areaNotInRegister } from '../../../shared/checks/areaNotInRegister.ts'
import { personPhoneCombined } from '../../../shared/checks/personPhoneCombined.ts'
import { reporterNotLead } from '../../../shared/checks/reporterNotLead.ts'
import { unitAlias } from '../../../shared/checks/unitAlias.ts'
import { unitLevelAmbiguous } from '../../../shared/checks/unitLevelAmbiguous.ts'
import { findUnit } from '../../../shared/register/findUnit.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { column, fact, facts, record, said, table } from './sheetFacts.ts'

const unit = (name: string, more: { byAlias?: boolean; countyBureau?: boolean } = {}) => {
  const id = findUnit(register2021, name)?.unit.id
  return { name, byAlias: false, countyBureau: false, ...(id !== undefined && { id }), ...more }
}

describe('the checks of areas', () => {
  it.each([
    ['陕县', '411203', true, false, ['info A5 AREA_ALIAS']],
    ['湖滨区', '411202', false, false, []],
    ['经开区', undefined, true, true, ['warning A5 AREA_NOT_IN_REGISTER']],
    ['某某县', undefined, false, false, ['warning A5 AREA_NOT_IN_REGISTER']],
  ])('answer %s (%s, by alias %s, zone %s) with %s', (name, code, byAlias, zone, findings) => {
    const area = { name, byAlias, zone, ...(code !== undefined && { code }) }
    const cells = [fact('A5', 'area', name, { area })]
    expect([areaAlias, areaNotInRegister].flatMap((check) => said(check, { cells }))).toEqual(findings)
  })
})

describe('areaNotInRegister', () => {
  it('tells the figures of a row that is not stored as they are written', () => {
    const area = { name: '示范区', byAlias: false, zone: true }
    const cells = [
      fact('A5', 'area', '示范区', { area }),
      fact('C5', 'target', '1,200'),
      fact('E5', 'cumulative', 25),
      fact('C6', 'target', 7),
    ]
    const [finding] = areaNotInRegister(facts({ cells }))
    expect(finding?.params).toEqual({ written: '示范区', zone: true, target: '1,200', cumulative: '25' })
  })

  it('has nothing to tell of a row of marks', () => {
    const area = { name: '经开区', byAlias: false, zone: true }
    const [finding] = areaNotInRegister(facts({ cells: [fact('A5', 'area', '经开区', { area }), fact('C5', 'target', '/')] }))
    expect(finding?.params).toEqual({ written: '经开区', zone: true })
  })
})

describe('areaAlias in headings', () => {
  it('says another name of a county once, at the heading over its columns', () => {
    const columns = [
      column('C', 'target', { area: '411203', header: '陕县/目标' }),
      column('D', 'cumulative', { area: '411203', header: '陕县/完成' }),
      column('E', 'target', { area: '411202', header: '湖滨区/目标' }),
      column('F', 'cumulative', { area: '411200', header: '全市/完成', derived: true }),
    ]
    const given = { tables: [table([5], { columns, headerRows: [3, 4] })], cells: [fact('C5', 'target', 12)] }
    expect(said(areaAlias, given)).toEqual(['info C3 AREA_ALIAS'])
  })
})

describe('the checks of reporting units', () => {
  it('name the unit that an alias means, one finding a cell', () => {
    const units = [unit('市城管局'), unit('市住建局', { byAlias: true })]
    expect(said(unitAlias, { cells: [fact('S6', 'lead_unit', '市城管局、市住建局', { units })] })).toEqual(['info S6 UNIT_ALIAS'])
    expect(said(unitAlias, { cells: [fact('S6', 'lead_unit', '市城管局', { units: [unit('市城管局')] })] })).toEqual([])
  })

  it('name the reporting unit of the line above a table', () => {
    const at = (reportingUnit: string) => [table([5], { meta: { reportingUnit, reportingUnitCell: 'A2' } })]
    const cells = [fact('C5', 'target', 12)]
    expect(said(unitAlias, { tables: at('市住建局'), cells })).toEqual(['info A2 UNIT_ALIAS'])
    expect(said(unitAlias, { tables: at('市交通运输局'), cells })).toEqual([])
  })

  it.each([
    ['市教育局', true, ['info F5 UNIT_LEVEL_AMBIGUOUS']],
    ['县教育局', true, []],
    ['市教育局', false, []],
  ])('leave open whose bureau %s is where a county city reports (%s)', (name, countyBureau, findings) => {
    expect(said(unitLevelAmbiguous, { cells: [fact('F5', 'resp_unit', name, { units: [unit(name, { countyBureau })] })] })).toEqual(
      findings,
    )
  })

  it.each([
    ['市文化广电旅游局', ['市委宣传部', '市文联'], ['info E4 REPORTER_NOT_LEAD']],
    ['市文化广电旅游局', ['市委宣传部', '市文化广电旅游局'], []],
    ['灵宝市政府', ['市委宣传部'], []],
    ['没有这个单位', ['市委宣传部'], []],
  ])('know that %s does not lead beside %s', (reporter, names, findings) => {
    const cells = [fact('E4', 'lead_unit', names.join('、'), { units: names.map((name) => unit(name)) })]
    expect(said(reporterNotLead, { cells, context: { year: 2021, reporter } })).toEqual(findings)
  })

  it('take the reporter from the sheet where nobody is signed in', () => {
    const given = {
      tables: [table([4], { meta: { reportingUnit: '市交通运输局' } })],
      cells: [fact('E4', 'lead_unit', '市教育局', { units: [unit('市教育局')] })],
      context: { year: 2021 },
    }
    expect(said(reporterNotLead, given)).toEqual(['info E4 REPORTER_NOT_LEAD'])
  })
})

describe('reporterNotLead without a column of lead units', () => {
  it.each([
    ['市教育局', ['info B5 REPORTER_NOT_LEAD']],
    ['市交通运输局', []],
    ['市政府督查室', []],
  ])('knows from the register whether %s leads a row of 7.1', (reporter, findings) => {
    const given = { tables: [table([5])], records: [record({ cumulative: 1 }), record({ target: 2 })], context: { year: 2021, reporter } }
    expect(said(reporterNotLead, given)).toEqual(findings)
  })
})

describe('personPhoneCombined', () => {
  it.each([
    ['张×× 0398-0000001', ['info H5 PERSON_PHONE_COMBINED']],
    ['张××\n０３９８０００００１１', ['info H5 PERSON_PHONE_COMBINED']],
    ['张××', []],
    ['0398-0000001', []],
    [null, []],
  ])('answers %j with %s', (value, findings) => {
    expect(said(personPhoneCombined, { cells: [fact('H5', 'resp_person_phone', value)] })).toEqual(findings)
  })
})
