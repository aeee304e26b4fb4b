import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import { checkRegister } from '../../../shared/register/checkRegister.ts'
import { parseRegister } from '../../../shared/register/parseRegister.ts'
import type { Register } from '../../../shared/register/register.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'

const small = {
  id: 'luohe-2022',
  year: 2022,
  city: '411100',
  areas: [
    { code: '411100', name: '漯河市' },
    { code: '411102', name: '源汇区' },
    { code: '411121', name: '舞阳县' },
  ],
  units: [{ name: '市水利局' }, { id: 'wuyang', name: '舞阳县人民政府', area: '411121' }],
  tasks: [{ id: '1', text: '新建供水管网12.5公里。', leadUnits: ['市水利局'], counties: 'all' }],
  indicators: [{ id: '1.a', name: '新建供水管网', measure: '公里', target: '12.5' }],
}

describe('parseRegister', () => {
  it('fills in what a register with only tasks, indicators, areas and units leaves out', () => {
    const parsed = parseRegister(small)
    expect(parsed.ok && parsed.value).toMatchObject({
      schema: 1,
      version: 1,
      title: '2022年重点民生实事',
      units: [
        { id: 'u1', kind: 'municipal_department' },
        { id: 'wuyang', kind: 'county_government' },
      ],
      categories: [{ no: 1, title: '1' }],
      tasks: [{ taskNo: null, categoryNo: 1, countyScope: { kind: 'all', areas: ['411102', '411121'] } }],
      indicators: [{ taskId: '1', kind: 'count', target: { value: 125_000, op: '>=', opExplicit: false }, rollup: 'sum', area: '411100' }],
      assignments: [
        { subject: '1', reporter: 'u1', areas: ['411100'], ofRecord: true, required: true },
        { subject: '1.a', reporter: 'u1', areas: ['411100'], ofRecord: true, required: true },
        { subject: '1', reporter: 'wuyang', areas: ['411121'], ofRecord: false, required: true },
        { subject: '1.a', reporter: 'wuyang', areas: ['411121'], ofRecord: false, required: true },
      ],
    })
  })

  it('reads the example of docs/register.md', () => {
    const example = /```json\n([\s\S]*?)```/.exec(readFileSync(new URL('../../../docs/register.md', import.meta.url), 'utf8'))?.[1]
    const parsed = parseRegister(JSON.parse(example ?? ''))
    expect(parsed.ok && parsed.value.indicators.length).toBe(3)
  })

  it.each([
    ['a misspelt key', { ...small, indicator: [] }, ''],
    ['a target in words', { ...small, indicators: [{ ...small.indicators[0], target: '十二公里' }] }, 'indicators.0.target'],
    ['a target as a number', { ...small, indicators: [{ ...small.indicators[0], target: 12.5 }] }, 'indicators.0.target'],
    ['an area that is no code', { ...small, city: '漯河' }, 'city'],
    ['a date that is none', { ...small, indicators: [{ ...small.indicators[0], deadline: '2022-02-30' }] }, 'indicators.0.deadline'],
    ['a control character in a name', { ...small, title: 'a\u0001b' }, 'title'],
    ['no object at all', null, ''],
  ])('refuses %s and says where', (_, json, path) => {
    const parsed = parseRegister(json)
    expect(!parsed.ok && parsed.fault.tag === 'malformed' && parsed.fault.issues.map((issue) => issue.path)).toContain(path)
  })

  it('reads a complete register as the server gives it, thresholds and plans included', () => {
    const point = { date: '2021-06-30', percent: asScaled(500_000) }
    const lights = { yellowFrom: asScaled(50_000), redAbove: asScaled(200_000), dueWithinDays: 5 }
    const full: Register = { ...register2021, version: 3, lights, plans: [{ indicator: '7.1.a', points: [point] }] }
    for (const register of [register2021, full]) {
      expect(parseRegister(JSON.parse(JSON.stringify(register)))).toEqual({ ok: true, value: register })
    }
    const broken = { ...full, units: full.units.map((unit) => ({ ...unit, name: 7 })) }
    expect(parseRegister(JSON.parse(JSON.stringify(broken)))).toMatchObject({ ok: false, fault: { tag: 'malformed' } })
  })

  it('reads targets of counties, in the form and as the server gives them', () => {
    const withTargets = { ...small, indicators: [{ ...small.indicators[0], countyTargets: { '411121': '1.2万' } }] }
    const parsed = parseRegister(withTargets)
    if (!parsed.ok) throw new Error('unread')
    expect(parsed.value.indicators[0]?.countyTargets).toEqual({ '411121': 120_000_000 })
    expect(parseRegister(JSON.parse(JSON.stringify(parsed.value)))).toEqual(parsed)
    expect(parseRegister({ ...small, indicators: [{ ...small.indicators[0], countyTargets: { '411121': '许多' } }] })).toMatchObject({
      ok: false,
      fault: { tag: 'malformed', issues: [{ path: 'indicators.0.countyTargets.411121' }] },
    })
    // of 源汇区 nobody reports the indicator
    expect(parseRegister({ ...small, indicators: [{ ...small.indicators[0], countyTargets: { '411102': '5' } }] })).toMatchObject({
      ok: false,
      fault: { tag: 'flawed', flaws: [{ code: 'countyNotAssigned', at: 'indicator 1.a', value: '源汇区' }] },
    })
  })

  it('names what does not fit together', () => {
    const parsed = parseRegister({ ...small, tasks: [{ ...small.tasks[0], leadUnits: ['市气象局'] }] })
    expect(!parsed.ok && parsed.fault).toMatchObject({ tag: 'flawed' })
    expect(!parsed.ok && parsed.fault.tag === 'flawed' && parsed.fault.flaws.map((flaw) => flaw.code)).toContain('unknownUnit')
  })
})

