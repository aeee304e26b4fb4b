import { describe, expect, it } from 'vitest'
import { decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import { checkRegister } from '../../../../shared/register/checkRegister.ts'
import { findArea, isOfficialName } from '../../../../shared/register/findArea.ts'
import { findUnit } from '../../../../shared/register/findUnit.ts'
import { measureOf, sameMeasure } from '../../../../shared/register/measureOf.ts'
import { parseRegister } from '../../../../shared/register/parseRegister.ts'
import { unitById } from '../../../../shared/register/registerIndex.ts'
import { register2021 as register, registerForm2021 } from '../../../../shared/register/year2021/register2021.ts'
import { demoRecords2021 } from '../../../../worker/cli/demo/demoRecords2021.ts'

const indicator = (id: string) => {
  const found = register.indicators.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const ofRecord = (subject: string) => register.assignments.filter((one) => one.ofRecord && one.subject === subject)

describe('the register of 2021', () => {
  it('holds 10 categories, 23 tasks and 53 indicators of four kinds', () => {
    expect([register.categories.length, register.tasks.length, register.indicators.length]).toEqual([10, 23, 53])
    const kinds = register.indicators.map((one) => one.kind)
    expect(['count', 'percent', 'milestone', 'narrative'].map((kind) => kinds.filter((one) => one === kind).length)).toEqual([27, 7, 12, 7])
    expect(register.indicators.filter((one) => one.target && one.kind !== 'milestone')).toHaveLength(30)
  })

  it('is without a flaw', () => expect(checkRegister(register)).toEqual([]))

  it.each([
    ['4.a', '29000', '户', '>=', true],
    ['8.1.b', '44000', '人', '>=', false],
    ['8.3.a', '40000', '人', '>=', false],
    ['3.a', '60', '名', '>=', false],
    ['10.b', '220', '千米', '>=', false],
    ['9.1.c', '3', '%', '>=', true],
    ['1.a', '0', '个', '==', true],
  ])('%s promises %s %s', (id, target, measure, op, explicit) => {
    const { target: own, measure: word } = indicator(id)
    expect(own && [decimalFromScaled(own.value), word, own.op, own.opExplicit]).toEqual([target, measure, op, explicit])
  })

  it.each([
    ['7.1.a', 'jiaotong', 6],
    ['4.a', 'baicheng', 6],
    ['4.b', 'gongan', 6],
    ['4.d', 'gongan', 1],
    ['8.1.a', 'fulian', 1],
    ['8.1.c', 'weijian', 1],
    ['2.1.a', 'xuanchuanbu', 1],
    ['2.2.a', 'wenlv', 1],
    ['2.4', 'xuanchuanbu', 1],
    ['5.a', 'zhujian', 1],
    ['10', 'gongdian', 1],
  ])('%s is reported by %s for %i areas', (subject, reporter, areas) => {
    const record = ofRecord(subject)
    expect([...new Set(record.map((one) => one.reporter))]).toEqual([reporter])
    expect(record.flatMap((one) => one.areas)).toHaveLength(areas)
  })

  it('asks the county governments for rows in exactly the ten tasks that name them all', () => {
    const asked = register.assignments.filter((one) => one.reporter === 'lingbao' && one.required).map((one) => one.subject)
    const tasks = asked.filter((subject) => register.tasks.some((task) => task.id === subject))
    expect(tasks).toEqual(['3', '4', '5', '6.2', '7.1', '8.1', '8.2', '9.1', '9.3', '10'])
    expect(register.assignments.filter((one) => one.reporter === 'lingbao' && one.ofRecord)).toEqual([])
  })

  it('puts the county rows of 3.b where the dormitories are built', () => {
    const required = ofRecord('3.b').filter((one) => one.required)
    expect(required.flatMap((one) => one.areas)).toEqual(['411221', '411224', '411282'])
  })

  it('is what its own JSON form says', () => {
    const parsed = parseRegister(JSON.parse(JSON.stringify(registerForm2021)))
    expect(parsed).toEqual({ ok: true, value: register })
  })
})

describe('look-ups', () => {
  it.each([
    ['市交通运输局', 'jiaotong', false],
    ['三门峡市交通运输局', 'jiaotong', false],
    ['市住建局', 'zhujian', true],
    ['市"百城提质"领导小组办公室', 'baicheng', false],
    ['市 百城提质办', 'baicheng', true],
    ['国网三门峡供电公司', 'gongdian', true],
    ['市残疾人联合会', 'canlian', false],
    ['三门峡市卫生健康委员会', 'weijian', false],
    ['市交通局', 'jiaotong', true],
    ['灵宝市人民政府', 'lingbao', false],
    ['陕县', 'shanzhou', true],
  ])('the unit %s is %s', (name, id, byAlias) => {
    expect(findUnit(register, name)).toMatchObject({ unit: { id }, byAlias })
  })

  it.each(['', '市气象局', '局'])('no unit answers to %j', (name) => expect(findUnit(register, name)).toBeUndefined())

  it.each([
    ['湖 滨　区', '411202', false],
    ['湖滨', '411202', true],
    ['陕县', '411203', true],
    ['全市', '411200', true],
    ['411282', '411282', false],
    ['三门峡市卢氏县', '411224', false],
  ])('the area %s is %s', (name, code, byAlias) => {
    expect(findArea(register, name)).toMatchObject({ kind: 'area', area: { code }, byAlias })
  })

  it.each([
    ['湖滨区', true],
    ['三门峡市湖滨区', true],
    ['411202', true],
    ['湖滨区人民政府', true],
    ['湖滨区司法局', true],
    ['湖滨区政府', false],
    ['湖滨', false],
    ['湖 滨 区', false],
    ['湖滨分局', false],
  ])('%s is an official name: %s', (name, official) => {
    const area = register.areas.find(({ code }) => code === '411202')
    expect(area && isOfficialName(register, name, area)).toBe(official)
  })

  it('knows functional zones by name, without a code', () => {
    expect(findArea(register, '经开区')).toEqual({ kind: 'zone', name: '经济开发区' })
    expect(findArea(register, '市区')).toBeUndefined()
  })

  it('reads synonyms of a measure, 例 as 人 in screenings only', () => {
    expect(measureOf(register, '千米')?.name).toBe('公里')
    expect(measureOf(register, 'KM')?.name).toBe('公里')
    expect(sameMeasure(register, '座', '处')).toBe(true)
    expect(sameMeasure(register, '场', '个')).toBe(false)
    expect(sameMeasure(register, '例', '人')).toBe(false)
    expect(sameMeasure(register, '例', '人', '8.1.a')).toBe(true)
    expect(sameMeasure(register, '行政村', '场')).toBe(false)
    expect(measureOf(register, '行政村')).toBeUndefined()
  })

  it('finds a unit by id', () => expect(unitById(register, 'ducha')?.kind).toBe('supervision_office'))
})

describe('the demo records', () => {
  const all = demoRecords2021.flatMap(({ reporter, records }) => records.map((record) => ({ reporter, ...record })))

  it('hold a text for every task and 19 figures, by reporters of record', () => {
    expect(all.filter((one) => one.values.progressText)).toHaveLength(23)
    expect(all.filter((one) => one.values.cumulative != null)).toHaveLength(19)
    for (const { reporter, subject } of all) expect(ofRecord(subject).map((one) => one.reporter)).toContain(reporter)
  })

  it('say each figure in the text of its task', () => {
    for (const figure of all.filter((one) => one.values.cumulative != null)) {
      const text = all.find((one) => one.origin.row === figure.origin.row && one.values.progressText)?.values.progressText
      expect(text).toContain(figure.written.cumulative)
    }
  })
})
