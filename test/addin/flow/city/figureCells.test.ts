import { describe, expect, it } from 'vitest'
import {
  countyCell,
  insteadText,
  mainCell,
  rateCountCell,
  reachedCell,
  reportsText,
  stateText,
} from '../../../../addin/flow/city/figureCells.ts'
import { cityZhCN } from '../../../../addin/pane/text/cityZhCN.ts'
import type { FoldRow } from '../../../../shared/consolidation/foldRow.ts'
import { judgeCity } from '../../../../shared/consolidation/judgeCity.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import type { Source } from '../../../../shared/wire/consolidation.ts'
import { row } from '../../../shared/consolidation/row.ts'

const words = cityZhCN.sheet.reported
function shown(id: string, records: readonly FoldRow[]) {
  const inputs = { today: '2021-05-31', softDeadline: '2021-05-31', units: [], overrides: new Map(), before: null, atDeadline: null }
  const answer = judgeCity(register, records, { period: '2021-05', asOfSeq: 1, era: 'e' }, inputs)
  const found = answer.indicators.find(({ indicator }) => indicator === id)
  const indicator = register.indicators.find((one) => one.id === id)
  if (!found || !indicator) throw new Error(id)
  return { found, indicator }
}
/** The figure, 占目标 and 报送情况, and what the list in the pane says beside or in place of the figure. */
const told = (id: string, ...records: FoldRow[]) => {
  const one = shown(id, records)
  return [mainCell(one, words).value, reachedCell(one, words).value, stateText(one, words), insteadText(one, words)]
}
const county = (id: string, area: string, ...records: FoldRow[]) => countyCell(shown(id, records), area, words).value

const music = (values: Parameters<typeof row>[3]) => row('wenlv', '2.3.a', '411200', values)
const roads = (area: string, values: Parameters<typeof row>[3]) => row('jiaotong', '7.1.a', area, values)
const dorm = (area: string, values: Parameters<typeof row>[3]) => row('jiaoyu', '3.b', area, values)

describe('what the sheet and the list say of an indicator', () => {
  it('of a count', () => {
    expect(told('2.3.a')).toEqual(['未报', '', '未报', '未报'])
    expect(told('2.3.a', music({ target: 300 }))).toEqual(['未报', '', '未报', '未报'])
    expect(told('2.3.a', music({ target: 300, remark: '在办' }))).toEqual([
      '未报数',
      '',
      '未报数（有其他内容）；草稿',
      '未报数（有其他内容）',
    ])
    expect(told('2.3.a', music({ cumulative: 130 }))).toEqual(['130', '43.33', '已报齐；草稿', ''])
    const accepted = row('sifa', '9.3.b', '411200', { cumulative: 1105, stage: 'accepted' })
    expect(told('9.3.b', accepted)).toEqual(['受理1105，不计入', '', '已报齐；受理1105，不计入；草稿', '受理1105，不计入'])
  })

  it('of counties, where some are at another stage', () => {
    const three = [
      dorm('411221', { cumulative: 15, stage: 'basically_completed' }),
      dorm('411224', { cumulative: 65, stage: 'completed' }),
      dorm('411282', { cumulative: 27, stage: 'started' }),
    ]
    expect(told('3.b', ...three)).toEqual(['65', '60.75', '已报齐；基本完工15、开工27，不计入；草稿', '基本完工15、开工27，不计入'])
    expect(county('3.b', '411221', ...three)).toBe('基本完工15，不计入')
    expect(county('3.b', '411202', ...three)).toBe('')
    expect(county('3.b', '411224')).toBe('未报')
    expect(county('3.b', '411202', dorm('411202', { target: 20 }))).toBe('未报')
  })

  it('of the whole city’s figure, and of counties’ where the city’s is asked', () => {
    const city = roads('411200', { cumulative: 146 })
    expect(told('7.1.a', city)).toEqual(['146（全市另报）', '48.67（全市另报）', '分县未报；草稿；全市另报 146', '分县未报'])
    expect(county('7.1.a', '411202', city)).toBe('只报全市')
    expect(told('7.1.a', roads('411200', { cumulative: 146, stage: 'started' }))[0]).toBe('开工146，不计入')
    const beside = told('7.1.a', city, roads('411202', { cumulative: 9 }))
    expect(beside).toEqual(['9', '3', '部分未报；草稿；全市另报 146；亮灯按全市另报数判定', ''])
    expect(told('5.a', row('zhujian', '5.a', '411202', { cumulative: 300 }))).toEqual([
      '只报分县',
      '',
      '只报分县，未报全市',
      '只报分县，未报全市',
    ])
  })

  it('of rates: no count is missing where the rate is told', () => {
    const alone = row('weijian', '8.1.c', '411200', { statedPercent: 71.36 })
    expect(told('9.1.b', row('zhengshu', '9.1.b', '411200', { statedPercent: 45 }))).toEqual(['45', '50', '已报齐；草稿', ''])
    expect(told('8.1.c', alone)[0]).toBe('71.36')
    expect(rateCountCell(shown('8.1.c', [alone])).value).toBe('')
    expect(told('8.1.c')[0]).toBe('未报')
    expect(rateCountCell(shown('8.1.c', [])).value).toBe('')
  })

  it('of 清零: there is no share to miss', () => {
    expect(told('1.a', row('minzheng', '1.a', '411200', { cumulative: 4 })).slice(0, 2)).toEqual(['4', ''])
    expect(told('1.a').slice(0, 2)).toEqual(['未报', ''])
  })

  it('of milestones told by nodes or by a text', () => {
    const text = (progressText: string) => told('7.2.a', row('zhujian', '7.2', '411200', { progressText }))
    expect(text('已开工。').slice(2)).toEqual(['已报齐', ''])
    expect(text('暂无进展。').slice(2)).toEqual(['已报（暂无进展）', '已报（暂无进展）'])
    expect(told('7.2.a', row('zhujian', '7.2.a', '411200', { done: false }, { part: '招标' }))[2]).toBe('已报齐；草稿')
    expect(told('7.2.a')[2]).toBe('未报')
  })
})

