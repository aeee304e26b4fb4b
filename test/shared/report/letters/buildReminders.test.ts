import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../../shared/consolidation/consolidate.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { buildReminders } from '../../../../shared/report/letters/buildReminders.ts'
import { row } from '../../consolidation/row.ts'

describe('reminders', () => {
  const records = [row('nongye', '9.5', '411200', { progressText: '已发布。' }), row('canlian', '8.2.a', '411200', { cumulative: 689 })]
  const at = (today: string) =>
    buildReminders(register, consolidate(register, records, { period: '2021-05', asOfSeq: 3, era: 'e' }), '2021-05-30', today)

  it('go out from three days before the deadline, only to who lacks something', () => {
    expect(at('2021-05-26')).toEqual([])
    const sent = at('2021-05-27')
    expect(sent.some((one) => one.reporter === 'nongye' || one.reporter === 'ducha')).toBe(false)
    expect(sent.find((one) => one.reporter === 'canlian')?.text).toBe(
      '市残联：\n2021年5月重点民生实事进展情况，贵单位尚有以下2项未报送，请于2021年5月30日24时前报送：\n（1）8.2 进展情况（文字）\n（2）8.2.b 有需求残疾儿童应救尽救',
    )
  })

  it('name the counties that a department’s rows lack, and say how late it is', () => {
    const text = at('2021-06-02').find((one) => one.reporter === 'jiaotong')?.text
    expect(text).toContain('报送截止日期为2021年5月30日，现已逾期3天，请立即补报')
    expect(text).toContain('（2）7.1.a 新建农村公路（湖滨区、陕州区、渑池县、卢氏县、义马市、灵宝市）')
  })
})
