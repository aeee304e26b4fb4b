import { describe, expect, test } from 'vitest'
import type { NarrativeIndicator, NarrativeReading } from '../../../shared/narrative/words/claims.ts'
import { numberFromScaled } from '../../../shared/quantity/scaled.ts'
import { indicator, rate, read, roads, screened, toilets } from './readText.ts'

/** "12个 a" for progress, "12个 -" for anything else. */
const counted = (reading: NarrativeReading): string[] =>
  reading.figures
    .filter(({ value }) => value !== null)
    .map((figure) => `${figure.raw} ${figure.role === 'progress' ? figure.indicator : '-'}`)

describe('a figure is progress or context by the words next to it', () => {
  const cases: readonly [text: string, expected: string[]][] = [
    ['已建成公厕12座。', ['12座 a']],
    ['公厕开工20座，完工12座。', ['20座 a', '12座 a']],
    ['计划6月底前建成公厕12座。', ['12座 -']],
    ['公厕选址已确定24座，建成9座。', ['24座 -', '9座 a']],
    ['公厕建设已完成选址24座。', ['24座 -']],
    ['完成招标并开工公厕12座。', ['12座 a']],
    ['全市31座公厕纳入改造，已建成公厕12座。', ['31座 -', '12座 a']],
    ['纳入年度计划的公厕31座，已建成12座。', ['31座 -', '12座 a']],
    ['剩余8座公厕正在办理前期手续。', ['8座 -']],
    ['较上月增加公厕3座。', ['3座 -']],
    ['本月完成公厕3座，累计建成公厕15座。', ['3座 -', '15座 a']],
    ['本月建成公厕3座。', ['3座 a']],
    ['2021年结转的公厕6座已全部完工。今年新建公厕4座。', ['6座 -', '4座 a']],
    ['50座公厕中，已完工12座。', ['50座 -', '12座 a']],
    ['针对50座公厕，制定了建设方案。', ['50座 -']],
    ['目标任务已分解下达，其中东山县8座、西河县9座。', ['8座 -', '9座 -']],
    ['全市已建成公厕17座，其中东山县8座、西河县9座。', ['17座 a', '8座 a', '9座 a']],
    ['完成投资1.2亿元，惠及群众3万人。', ['1.2亿元 -', '3万人 -']],
    ['《市区公厕50座建设方案》已印发。', ['50座 -']],
    ['按照〔2022〕15号文件，3号院公厕正在施工，咨询电话0398-2863311。', ['3号院公厕正在施工 -']],
    ['已建成一座公厕，另一座正在施工。', ['一座 a', '一座 a']],
    ['公厕建成１２座。', ['１２座 a']],
    ['公厕点位24座已全部勘定。', ['24座 -']],
    ['6月份建成公厕3座，7月份建成4座，累计建成7座。', ['3座 -', '4座 -', '7座 a']],
    ['6月份建成公厕3座。', ['3座 a']],
    ['建成公厕12座，较去年同期的20座减少8座。', ['12座 a', '20座 -', '8座 -']],
    ['公厕20座，已完成12座。', ['20座 -', '12座 a']],
    ['公厕主体完工6座，4座完成至二层，3座土建施工。', ['6座 a', '4座 a', '3座 a']],
    ['公厕12座物资已到货。', ['12座 -']],
    ['目标任务各8座，建成公厕5座。', ['8座 -', '5座 a']],
    ['公厕5座内外装修、3座竣工。', ['5座 a', '3座 a']],
    ['高出任务8座，建成公厕58座，其中东山县30座。', ['8座 -', '58座 a', '30座 a']],
    ['完成危桥改造7处，开工5处。公厕开工4座。', ['7处 -', '5处 -', '4座 a']],
    ['50座公厕，已投用12座。', ['50座 -', '12座 a']],
    ['建设公厕50座，其中已投用12座。', ['50座 -', '12座 a']],
    ['公厕未进场3座，暑期可完工2座。', ['3座 -', '2座 -']],
    ['公厕（50座）：完工5、在建4、设计中3。', ['50座 -', '5 a', '4 a', '3 -']],
    ['公厕配套设施12座。', ['12座 -']],
    ['一季度建成公厕3座，二季度建成4座，上半年共建成7座。', ['3座 -', '4座 -', '7座 a']],
    ['计划改造公厕8处、12座，已建成9座。', ['8处 -', '12座 -', '9座 a']],
    ['8月建成公厕12座，较7月底增加3座。', ['12座 a', '3座 -']],
    ['公厕8座，余4座6月底前完成。', ['8座 a', '4座 -']],
    ['公厕50座全部纳入项目库。其中：城东中学30座，主体完成80%；城西广场20座，正在装修。', ['50座 -', '30座 a', '80% -', '20座 a']],
    ['本周开工公厕4座，完工2座，累计完工12座。', ['4座 -', '2座 -', '12座 a']],
    ['原定公厕50座，尚差20座，建成30座。', ['50座 -', '20座 -', '30座 a']],
    ['惠民苑公厕12座已交付，幸福里公厕8座外墙施工。', ['12座 a', '8座 a']],
    ['公厕50座：建成12座，选址受阻2座。', ['50座 -', '12座 a', '2座 -']],
    ['公厕：全年50座，1—5月完成9座，6月完成4座，累计13座。', ['50座 -', '9座 -', '4座 -', '13座 a']],
    ['建成公厕46座，剩4座。', ['46座 a', '4座 -']],
    ['公厕下达任务18座/15公里，完工11座/9公里。', ['18座 -', '15公里 -', '11座 a', '9公里 -']],
    ['全年目标公厕50座、农村公路300公里，完成公厕12座。', ['50座 -', '300公里 -', '12座 a']],
    ['超额完成年度任务，其中公厕12座。', ['12座 a']],
    ['公路未开工2条；公厕：1座已通行。', ['2条 -', '1座 a']],
    ['公厕由12座增加到17座。', ['12座 -', '17座 a']],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(counted(read(text, [toilets]))).toEqual(expected)
  })
})

