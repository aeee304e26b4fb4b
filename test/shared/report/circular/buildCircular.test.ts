import { describe, expect, it } from 'vitest'
import { earlierFigures } from '../../../../shared/consolidation/changeSince.ts'
import { consolidate } from '../../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../../shared/consolidation/foldRow.ts'
import { type JudgementInputs, judgeCity } from '../../../../shared/consolidation/judgeCity.ts'
import { asScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { buildCircular } from '../../../../shared/report/circular/buildCircular.ts'
import { circularText } from '../../../../shared/report/circular/circularText.ts'
import { demoConsolidation } from '../../../../worker/cli/demo/demoConsolidation.ts'
import { rankedByGovernments, rankedOfGovernments, rankedRegister } from '../../consolidation/countyTargets.ts'
import { COUNTIES, row } from '../../consolidation/row.ts'

const period = { period: '2021-05', asOfSeq: 3, era: 'e' }
const of = (records: readonly FoldRow[]) => consolidate(register, records, period)
const atMonthsEnd: JudgementInputs = {
  today: '2021-05-31',
  softDeadline: '2021-05-31',
  units: [],
  overrides: new Map(),
  before: null,
  atDeadline: null,
}
const judged = (records: readonly FoldRow[], more: Partial<JudgementInputs> = {}) =>
  judgeCity(register, records, period, { ...atMonthsEnd, ...more })
const circular = (records: readonly FoldRow[], more: Partial<JudgementInputs> = {}) =>
  circularText(buildCircular({ register, consolidation: judged(records, more) }))

describe('the circular', () => {
  it('names the lights, who is behind, and what and who reported nothing', () => {
    const text = circularText(buildCircular({ register, consolidation: demoConsolidation(), unitsKnown: false }))
    expect(text).toContain('关于2021年5月重点民生实事进展情况的通报')
    expect(text).toContain('按2021年5月31日的时序，30项有目标的量化指标中，蓝灯0项、绿灯6项、黄灯4项、红灯2项、灰灯18项；12项节点任务中，')
    expect(text).toContain('“消夏音乐季”广场文艺演出（完成3%，时序41.37%）')
    expect(text).toContain('；已报、尚未到计入完成的阶段：完成法律援助案件。')
    expect(text).not.toMatch(/等\d+项/)
    expect(text).toContain('四、尚无数据的单位：湖滨区人民政府')
    expect(text).not.toContain('排名')
    expect(text).not.toContain('报送情况')
  })

  it('names the yellow ones too, and says of a sum what it lacks', () => {
    const some = [row('jiaotong', '7.1.a', '411224', { cumulative: 60, target: 90 })]
    const text = circular(some)
    expect(text).toContain('红灯：无；黄灯：新建农村公路（完成20%，时序41.37%，部分地区尚无计入的数）。')
    expect(circular([row('wenlv', '2.3.a', '411200', { cumulative: 290 })])).toContain('红灯：无；黄灯：无。')
    const beside = circular([
      row('jiaotong', '7.1.a', '411202', { cumulative: 9 }),
      row('jiaotong', '7.1.a', '411200', { cumulative: 146 }),
    ])
    expect(beside).toContain('红灯：无；黄灯：无。')
    const less = circular([row('jiaotong', '7.1.a', '411202', { cumulative: 9 }), row('jiaotong', '7.1.a', '411200', { cumulative: 60 })])
    expect(less).toContain('新建农村公路（完成20%，时序41.37%，部分地区尚无计入的数，全市另报60公里（按全市另报数评判））')
  })

  it('tells a figure at another stage from nothing at all', () => {
    const other = [row('jiaoyu', '3.b', '411202', { cumulative: 15, stage: 'basically_complete' })]
    const text = circular(other)
    const [, nothing = '', uncounted = ''] = /未报数据：(.*?)；已报、尚未到计入完成的阶段：(.*?)。/.exec(text) ?? []
    expect(uncounted).toBe('新建教师周转宿舍')
    expect(nothing).not.toContain('新建教师周转宿舍')
    const grey = { light: 'grey', reason: '数据待核', by: '督查室', at: '2021-05-31T01:00:00.000Z' } as const
    const put = circular([row('wenlv', '2.3.a', '411200', { cumulative: 130 })], { overrides: new Map([['2.3.a', grey]]) })
    expect(/未报数据：(.*?)。/.exec(put)?.[1]).not.toContain('政府采购百场戏')
  })

  it('calls nobody without data who has a row, were it of something that need not be reported', () => {
    const named = (records: readonly FoldRow[]) => {
      const all = judged(records)
      const consolidation = { ...all, reporters: all.reporters.filter(({ reporter }) => reporter === 'canlian') }
      return /尚无数据的单位：(.*?)。/.exec(circularText(buildCircular({ register, consolidation })))?.[1]
    }
    expect(named([])).toBe('市残联')
    expect(named([row('canlian', '7.1.a', '411200', { cumulative: 1 })])).toBe('无')
  })

  it('ranks counties by their registered targets, with what they are ranked by, what counts as 0, and who is not', () => {
    const consolidation = judgeCity(rankedByGovernments, rankedOfGovernments, period, { ...atMonthsEnd })
    const text = circularText(buildCircular({ register: rankedByGovernments, consolidation }))
    expect(text).toContain(
      '县（市、区）排名：按有分解目标的指标平均完成率排名，每项最高按100%计，各县（市、区）应报而无计入数的按0计，不足3项的不排名。',
    )
    expect(text).toContain('自然村通硬化路（5项）；陕州区：陕州区新增')
    expect(text).toContain(
      '；陕州区：陕州区新增建筑面积300平方米以上规范化社区办公用房、自然村通硬化路。未排名：渑池县（2项）、卢氏县、义马市、灵宝市（没有分解目标）。',
    )
    expect(text).toMatch(/不计入：没有分解目标的指标\d+项。\n第1名　湖滨区　50%（5项）\n第2名　陕州区　39%（5项）\n\n附件1/)
  })

  it('says nothing of ranks where counties were given no targets, and that nobody is ranked while there is no figure', () => {
    expect(circular([row('jiaotong', '7.1.a', '411224', { cumulative: 45, target: 90 })])).not.toContain('排名')
    const nobody = (register: typeof rankedRegister) =>
      circularText(buildCircular({ register, consolidation: judgeCity(register, [], period, { ...atMonthsEnd }) }))
    expect(nobody(rankedByGovernments)).toMatch(/均尚无计入的数，本期不排名。\n\n附件/)
    expect(nobody(rankedRegister)).toMatch(/分县数尚未报齐，本期不排名。不计入：.*自然村通硬化路（分县数由市直单位报送，尚未报齐）/)
  })

  it('counts the nodes of milestones apart from the quantified indicators', () => {
    const node = (part: string, planned: string) => row('zhujian', '7.2.a', '411200', { planned, done: false }, { part })
    const text = circular([node('施工招标', '2021-05-30'), node('完工', '2021-08-31')])
    expect(text).toContain('；12项节点任务中，蓝灯0项、绿灯0项、黄灯0项、红灯1项、灰灯11项。')
    expect(text).toContain('崤山路崤函小学门口新建过街天桥（有节点已过计划日期）')
  })

  it('counts the coordinator’s own light, and says why it is red', () => {
    const override = { light: 'red', reason: '施工方停工', by: '督查室', at: '2021-05-31T01:00:00.000Z' } as const
    const text = circular([row('wenlv', '2.3.a', '411200', { cumulative: 130 })], { overrides: new Map([['2.3.a', override]]) })
    expect(text).toContain('30项有目标的量化指标中，蓝灯0项、绿灯0项、黄灯0项、红灯1项、灰灯29项')
    expect(text).toContain('政府采购百场戏（施工方停工）')
  })

  it('shows what moved since the period before, furthest first, and who reported when', () => {
    const month = (roads: number, plays: number) => [
      row('jiaotong', '7.1.a', '411224', { cumulative: roads }),
      row('wenlv', '2.3.a', '411200', { cumulative: plays }),
    ]
    const text = circular(month(41, 130), {
      before: { period: '2021-04', figures: earlierFigures(of(month(44, 100)).indicators) },
      units: [
        { reporter: 'jiaotong', completeAt: '2021-05-31T02:00:00.000Z', extendedTo: null },
        { reporter: 'wenlv', completeAt: '2021-06-01T02:00:00.000Z', extendedTo: null },
      ],
      today: '2021-06-02',
    })
    const due = new Set(register.assignments.filter(({ required }) => required).map(({ reporter }) => reporter)).size
    expect(text).toContain(
      `二、报送情况：应报${due}家，已报齐0家，部分报送2家，未报${due - 2}家；已报并确认报送完成2家，其中按时1家、逾期1家。`,
    )
    expect(text).toContain(
      '三、较上期变化：有进展：政府采购百场戏新增30场（10个百分点）；有回落或反弹：新建农村公路减少3公里（1个百分点）。',
    )
    expect(text).toContain('四、进度滞后')
  })

  describe('compared with the period before', () => {
    const movedSince = (before: readonly FoldRow[], now: readonly FoldRow[], period = '2021-04') =>
      /、(较.*?变化)：(.*)/.exec(circular(now, { before: { period, figures: earlierFigures(of(before).indicators) } }))?.slice(1)

    it('calls no 清零 that went up an advance, and one that went down one', () => {
      const left = (count: number) => [row('minzheng', '1.a', '411200', { cumulative: count })]
      expect(movedSince(left(4), left(9))?.[1]).toBe('有进展：无；有回落或反弹：无固定办公用房的城市社区数（清零）由4个增至9个。')
      expect(movedSince(left(9), left(4))?.[1]).toBe('有进展：无固定办公用房的城市社区数（清零）由9个减至4个；有回落或反弹：无。')
      const text = circular(left(9), { before: { period: '2021-04', figures: earlierFigures(of(left(4)).indicators) } })
      expect(text).toContain('黄灯：无固定办公用房的城市社区数（清零）（比前一期数据增加）')
    })

    it('words a rate in per cent and percent points, also one without a count', () => {
      const rate = (percent: number) => [row('sifa', '9.3.a', '411200', { statedPercent: percent })]
      expect(movedSince(rate(40), rate(52.5))?.[1]).toContain('的比例由40%升至52.5%（12.5个百分点）；有回落或反弹：无。')
      expect(movedSince(rate(52.5), rate(40))?.[1]).toContain(
        '有回落或反弹：专业律师担任村（居）法律顾问的比例由52.5%降至40%（12.5个百分点）。',
      )
    })

    it('words the count of a rate whose rate was not said, and what is stated for the city alone', () => {
      const count = (cases: number) => [row('weijian', '8.1.c', '411200', { cumulative: cases })]
      expect(movedSince(count(4405), count(4500))?.[1]).toBe('有进展：免费产前超声筛查率新增95例；有回落或反弹：无。')
      const whole = (km: number) => [row('jiaotong', '7.1.a', '411200', { cumulative: km })]
      expect(movedSince(whole(120), whole(146))?.[1]).toBe('有进展：新建农村公路新增26公里（8.67个百分点）；有回落或反弹：无。')
    })

    it('says that nothing can be compared, where nothing can', () => {
      const plays = [row('wenlv', '2.3.a', '411200', { cumulative: 130 })]
      expect(movedSince([], plays)?.[1]).toBe('无可比数据1项（其时未报，或所报地区、阶段不同）。')
      expect(movedSince(plays, [])?.[1]).toBe('无可比数据。')
      const counties = COUNTIES.map((area) => row('jiaotong', '7.1.a', area, { cumulative: 45 }))
      expect(movedSince(counties.slice(1), counties)?.[1]).toBe('无可比数据1项（其时未报，或所报地区、阶段不同）。')
      expect(movedSince(counties, counties)?.[1]).toBe('有进展：无；有回落或反弹：无。')
    })

    it('names the period where it is not the month before', () => {
      const plays = (count: number) => [row('wenlv', '2.3.a', '411200', { cumulative: count })]
      expect(movedSince(plays(100), plays(130))?.[0]).toBe('较上期变化')
      expect(movedSince(plays(100), plays(130), '2021-03')?.[0]).toBe('较2021年3月变化')
    })
  })

  it('judges no rate by the time of the year, and says of one behind its plan how much of its target that is', () => {
    const low = [row('zhengshu', '9.1.b', '411200', { statedPercent: 40 })]
    const reporter = register.assignments.find(({ subject, ofRecord }) => subject === '9.1.b' && ofRecord)?.reporter ?? ''
    const rows = low.map((one) => ({ ...one, reporter }))
    expect(circular(rows)).toContain('红灯：无；黄灯：分厅事项月使用率（现为40%，目标90%）')
    const planned = { ...register, plans: [{ indicator: '9.1.b', points: [{ date: '2021-05-01', percent: asScaled(1_000_000) }] }] }
    const consolidation = judgeCity(planned, rows, period, atMonthsEnd)
    expect(circularText(buildCircular({ register: planned, consolidation }))).toContain(
      '红灯：分厅事项月使用率（达到目标的44.44%，时序100%）',
    )
  })

  it('names everything red and yellow in an annex with who is responsible, where the text names the first three', () => {
    const behind = ['2.3.a', '2.2.a', '6.1.a', '8.1.a', '8.1.b'].map((id) => {
      const reporter = register.assignments.find((one) => one.subject === id && one.ofRecord)?.reporter ?? ''
      return row(reporter, id, '411200', { cumulative: 1 })
    })
    const built = buildCircular({ register, consolidation: judged(behind) })
    const [list, lights] = built.annexes
    expect(list?.title).toBe('进度滞后事项清单')
    const red = judged(behind).indicators.filter(({ light }) => light && light.light === 'red')
    expect(red.length).toBeGreaterThan(3)
    for (const { indicator } of red) {
      const { name, taskId } = register.indicators.find(({ id }) => id === indicator) ?? { name: '', taskId: '' }
      const units = register.tasks
        .find(({ id }) => id === taskId)
        ?.leadUnits.map((id) => register.units.find((unit) => unit.id === id)?.name)
      const cells = list?.rows.find(([, subject]) => subject === name)
      expect(cells?.[2]).toBe('红灯')
      for (const unit of units ?? []) expect(cells?.[4]).toContain(unit)
    }
    expect(list?.rows.map(([no]) => no)).toEqual(list?.rows.map((_, index) => String(index + 1)))
    expect(circularText(built)).toMatch(new RegExp(`红灯：[^；]*（共${red.length}项，全部见附件1）；黄灯：`))
    // every task is there, were it reported in words alone
    expect(new Set(lights?.rows.map(([task]) => task))).toEqual(new Set(register.tasks.map(({ id }) => id)))
  })

  it('says before and after what a person wrote, and nothing where nobody wrote', () => {
    const consolidation = judged([])
    const plain = circularText(buildCircular({ register, consolidation }))
    expect(plain).not.toMatch(/工作要求|undefined/)
    const letterhead = {
      issuer: '市政府办公室',
      documentNo: '三政办〔2021〕3号',
      signatory: '',
      addressee: '各县（市、区）人民政府',
      date: '',
    }
    const text = circularText(
      buildCircular({ register, consolidation, letterhead, lead: ['现通报如下：'], demands: ['倒排工期。', '按时报送。'] }),
    )
    expect(text).toMatch(/通报\n\n各县（市、区）人民政府：\n现通报如下：\n一、总体情况/)
    expect(text).toMatch(/[五六]、工作要求\n倒排工期。\n按时报送。\n\n市政府办公室\n/)
  })
})
