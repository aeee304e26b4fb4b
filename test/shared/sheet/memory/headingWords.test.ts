import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../../../shared/quantity/findQuantities.ts'
import { headingWords, timelessHeading } from '../../../../shared/sheet/memory/headingWords.ts'
import { A_MONTH, A_NUMBER, A_QUARTER, A_YEAR, UP_TO_A_MONTH } from '../../../../shared/sheet/memory/periodWords.ts'
import { PERSON_LABELS, PERSON_TITLES, PERSON_VERBS, SURNAMES } from '../../../../shared/sheet/memory/personWords.ts'

describe('a heading without its time', () => {
  it.each([
    ['1-5月完成', '1-6月完成', '至某月完成'],
    ['截至2021年5月底累计完成', '截至2021年6月底累计完成', '至某月累计完成'],
    ['5月26日累计', '6月30日累计', '至某月累计'],
    ['2021年5月份/完成数', '2021年6月份/完成数', '某月/完成数'],
    ['五月完成数', '十二月完成数', '某月完成数'],
    ['一至五月完成', '一至六月完成', '至某月完成'],
    ['二〇二一年五月', '二〇二一年六月', '某月'],
    ['二季度计划', '三季度计划', '某季度计划'],
    ['2021年目标', '2022年目标', '某年目标'],
    ['进展（2021.5.26）', '进展（2021.6.30）', '进展(某)'],
    ['第21周完成', '第25周完成', '第某周完成'],
    ['年度目标（300公里）', '年度目标（1,250.5公里）', '年度目标(某公里)'],
    ['三百公里', '一千二百公里', '某公里'],
  ])('is the same next month: %s, %s', (before, after, words) => {
    expect([timelessHeading(before), timelessHeading(after), headingWords(after)]).toEqual([words, words, words])
  })

  it.each([
    ['5月完成', '1-5月完成'],
    ['5月完成', '截至5月底完成'],
    ['本月完成', '累计完成'],
    ['年度目标', '季度目标'],
    ['完成投资（万元）', '完成投资（元）'],
    ['路基', '路面'],
    ['上月', '本月'],
    ['已开工', '已完工'],
  ])('is another one under another heading: %s, %s', (one, other) => {
    expect(timelessHeading(one)).not.toBe(timelessHeading(other))
  })

  it.each([
    '一体化',
    '二期',
    '统一登记',
    '县(市、区)',
    '完成率(%)',
    '完成投资(万元)',
    '高标准农田',
    '三门峡',
    '上半年',
    '任务',
    '金额',
    '施工图',
  ])('has its words: %s', (heading) => {
    expect(headingWords(heading)).toBe(heading)
  })

  it('is known by every entry of the lists', () => {
    for (const list of [UP_TO_A_MONTH, A_MONTH, A_QUARTER, A_YEAR, A_NUMBER])
      for (const entry of list.entries) expect(entry.example).toMatch(list.only(entry))
    for (const list of [PERSON_LABELS, PERSON_TITLES, PERSON_VERBS])
      for (const entry of list.entries) expect(entry.example).toMatch(list.only(entry))
  })
})

const given = fc.stringMatching(/^[建国伟强芳娜秀英敏静丽军洋勇艳杰娟涛明超兰霞平刚桂红玲燕萍玉飞鹏辉梅宇浩琳]{1,2}$/)
const person = fc.tuple(fc.constantFrom(...SURNAMES), given).map(([surname, name]) => `${surname}${name}`)
/** The ways in which headings name somebody. */
const heading = fc
  .tuple(
    person,
    fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => `责任人：${name}`,
      (name) => `负责人（${name}）`,
      (name) => `包联领导${name}`,
      (name) => `完成数（${name}）`,
      (name) => `${name}负责路段/完成数`,
      (name) => `进度/${name}`,
      (name) => `${name}局长包联/目标`,
      (name) => `联系人及电话：${name}13800000000`,
    ),
  )
  .map(([name, way]) => ({ name, path: way(name) }))

describe('what is stored of a heading', () => {
  it('has no name of a person in it', () => {
    fc.assert(
      fc.property(heading, ({ name, path }) => {
        expect(headingWords(path)).not.toContain(name)
      }),
      { numRuns: 500 },
    )
  })

  it('has no figure in it, whatever the heading says', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 1e9 }).map(String),
      fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
      fc.constantFrom('１２３', '三百二十', '一万二千户', '2.13万户', '两百公里', '半数', '48.67%', '①', '1,250', 'K12+500'),
    )
    const words = fc.constantFrom('完成', '目标', '（', '）', '公里', '/', '月', '年', '第', '批', '截至', '累计', '：', '、', ' ')
    fc.assert(
      fc.property(fc.array(fc.oneof(figure, words), { maxLength: 8 }), (pieces) => {
        const stored = headingWords(pieces.join(''))
        expect(stored).not.toMatch(/\p{N}/u)
        expect(findQuantities(stored)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is what is left of itself, so that a server can tell', () => {
    const pieces = fc.constantFrom(
      '张三',
      '5月',
      '完成',
      '十',
      '二',
      '/',
      '(',
      ')',
      ':',
      '负责人',
      '局长',
      '2021年',
      '底',
      '至',
      '12',
      '一百',
      '公里',
      '-',
      '.',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(pieces, { maxLength: 80 }).map((all) => all.join('')),
        ),
        (path) => {
          const stored = headingWords(path)
          expect(headingWords(stored)).toBe(stored)
        },
      ),
      { numRuns: 500 },
    )
  })
})
