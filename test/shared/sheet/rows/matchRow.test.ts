import { describe, expect, it } from 'vitest'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { MATCH_RULES, matchRow, type RowQuery, type TableSubject } from '../../../../shared/sheet/rows/matchRow.ts'
import { NO_MATCH } from '../../../../shared/sheet/subjects/matchSubjects.ts'

const ROADS = { task: '7.1', indicators: ['7.1.a'], confidence: 0.9 }

const query = (row: Partial<RowQuery>, table: Partial<TableSubject> = {}): RowQuery => ({
  register: register2021,
  task: '',
  indicator: '',
  hints: {},
  targets: [],
  targetWords: '',
  section: undefined,
  ...row,
  table: { title: NO_MATCH, isBoundByHeadings: false, namesItems: false, ...table },
})

/** For each rule a row that it decides, and what that is about. */
const CASES: Readonly<Record<string, readonly [query: RowQuery, indicators: readonly string[], candidates?: readonly string[]]>> = {
  'names of items under headings that bind the figures': [query({ task: '甘棠路' }, { namesItems: true, isBoundByHeadings: true }), []],
  'names of items under a title of one indicator': [query({ task: '甘棠路' }, { namesItems: true, title: ROADS }), ['7.1.a']],
  'names of several indicators beside as many targets': [
    query({ task: '阅报栏和百场戏', targets: [{ measure: '个' }, { measure: '场' }] }),
    ['2.4.a', '2.3.a'],
  ],
  'the words of the target, where the names leave it open which indicator of theirs it is of': [
    query({ task: '农村适龄妇女“两癌”免费筛查', targetWords: '宫颈癌' }),
    ['8.1.a'],
  ],
  'promises of several tasks, each with its target': [
    query({ task: '组织“消夏音乐季”广场文艺演出100场、“政府采购百场戏”300场。' }),
    ['2.2.a', '2.3.a'],
  ],
  'the indicator': [query({ task: '农村公路', indicator: '新改建农村公路里程' }), ['7.1.a']],
  'task and indicator together': [query({ task: '农村公路', indicator: '新改建' }), ['7.1.a']],
  'the task': [query({ task: '窨井设施整治' }), ['5.a']],
  'the task, whatever category it is under': [query({ task: '窨井设施整治', hints: { category: 2 } }), ['5.a']],
  'several that a person decides between': [query({ task: '过街天桥' }), [], ['7.2.a', '7.3.a']],
  'the section': [query({ task: '甘棠路', section: '窨井设施整治' }), ['5.a']],
  'headings that bind the figures': [query({ task: '甘棠路' }, { isBoundByHeadings: true, title: ROADS }), []],
  'the title, where the row names nothing': [query({}, { title: ROADS }), ['7.1.a']],
}

describe('what a row is about', () => {
  it.each(MATCH_RULES)('is decided by “$name”: $example', ({ name }) => {
    const [row, indicators, candidates] = CASES[name] ?? [query({}), ['no case']]
    expect(MATCH_RULES.find(({ match }) => match(row))?.name).toBe(name)
    const match = matchRow(row)
    expect([match.indicators, match.candidates]).toEqual([indicators, candidates])
  })

  it.each<readonly [why: string, row: Partial<RowQuery>, indicators: readonly string[]]>([
    [
      'the words of the target are those of another task',
      { task: '新建农村公路，自然村通硬化路', targetWords: '宫颈癌' },
      ['7.1.a', '7.1.b'],
    ],
    ['the name says one already', { task: '窨井设施整治', targetWords: '宫颈癌' }, ['5.a']],
    ['the target says no name', { task: '窨井设施整治', targetWords: '不少于' }, ['5.a']],
    ['a part states another target', { task: '“消夏音乐季”广场文艺演出100场、“政府采购百场戏”200场' }, []],
  ])('is not decided by them where %s', (_, row, indicators) => {
    expect(matchRow(query(row)).indicators).toEqual(indicators)
  })

  it('stays open where no rule finds it', () => {
    expect(matchRow(query({ task: '甘棠路' }))).toBe(NO_MATCH)
  })
})