describe('checkRegister', () => {
  const broken = (change: (register: Writable<Register>) => void) => {
    const register = structuredClone<unknown>(register2021) as Writable<Register>
    change(register)
    return checkRegister(register as Register).map((flaw) => flaw.code)
  }
  const first = <T>(list: T[]): T => {
    if (list[0] === undefined) throw new Error('empty')
    return list[0]
  }

  it.each<[string, string, (register: Writable<Register>) => void]>([
    ['an id used twice', 'duplicateId', (r) => r.indicators.push({ ...first(r.indicators) })],
    ['a unit id used twice', 'duplicateId', (r) => (first(r.units).id = 'jiaotong')],
    ['two units of one name', 'duplicateName', (r) => first(r.units).aliases.push('市交通局')],
    ['a task without its category', 'unknownCategory', (r) => (first(r.tasks).categoryNo = 99)],
    ['a lead unit nobody knows', 'unknownUnit', (r) => first(r.tasks).leadUnits.push('qixiang')],
    ['an indicator of no task', 'unknownTask', (r) => (first(r.indicators).taskId = '99')],
    ['an area that is no code of the register', 'unknownArea', (r) => (first(r.indicators).area = '市区')],
    ['a measure nobody knows', 'unknownMeasure', (r) => (first(r.indicators).measure = '万场')],
    ['a target without a measure', 'targetWithoutMeasure', (r) => (first(r.indicators).measure = null)],
    ['a target of an area that is no code', 'unknownArea', (r) => (first(r.indicators).countyTargets = { '419999': asScaled(1) })],
    [
      'a target of the city among the counties’',
      'countyNotAssigned',
      (r) => (first(r.indicators).countyTargets = { '411200': asScaled(1) }),
    ],
    ['a target below zero of a county', 'targetNegative', (r) => (first(r.indicators).countyTargets = { '411202': asScaled(-1) })],
    ['a deadline before the year', 'deadlineOutsideYear', (r) => (first(r.indicators).deadline.date = '2020-12-31')],
    ['a subject that nobody reports', 'reporterMissing', (r) => r.assignments.splice(0, 1)],
    ['an assignment of nothing', 'unknownSubject', (r) => (first(r.assignments).subject = '99')],
    [
      'two reporters of record for one area',
      'reporterTwice',
      (r) => r.assignments.push({ subject: '7.1.a', reporter: 'zhujian', areas: ['411202'], ofRecord: true, required: true }),
    ],
    [
      'a city row of record beside county rows',
      'levelsMixed',
      (r) => r.assignments.push({ subject: '7.1.a', reporter: 'jiaotong', areas: ['411200'], ofRecord: true, required: true }),
    ],
    [
      'one reporter assigned twice',
      'assignedTwice',
      (r) => r.assignments.push({ subject: '7.1.a', reporter: 'lushi', areas: ['411224'], ofRecord: false, required: false }),
    ],
    [
      'a county government reporting for another county',
      'countyOutsideScope',
      (r) => r.assignments.push({ subject: '1.a', reporter: 'lushi', areas: ['411202'], ofRecord: false, required: false }),
    ],
    ['a city that is no area', 'cityMissing', (r) => (r.city = '411000')],
  ])('finds %s', (_, code, change) => expect(broken(change)).toContain(code))
})

/** Scaled figures keep their brand; optional fields stay as they are. */
type Writable<T> = T extends number ? T : T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T