describe('a figure is tied to the indicator by noun, words before it, measure and topic', () => {
  test('measures alone part two indicators in one clause', () => {
    expect(counted(read('公厕、农村公路分别完成12座、146公里。', [toilets, roads]))).toEqual(['12座 a', '146公里 b'])
  })
  test('分别 gives each figure of one measure its own subject', () => {
    const breast = indicator('e', '乳腺癌筛查', '44000', '人')
    expect(counted(read('宫颈癌、乳腺癌筛查分别完成11745人、12073人。', [screened, breast]))).toEqual(['11745人 c', '12073人 e'])
  })
  test('千米 counts for 公里 and is printed as written', () => {
    const [figure] = read('新建农村公路146千米。', [roads]).figures
    expect(figure).toMatchObject({ measure: '千米', indicator: 'b', role: 'progress' })
  })
  test('分别 may have its subjects in the sentence before', () => {
    const breast = indicator('e', '乳腺癌筛查', '44000', '人')
    expect(
      counted(read('宫颈癌、乳腺癌筛查任务均为4.4万人。6月分别完成3120人、3206人，累计分别完成14865人、15279人。', [screened, breast])),
    ).toEqual(['4.4万人 -', '3120人 -', '3206人 -', '14865人 c', '15279人 e'])
  })
  test('a figure of another county counts for no county indicator', () => {
    expect(counted(read('义马市35个社区用房已通过验收。', [indicator('a', '湖滨区新增社区用房', '6', '个')]))).toEqual(['35个 -'])
  })
  test('the numerator of a rate is its own, whichever measure counts people', () => {
    const ultrasound: NarrativeIndicator = { id: 'f', name: '免费产前超声筛查率', kind: 'percent', target: null }
    expect(counted(read('宫颈癌筛查完成26104人。产前超声筛查6120人，筛查率82.4%。', [screened, ultrasound]))).toEqual([
      '26104人 c',
      '6120人 f',
    ])
  })
  test('where one indicator counts starting and another finishing, each figure is its own', () => {
    const [started, finished] = [indicator('h', '加装电梯开工', '400', '台'), indicator('i', '加装电梯竣工', '300', '台')]
    expect(counted(read('加装电梯累计开工351台、完工211台。', [started, finished]))).toEqual(['351台 h', '211台 i'])
  })
  test('a bare number of a pasted table has the measure of its heading', () => {
    expect(counted(read('县区 任务座数 完成座数\n东山县 10 6\n西河县 12 9', [toilets]))).toEqual(['10 -', '6 a', '12 -', '9 a'])
  })
  test('papers that an indicator is about count for it', () => {
    const eyes = indicator('g', '建立和更新视力档案', '40000', '人')
    expect(counted(read('检查视力3万人，同步建立电子档案2.9万份，建档2.8万份。', [eyes]))).toEqual(['3万人 g', '2.9万份 g', '2.8万份 g'])
  })
  test('万 is resolved exactly and taken off the measure', () => {
    const [figure] = read('已完成宫颈癌筛查1.17万余人。', [screened]).figures
    expect([figure?.value && numberFromScaled(figure.value), figure?.measure, figure?.approx]).toEqual([11_700, '人', true])
  })
})

