import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoFromSerial } from '../../../../shared/quantity/dates/calendar.ts'
import { findDates } from '../../../../shared/quantity/dates/findDates.ts'
import { parseDate } from '../../../../shared/quantity/dates/parseDate.ts'

const IN_2021 = { year: 2021, month: 5 }

describe('parseDate', () => {
  it.each([
    [44_342, '2021-05-26', 'serial'],
    [44_342.75, '2021-05-26', 'serial'],
    ['44342', '2021-05-26', 'serial'],
    [20_210_526, '2021-05-26', 'exact'],
    [5.26, '2021-05-26', 'asNumber'],
    [5.4, '2021-05-04', 'asNumber'],
    [2021.5, '2021-05-31', 'vague'],
    ['5.26', '2021-05-26', 'short'],
    ['5.2', '2021-05-02', 'short'],
    ['5/26', '2021-05-26', 'short'],
    ['5月26日', '2021-05-26', 'short'],
    ['５月２６日', '2021-05-26', 'short'],
    ['六月十日', '2021-06-10', 'short'],
    ['5月25日-30日', '2021-05-30', 'short'],
    ['2021.5.26', '2021-05-26', 'exact'],
    ['2021-05-26', '2021-05-26', 'exact'],
    ['2021/5/26', '2021-05-26', 'exact'],
    ['2021-05-26T10:00:00', '2021-05-26', 'exact'],
    ['2021年5月26日', '2021-05-26', 'exact'],
    ['二〇二一年五月二十六日', '2021-05-26', 'exact'],
    ['2021年9月30日前', '2021-09-30', 'exact'],
    ['12月底', '2021-12-31', 'vague'],
    ['五月底', '2021-05-31', 'vague'],
    ['5月底前动工', '2021-05-31', 'vague'],
    ['9月投入使用', '2021-09-30', 'vague'],
    ['6月中旬', '2021-06-20', 'vague'],
    ['年底前', '2021-12-31', 'vague'],
    ['月底前', '2021-05-31', 'vague'],
    ['一季度', '2021-03-31', 'vague'],
    ['第三季度', '2021-09-30', 'vague'],
    ['前三季度', '2021-09-30', 'vague'],
    ['上半年', '2021-06-30', 'vague'],
    ['1-5月', '2021-05-31', 'vague'],
    ['明年3月', '2022-03-31', 'vague'],
    ['2022年', '2022-12-31', 'vague'],
    ['6月初开工，12月底完工', '2021-12-31', 'vague'],
    ['长期', undefined, 'openEnded'],
    ['持续推进', undefined, 'openEnded'],
  ])('reads %j as %s (%s)', (cell, date, kind) => {
    expect(parseDate(cell, IN_2021)).toMatchObject({ date, kind })
  })

  it.each([
    [5.2, ['2021-05-02', '2021-05-20']],
    [5.1, ['2021-05-01', '2021-05-10']],
    [2021.1, ['2021-01-31', '2021-10-31']],
  ])('leaves %j to a person', (cell, candidates) => {
    expect(parseDate(cell, IN_2021)).toMatchObject({ date: undefined, kind: 'ambiguous', candidates })
  })

  it.each([null, true, '', '无', '已完成', '3号院', '2021年2月30日', '13.5', 0, -5, 13.5, Number.NaN])('reads no date in %j', (cell) => {
    expect(parseDate(cell, IN_2021)).toBeUndefined()
  })

  it('counts from 1904 where the workbook does', () => {
    expect(parseDate(42_880, { date1904: true, format: 'yyyy/m/d' })).toMatchObject({ date: '2021-05-26', kind: 'serial' })
  })

  it('leaves the date open where no year is known', () => {
    expect(parseDate('5月26日')).toMatchObject({ date: undefined, kind: 'short' })
  })

  it('agrees with the calendar of the platform on every serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_050 }), (serial) => {
        expect(isoFromSerial(serial, false)).toBe(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })

  it('gives a printed date back in each notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 43_831, max: 46_022 }), fc.constantFrom('-', '/', '.', '年'), (serial, sign) => {
        const iso = isoFromSerial(serial, false) ?? ''
        const [year, month, day] = iso.split('-').map(Number)
        const text = sign === '年' ? `${year}年${month}月${day}日` : `${year}${sign}${month}${sign}${day}`
        expect(parseDate(text)).toMatchObject({ date: iso, kind: 'exact' })
        expect(parseDate(`${month}月${day}日`, year === undefined ? {} : { year })).toMatchObject({ date: iso, kind: 'short' })
      }),
    )
  })

  it('never throws on any string', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), (cell) => void parseDate(cell, IN_2021)))
  })
})

describe('findDates', () => {
  it('finds the dates of a text with their places', () => {
    const text = '截至5月26日，预计5月底施工招标，6月10日开标；2020年续建项目'
    const found = findDates(text, IN_2021)
    expect(found.map((one) => [text.slice(one.at, one.end), one.date.date])).toEqual([
      ['5月26日', '2021-05-26'],
      ['5月底', '2021-05-31'],
      ['6月10日', '2021-06-10'],
      ['2020年', '2020-12-31'],
    ])
  })

  it.each([
    ['前5个月完成', '2021-05-31'],
    ['元至5月份完成', '2021-05-31'],
  ])('reads the span of %s', (text, date) => {
    expect(findDates(text, IN_2021).map((one) => one.date.date)).toEqual([date])
  })

  it.each(['1', '月', '1月', '2021年', '十', '二〇二', '1-'])('reads 32,767 characters of %j', (piece) => {
    expect(findDates(piece.repeat(32_767).slice(0, 32_767), IN_2021).length).toBeLessThanOrEqual(32_767)
  })
})
