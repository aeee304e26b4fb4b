import { describe, expect, it, test } from 'vitest'
import { consolidate } from '../../../../shared/consolidation/consolidate.ts'
import type { PeriodDays, UnitDays } from '../../../../shared/consolidation/sendingDays.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { buildReminders } from '../../../../shared/report/letters/buildReminders.ts'
import { remindersText } from '../../../../shared/report/letters/remindersText.ts'
import { row } from '../../consolidation/row.ts'

const records = [row('nongye', '9.5', '411200', { progressText: '已发布。' }), row('canlian', '8.2.a', '411200', { cumulative: 689 })]
const figures = consolidate(register, records, { period: '2021-05', asOfSeq: 3, era: 'e' })
const open: PeriodDays = { state: 'open', softDeadline: '2021-05-30', hardDeadline: '2021-06-05' }
const usual: UnitDays = { deadline: '2021-05-30', openUntil: null, locked: false }
const inputOf = (today: string, own: Partial<UnitDays> = {}, days = open) => ({
  register,
  figures,
  days,
  units: new Map([['canlian', { ...usual, ...own }]]),
  today,
})
const at = (...asked: Parameters<typeof inputOf>) => buildReminders(inputOf(...asked))
const textTo = (reporter: string, ...asked: Parameters<typeof inputOf>) =>
  at(...asked).reminders.find((one) => one.reporter === reporter)?.text
const whyNot = (reporter: string, ...asked: Parameters<typeof inputOf>) =>
  at(...asked).notReminded.find((one) => one.reporter === reporter)?.why

describe('reminders', () => {
  it('go out from three days before the deadline, only to who lacks something', () => {
    expect(at('2021-05-26').reminders).toEqual([])
    const sent = at('2021-05-27').reminders
    expect(sent.some((one) => one.reporter === 'nongye' || one.reporter === 'ducha')).toBe(false)
    expect(textTo('canlian', '2021-05-27')).toBe(
      '市残联：\n2021年5月重点民生实事进展情况，贵单位尚有以下1项未报送，请于2021年5月30日24时前报送：\n（1）“八、提升医疗健康水平”工作任务2的进展情况（文字），写明有需求残疾儿童应救尽救',
    )
  })

  it('name the counties that a department’s rows lack, and say how late it is', () => {
    const text = textTo('jiaotong', '2021-06-02')
    expect(text).toContain('报送截止日期为2021年5月30日，现已逾期3天，请立即补报，最迟于2021年6月5日24时前报送')
    expect(text).toContain('（2）新建农村公路（湖滨区、陕州区、渑池县、卢氏县、义马市、灵宝市）')
  })
})

// C2, C3: what a letter says of the day, and who gets none since nothing could be sent.
test.each([
  ['the day before', '2021-05-29', {}, open, '请于2021年5月30日24时前报送'],
  ['the day itself', '2021-05-30', {}, open, '今日（2021年5月30日）截止，请于今日24时前报送'],
  ['the day after', '2021-05-31', {}, open, '现已逾期1天，请立即补报，最迟于2021年6月5日24时前报送'],
  ['the last day of all', '2021-06-05', {}, open, '现已逾期6天，请立即补报，最迟于今日24时前报送'],
  ['a later day of its own, before it', '2021-06-01', { deadline: '2021-06-03' }, open, '请于2021年6月3日24时前报送'],
  ['a later day of its own, on it', '2021-06-03', { deadline: '2021-06-03' }, open, '今日（2021年6月3日）截止'],
  [
    'late, and let in after the last day',
    '2021-06-07',
    { openUntil: '2021-06-08' },
    open,
    '现已逾期8天，请立即补报，最迟于2021年6月8日24时前报送',
  ],
  ['a last day that nobody knows', '2021-06-07', {}, { ...open, hardDeadline: null }, '现已逾期8天，请立即补报：'],
] satisfies readonly [string, string, Partial<UnitDays>, PeriodDays, string][])('%s', (_, today, own, days, said) => {
  expect(textTo('canlian', today, own, days)).toContain(said)
})

test.each([
  ['a locked period', '2021-05-28', {}, { ...open, state: 'locked' }, 'periodLocked'],
  ['a locked unit', '2021-05-28', { locked: true }, open, 'unitLocked'],
  ['past the last day', '2021-06-06', {}, open, 'lastDayPassed'],
  ['an extension that has passed as well', '2021-06-09', { openUntil: '2021-06-08' }, open, 'lastDayPassed'],
  ['an extension that is shorter than the period', '2021-06-06', { openUntil: '2021-05-31' }, open, 'lastDayPassed'],
  ['a deadline that is far away', '2021-05-26', {}, open, 'notDue'],
  ['a deadline of its own that is far away', '2021-05-30', { deadline: '2021-06-03' }, open, 'notDue'],
] satisfies readonly [string, string, Partial<UnitDays>, PeriodDays, string][])('nobody is reminded of %s', (_, today, own, days, why) => {
  expect(textTo('canlian', today, own, days)).toBeUndefined()
  expect(whyNot('canlian', today, own, days)).toBe(why)
})