describe('the area of a figure', () => {
  const areasOf = (text: string) => read(text, [toilets, roads]).figures.map(({ raw, areaName }) => [raw, areaName])
  test.each([
    [
      '东山县：建成公厕12座，农村公路完成30公里。',
      [
        ['12座', '东山县'],
        ['30公里', '东山县'],
      ],
    ],
    [
      '东山县已建成公厕12座、在建3座，西河县建成8座，全市共计20座。',
      [
        ['12座', '东山县'],
        ['3座', '东山县'],
        ['8座', '西河县'],
        ['20座', null],
      ],
    ],
    [
      '东山县完成公厕12座、农村公路30公里。公厕建成40座。',
      [
        ['12座', '东山县'],
        ['30公里', '东山县'],
        ['40座', null],
      ],
    ],
    ['送戏下乡12场。', [['12场', null]]],
  ])('%s', (text, expected) => {
    expect(areasOf(text)).toEqual(expected)
  })
})

describe('percentages', () => {
  test('those of the target are stated, not figures', () => {
    const reading = read('建成公厕12座，占年度任务的24%。', [toilets])
    expect(reading.statedPercents.map(({ raw, of }) => [raw, of])).toEqual([['24%', 'a']])
    expect(counted(reading)).toEqual(['12座 a'])
  })
  test('a list of them follows the figures in order', () => {
    const reading = read('公厕完成12座，农村公路完成150公里，分别占任务的24%和50%。', [toilets, roads])
    expect(reading.statedPercents.map(({ raw, of }) => [raw, of])).toEqual([
      ['24%', 'a'],
      ['50%', 'b'],
    ])
  })
  test('a rate that the indicator is about is its progress', () => {
    expect(counted(read('全程网办率达91.6%，同比提高3.2%。', [rate]))).toEqual(['91.6% d', '3.2% -'])
  })
  test('of a target that comes between, or made from a figure in the bracket behind', () => {
    const reading = read('建成公厕12座，占目标任务数50座的24%；农村公路完成率仅40%（建成120公里）。', [toilets, roads])
    expect(reading.statedPercents.map(({ raw, of }) => [raw, of])).toEqual([
      ['24%', 'a'],
      ['40%', 'b'],
    ])
    expect(reading.findings).toEqual([])
  })
  test('rates of starting and investing stay rates', () => {
    expect(read('形象进度46%，投资完成率60%。', [toilets]).figures.map(({ role }) => role)).toEqual(['stage_rate', 'stage_rate'])
  })
})

