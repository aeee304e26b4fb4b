import { describe, expect, it } from 'vitest'
import { periodMismatch } from '../../../shared/checks/periodMismatch.ts'
import type { TableMeta } from '../../../shared/record/reading.ts'
import { facts, record, table } from './sheetFacts.ts'

/** What a sheet says of its time. */
interface Sheet {
  readonly title?: string
  readonly meta?: TableMeta
  /** The as-of days of its rows, in a column of their own. */
  readonly days?: readonly string[]
  readonly tab?: string
  readonly file?: string
}

function found({ title, meta = {}, days = [], tab = 'Sheet1', file }: Sheet, period = '2021-05') {
  const rows = days.length > 0 ? days.map((asOf, i) => record({ cumulative: 1, asOf }, { row: 5 + i })) : [record({ cumulative: 1 })]
  return periodMismatch(
    facts({
      tables: [table([5, 6, 7], { meta, ...(title === undefined ? {} : { title: { row: 1, text: title } }) })],
      records: rows.map((one) => ({ ...one, origin: { ...one.origin, sheet: tab } })),
      context: { period, reporter: '市司法局' },
      ...(file === undefined ? {} : { file }),
    }),
  ).map(({ severity, cell, params: { other = '' } }) => `${severity} ${cell} ${String(other)}`.trim())
}

const asOf = (day: string): Sheet => ({ meta: { asOf: day, asOfCell: 'D2' } })
const filed = (day: string): Sheet => ({ meta: { fillDate: day, fillDateCell: 'F2' } })

describe('a sheet of another period than May 2021', () => {
  it.each<[Sheet, string]>([
    [{ title: '2021年4月农村公路进展情况表' }, 'warning A1 2021-04'],
    [{ title: '四月份农村公路进展情况表' }, 'warning A1 2021-04'],
    [{ title: '2021年1-4月进展情况表' }, 'warning A1 2021-04'],
    [{ title: '2021年1-6月进展情况表' }, 'warning A1 2021-06'],
    [{ title: '一季度进展情况表' }, 'warning A1 2021-03'],
    [{ title: '2020年5月进展情况表' }, 'warning A1 2020-05'],
    [{ title: '2020年重点民生实事进展情况表' }, 'warning A1'],
    [asOf('2021-04-25'), 'warning D2 2021-04'],
    [asOf('2021-06-30'), 'warning D2 2021-06'],
    [asOf('2020-05-26'), 'warning D2 2020-05'],
    [filed('2021-04-26'), 'warning F2 2021-04'],
    [{ days: ['2021-04-20', '2021-04-25', '2021-03-31'] }, 'warning L6 2021-04'],
    [{ ...asOf('2021-04-25'), title: '2021年4月进展情况表' }, 'warning D2 2021-04'],
    // a copy of April's sheet that was only given a new name
    [{ ...asOf('2021-04-25'), tab: '5月', file: '进展202105.xlsx' }, 'warning D2 2021-04'],
    // only the names say of when it is
    [{ title: '农村公路进展', tab: '4月' }, 'warning A3 2021-04'],
    [{ title: '2021年农村公路进展', tab: '4月份' }, 'warning A3 2021-04'],
    [{ tab: '2020年' }, 'warning A3'],
    [{ file: '进展202104.xlsx' }, 'warning A3 2021-04'],
    [{ tab: 'Sheet1', file: '市司法局4月进展.xlsx' }, 'warning A3 2021-04'],
  ])('%j', (sheet, finding) => {
    expect(found(sheet)).toEqual([finding])
  })
})

describe('a sheet of May 2021', () => {
  it.each<Sheet>([
    {},
    { title: '农村公路进展情况表' },
    { title: '2021年重点民生实事进展情况表' },
    { title: '2021年5月进展情况表' },
    { title: '5月份进展' },
    { title: '2021年1-5月进展情况表' },
    { title: '4月26日至5月25日进展情况表' },
    { title: '2021年二季度进展情况表' },
    { title: '2021年上半年进展情况表' },
    { title: '2021年1-12月进度表' },
    asOf('2021-05-01'),
    asOf('2021-05-26'),
    asOf('2021-06-02'),
    asOf('2021-06-15'),
    // filed late, it is still May's
    filed('2021-06-25'),
    filed('2021-05-26'),
    // one of two that fits is enough: a title is often left as it was
    { ...asOf('2021-05-26'), title: '2021年4月农村公路进展情况表' },
    { ...asOf('2021-05-26'), title: '2020年重点民生实事' },
    { ...asOf('2021-04-30'), title: '2021年5月进展情况表' },
    { days: ['2021-04-20', '2021-05-25'] },
    // whence projects come, and until when something is due, is not of when the figures are
    { title: '2020年结转项目进展情况表' },
    { title: '2020年度续建农村公路进展情况表' },
    { title: '6月底前完成任务进展情况表' },
    // the names count only where the sheet itself says nothing
    { title: '2021年5月进展情况表', tab: '4月', file: '进展202104.xlsx' },
    { ...asOf('2021-05-26'), tab: '4月' },
    { tab: '5月', file: '进展202104.xlsx' },
    { tab: '4.21底数', file: '附件4-进展(1).xlsx' },
  ])('%j', (sheet) => {
    expect(found(sheet)).toEqual([])
  })
})

it('asks of other months too', () => {
  expect(found({ title: '2021年12月进展情况表' }, '2021-12')).toEqual([])
  expect(found({ title: '2021年12月进展情况表' }, '2022-01')).toEqual(['warning A1 2021-12'])
  expect(found(asOf('2022-01-05'), '2021-12')).toEqual([])
})