test('the list says who is not reminded and why; that nobody is to be is said only where nothing lacks', () => {
  const locked = remindersText(inputOf('2021-05-28', { locked: true }))
  expect(locked).toContain('以下1个单位未报齐，单位数据已锁定，不能报送，不予催办；需要补报的，请先解锁：市残联。')
  expect(locked).not.toContain('市残联：')
  expect(remindersText(inputOf('2021-05-20'))).toMatch(/^以下\d+个单位未报齐，距报送截止还有3天以上，暂不催办：/)
  const nothing = { ...inputOf('2021-05-28'), figures: { period: '2021-05', reporters: [] } }
  expect(remindersText(nothing)).toBe('2021年5月各单位应报事项均有数据，没有需要催办的单位。\n')
})

describe('what a letter says that a unit lacks', () => {
  const nameOf = (subject: string) => register.indicators.find(({ id }) => id === subject)?.name ?? TASKS[subject] ?? subject
  const TASKS: Readonly<Record<string, string>> = { '7.2': '“七、畅通群众出行”工作任务2' }
  const lineOf = (reporter: string, subject: string, sent: Parameters<typeof consolidate>[1]) => {
    const told = consolidate(register, sent, { period: '2021-05', asOfSeq: 3, era: 'e' })
    const { reminders } = buildReminders({ ...inputOf('2021-05-29'), figures: told })
    const text = reminders.find((one) => one.reporter === reporter)?.text ?? ''
    return { text, line: text.split('\n').find((one) => one.includes(`）${nameOf(subject)}`)) }
  }
  const roads = (area: string, values: Parameters<typeof row>[3]) => row('jiaotong', '7.1.a', area, values)

  it('says what came instead of what was asked', () => {
    const some = lineOf('jiaotong', '7.1.a', [roads('411202', { target: 18, remark: '施工中' }), roads('411203', { target: 62 })])
    expect(some.line).toMatch(/新建农村公路（湖滨区：有其他内容，未报数；陕州区、渑池县、卢氏县、义马市、灵宝市）$/)
    expect(some.text).toContain('项未报送或没有报全，')
    const whole = lineOf('jiaotong', '7.1.a', [roads('411200', { cumulative: 146 })])
    expect(whole.line).toContain('：已报全市数，未报分县数）')
    const parts = lineOf('zhujian', '5.a', [row('zhujian', '5.a', '411202', { cumulative: 300 })])
    expect(parts.line).toMatch(/（已报分县数，未报全市数）$/)
    const remark = lineOf('zhujian', '7.2', [row('zhujian', '7.2', '411200', { remark: '见附件' })])
    expect(remark.line).toMatch(/（有其他内容，未报进展）$/)
  })

  it('names no codes, to a county not the county itself, and one text once', () => {
    const told = consolidate(register, [row('hubin', '7.1.a', '411200', { cumulative: 5 })], { period: '2021-05', asOfSeq: 3, era: 'e' })
    // a county's government asked for a figure, as the register of another year may do
    const hubin = {
      ...inputOf('2021-05-29'),
      figures: {
        period: '2021-05',
        reporters: [
          {
            reporter: 'hubin',
            name: '湖滨区人民政府',
            required: 2,
            reported: 0,
            lastAt: null,
            missing: [
              { subject: '3.b', area: '411202', reported: 'nothing' as const },
              { subject: '7.1.a', area: '411202', reported: 'wholeOnly' as const },
            ],
          },
        ],
      },
    }
    const lines = buildReminders(hubin).reminders[0]?.text.split('\n').slice(2)
    expect(lines).toEqual(['（1）新建教师周转宿舍', '（2）新建农村公路（所报的数在全市一行，未报湖滨区数）'])
    const all = buildReminders({ ...inputOf('2021-05-29'), figures: told })
      .reminders.map(({ text }) => text)
      .join('\n')
    expect(all).toMatch(/）湖滨区新增建筑面积300平方米以上规范化社区办公用房$/m)
    expect(all).not.toMatch(/）\d+(?:\.\d+)?(?:\.[a-z])? /)
    for (const { text } of buildReminders({ ...inputOf('2021-05-29'), figures: told }).reminders) {
      const items = text.split('\n').slice(2)
      expect(new Set(items.map((one) => one.replace(/^（\d+）/, ''))).size).toBe(items.length)
      expect(text).toContain(`以下${items.length}项`)
    }
  })

  it('asks nobody for what is there: at another stage, 暂无进展, or told by nodes', () => {
    expect(lineOf('sifa', '9.3.b', [row('sifa', '9.3.b', '411200', { cumulative: 1105, stage: 'accepted' })]).line).toBeUndefined()
    expect(lineOf('zhujian', '7.2.a', [row('zhujian', '7.2', '411200', { progressText: '暂无进展。' })]).line).toBeUndefined()
    expect(lineOf('zhujian', '7.2.a', [row('zhujian', '7.2.a', '411200', { done: true }, { part: '招标' })]).line).toBeUndefined()
  })
})