describe('findings', () => {
  const cases: readonly [text: string, codes: string[]][] = [
    ['方案已印发，各县区正在推进。', ['TEXT_NO_FIGURE']],
    ['公厕选址24座。', ['TEXT_NO_FIGURE', 'TEXT_CONTEXT_FIGURE']],
    ['公厕开工24座。', ['STAGE_MISMATCH']],
    ['公厕开工24座，完工1座。', []],
    ['建成公厕约24座。', ['APPROX_VALUE']],
    ['建成公厕51座。', ['OVER_TARGET']],
    ['建成公厕24座，占任务的48%。', []],
    ['建成公厕24座，占任务的49%。', ['PCT_ROUNDING']],
    ['建成公厕24座，占任务的52%。', ['PCT_MISMATCH']],
    ['已完成目标任务的52%。', ['TEXT_NO_FIGURE', 'PCT_UNVERIFIABLE']],
    ['建成公厕24座，其中东山县10座、西河县12座。', ['TEXT_PARTS_MISMATCH']],
    ['建成公厕24座，其中东山县12座、西河县12座。', []],
    ['建成公厕24座，剩余20座正在办理手续。', ['TEXT_PARTS_MISMATCH']],
    ['建成公厕24座，剩余26座正在办理手续。', []],
    ['排查公厕问题30座，整改24座，剩余6座正在办理手续。', []],
    ['建成公厕48座，其中水冲式30座、旱厕17座。', ['TEXT_PARTS_MISMATCH']],
    ['建成公厕48座，其中水冲式30座、旱厕12座。', []],
    ['建成公厕48座，其中水冲式30座、旱厕18座。', []],
    ['建成公厕24座，完成投资600万元，占年度计划的30%。', []],
    ['建成公厕24座，新增绿地66块，占比21.29%。', []],
    ['建成公厕24座，群众满意率达98%。', []],
    ['东山县建成公厕8座、在建4座，西河县建成6座、在建2座，全市建成14座。', []],
    ['建成公厕24座，主体完成80%。', []],
    ['城东公厕24座完成85%。', []],
    ['公厕任务各30座，建成公厕24座，占任务的80%。', []],
  ]
  test.each(cases)('%s', (text, codes) => {
    expect([...new Set(read(text, [toilets]).findings.map(({ code }) => code))]).toEqual(codes)
  })
})

describe('times', () => {
  test.each([
    ['截至5月26日，建成公厕12座。', '2022-05-26'],
    ['截止5月底，建成公厕12座。', '2022-05-31'],
    ['1-3月份，建成公厕12座。', '2022-03-31'],
    ['上半年，建成公厕12座。', '2022-06-30'],
    ['前三季度建成公厕12座。', '2022-09-30'],
    ['目前建成公厕12座。', null],
    ['前5个月建成公厕12座。', '2022-05-31'],
    ['5月份，建成公厕12座。', '2022-05-31'],
    ['8月份截至20日，建成公厕12座。', '2022-08-20'],
    ['截至5.26，建成公厕12座。', '2022-05-26'],
    ['全年累计建成公厕12座。', '2022-12-31'],
    ['全年任务已分解，建成公厕12座。', null],
    ['2022年，建成公厕12座。', null],
    ['县城管局1-9月共建成公厕12座。', '2022-09-30'],
    ['6月15日进场施工，建成公厕12座。', null],
  ])('%s', (text, asOf) => {
    expect(read(text, [toilets]).figures[0]?.asOf).toBe(asOf)
  })
  test('a forecast and what goes on with it are promises, a past date is none', () => {
    const reading = read('3月15日开工，预计5月底施工招标，6月10日施工开标，8月31日完工。', [toilets])
    expect(reading.commitments.map(({ date, what }) => [date, what])).toEqual([
      ['2022-05-31', '施工招标'],
      ['2022-06-10', '施工开标'],
      ['2022-08-31', '完工'],
    ])
  })
})
