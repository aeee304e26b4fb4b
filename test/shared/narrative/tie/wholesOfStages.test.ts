import { describe, expect, it } from 'vitest'
import { chosenFigures } from '../../../../shared/narrative/chosenFigures.ts'
import { taskWords } from '../../../../shared/narrative/words/taskWords.ts'
import { figuresOf, indicator, read } from '../readText.ts'

const flats = indicator('d', '新建教师周转宿舍', '107', '套')
const started = indicator('e', '开工建设智慧安防小区', '385', '个')
const shows = indicator('f', '“消夏音乐季”广场文艺演出', '100', '场')
const wells = indicator('g', '整治窨井设施', '7000', '个')

/** What would be sent where the sheet has no column of figures. */
const chosen = (text: string, own = flats) =>
  chosenFigures(read(text, [own]), taskWords({ text: own.name, indicators: [own] })).flatMap(({ figure }) => figure?.raw ?? '?')

describe('a whole that its parts divide by stages', () => {
  it.each([
    ['behind its parts', '周转宿舍竣工32套、在建75套，合计107套。'],
    ['before its parts', '周转宿舍合计107套，其中竣工32套、在建75套。'],
    ['before a list', '周转宿舍共107套：竣工32套，主体封顶40套，未开工35套。'],
    ['with what is not begun', '周转宿舍竣工32套，未开工75套，总计107套。'],
    ['in a bracket', '周转宿舍107套（竣工32套、在建75套）。'],
    ['of which the finished part is told apart', '周转宿舍107套，其中已竣工32套。'],
  ])('%s is not what is done: %s', (_, text) => {
    expect(figuresOf(text, [flats])).toContain('107套 restated_target')
    expect(chosen(text)).toEqual(['32套'])
  })

  it('is what is done where all of its parts count', () => {
    expect(figuresOf('渑池县竣工62套、卢氏县竣工45套，合计107套。', [flats])).toContain('107套 d')
    expect(figuresOf('开工建设智慧安防小区共318个，其中竣工118个、在建200个。', [started])).toContain('318个 e')
  })

  it('is what is done where its own words or its percentage say so', () => {
    expect(chosen('共建成周转宿舍72套，其中竣工交付32套、装修40套。')).toEqual(['72套'])
    expect(chosen('周转宿舍合计107套，占100%，其中竣工32套。')).toEqual(['107套'])
  })

  it('is what is done where the words next to it say so, whatever adds up beside it', () => {
    const lit = indicator('h', '过街天桥亮化', '6', '座')
    expect(chosen('6座天桥中，已亮灯3座，正在施工2座，剩余1座待进场。', lit)).toEqual(['3座'])
    expect(chosen('周转宿舍在建4套，未开工3套，竣工7套。')).toEqual(['7套'])
  })

  it('of one with other parts nothing is taken away', () => {
    expect(figuresOf('周转宿舍合计107套，在建30套、未开工20套。', [flats])).toContain('107套 d')
  })

  it('and steps of the work are at a stage of their own, whichever word comes first', () => {
    const roads = indicator('b', '新建农村公路', '300', '公里')
    const text = '新建农村公路完工62公里，路基完成40公里，共102公里。'
    expect(figuresOf(text, [roads])).toEqual(['62公里 b', '40公里 b', '102公里 restated_target'])
    expect(chosen(text, roads)).toEqual(['62公里'])
  })
})

describe('a rate of the work behind a figure', () => {
  const stageOf = (text: string) => read(text, [flats]).figures.map(({ raw, stage }) => `${raw} ${stage}`)

  it.each([['周转宿舍40套，形象进度80%。'], ['渑池县（40套）已完成总工程量的90%。'], ['周转宿舍40套主体完成60%。']])(
    'says that it is under way: %s',
    (text) => {
      expect(stageOf(text)).toContain('40套 in_progress')
    },
  )

  it('says nothing where all of it is done, or where another percentage is meant', () => {
    expect(stageOf('渑池县（40套）已完成总工程量的100%。')).toContain('40套 null')
    expect(stageOf('周转宿舍40套，占37.4%。')).toContain('40套 null')
    expect(stageOf('周转宿舍竣工40套，另有道路形象进度80%。')).toContain('40套 completed')
  })
})