describe('how far the reports of a figure are', () => {
  const report = (state: Source['state'], changed = false, reporter = 'jiaotong') => ({ reporter, state, changed })

  it.each<[Pick<Source, 'reporter' | 'state' | 'changed'>[], string]>([
    [[], ''],
    [[report('returned')], '退回待改'],
    [[report('complete'), report('complete')], '报送完成，未审核'],
    [[report('approved', true)], '单位已批准，督查室未采纳，其后有改动'],
    [[report('accepted', true)], '督查室已采纳，其后有改动'],
    [[report('accepted'), report('draft', false, 'hubin'), report('draft', false, 'lushi')], '草稿（2家）、督查室已采纳（1家）'],
  ])('%j: %s', (sources, text) => expect(reportsText(sources, words)).toBe(text))
})

describe('how a unit stands', () => {
  const { standing } = cityZhCN.sheet
  const unit = { extent: 'all', returned: false, timeliness: 'waiting', deadline: '2021-05-30', hasRows: true } as const
  it.each<[Parameters<typeof standing>[0], string]>([
    [{ ...unit, timeliness: 'onTime' }, '按时确认'],
    [{ ...unit, timeliness: 'late' }, '逾期确认（截止5月30日）'],
    [{ ...unit, extent: 'some', timeliness: 'onTime' }, '按时确认，未报齐'],
    [unit, '已报齐，未确认（截止5月30日）'],
    [{ ...unit, timeliness: 'missing' }, '已报齐，未确认，已过5月30日'],
    [{ ...unit, returned: true, timeliness: 'missing' }, '已报齐，退回待改'],
    [{ ...unit, extent: 'some', returned: true }, '未报齐，退回待改'],
    [{ ...unit, extent: 'none', hasRows: false }, '未报（截止5月30日）'],
    [{ ...unit, extent: 'none', timeliness: 'missing', hasRows: false }, '未报，已过5月30日'],
    [{ ...unit, extent: 'none', timeliness: 'missing' }, '应报的未报，已过5月30日'],
  ])('%j: %s', (given, said) => expect(standing(given)).toBe(said))
})