describe('what is held beside it', () => {
  it.each(['线上同步直播9场', '健康讲座9场', '举办培训班9场', '线上展播共9场'])('is another thing: %s', (words) => {
    expect(figuresOf(`演出62场，${words}。`, [shows])).toEqual(['62场 f', '9场 other_object'])
  })

  it('is a part where the text says so, and the thing itself where the indicator is about it', () => {
    expect(figuresOf('演出62场，其中线上直播9场。', [shows])).toEqual(['62场 f', '9场 f'])
    expect(figuresOf('“消夏音乐季”演出和讲座62场。', [shows])).toEqual(['62场 f'])
    expect(figuresOf('举办健康讲座9场。', [indicator('i', '开展健康知识讲座', '100', '场')])).toEqual(['9场 i'])
  })
})

describe('the figure of the year', () => {
  it('is no part of the month before it', () => {
    expect(chosen('本月“消夏音乐季”演出14场，年初至今62场，占62%；线上同步直播9场。', shows)).toEqual(['62场'])
    expect(chosen('本周演出2场，今年以来62场，完成62%；另有讲座3场。', shows)).toEqual(['62场'])
    expect(chosen('当月演出14场，目前累计62场。', shows)).toEqual(['62场'])
  })
})

describe('numbers without a measure', () => {
  const open = (text: string) =>
    read(text, [wells]).findings.flatMap(({ code, params }) => (code === 'TEXT_FIGURE_OPEN' ? [params.raw] : []))

  it('are named where nothing tells what they are', () => {
    expect(open('整治窨井设施600个，实际57。')).toEqual([['57']])
    expect(open('整治窨井设施：湖滨区1200、陕州区800，其余未开展。')).toEqual([['1200', '800']])
    expect(open('整治窨井设施2230+920。')).toEqual([['2230', '920']])
  })

  it('are not where they are names, days, or the target again', () => {
    expect(open('2021年5月，任务7000，整治窨井设施600个，拨打12345热线，覆盖5G基站，8:30开工，G310沿线已完成。')).toEqual([])
    expect(open('一、整治窨井设施600个。\n1、湖滨区；2、陕州区。截至7 月 20 日。')).toEqual([])
  })

  it('that are added up wrongly are said', () => {
    const { findings } = read('整治窨井设施2230+920=3250个。', [wells])
    expect(findings.find(({ code }) => code === 'TEXT_PARTS_MISMATCH')?.params).toEqual({ sum: '3150', whole: '3250' })
    expect(read('整治窨井设施2230+920=3150个。', [wells]).findings).toEqual([])
  })
})

describe('what is told apart as the rest', () => {
  const mismatch = (text: string) =>
    read(text, [flats]).findings.flatMap(({ code, params }) => (code === 'TEXT_PARTS_MISMATCH' ? [params] : []))

  it('makes up the target with what is done', () => {
    expect(mismatch('已竣工65套，其余32套正在进行主体施工。')).toEqual([{ sum: '97', whole: '107' }])
    expect(mismatch('已竣工75套，其余32套正在进行主体施工。')).toEqual([])
    expect(mismatch('竣工32套，主体封顶43套，其余32套正在装修。')).toEqual([])
  })

  it('but not an area’s, nor far less than the target, which is of another whole', () => {
    expect(mismatch('渑池县：已竣工65套，其余32套正在施工。')).toEqual([])
    expect(mismatch('已竣工10套，其余5套正在施工。')).toEqual([])
  })
})

describe('a figure behind a heading of plans', () => {
  const roads = indicator('b', '新建农村公路', '300', '公里')

  it('is done where its own words say so', () => {
    expect(figuresOf('年度目标：300公里；累计完成204公里。', [roads])).toEqual(['300公里 planned', '204公里 b'])
    expect(figuresOf('年度目标：300公里，目前累计完成204公里。', [roads])).toEqual(['300公里 planned', '204公里 b'])
    expect(figuresOf('工作计划：10月底累计完成250公里。', [roads])).toEqual(['250公里 planned'])
  })
})
