import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

/** Headings of figures beside a task, their figures, and what target and completed figure come of them. */
const CASES: readonly (readonly [
  title: string,
  task: string,
  headings: readonly string[],
  figures: readonly number[],
  taken: readonly [number, number],
  aside: Readonly<Record<string, string>>,
])[] = [
  [
    'works that began are no completed ones',
    '教师周转宿舍建设',
    ['目标', '开工数', '完工数'],
    [107, 90, 65],
    [107, 65],
    { 开工数: 'other_stage' },
  ],
  [
    'works under way are no completed ones',
    '教师周转宿舍建设',
    ['目标', '完工', '在建'],
    [107, 65, 25],
    [107, 65],
    { 在建: 'other_stage' },
  ],
  [
    'the city’s target goes before a county’s own',
    '教师周转宿舍建设',
    ['县定目标', '市定目标', '完工'],
    [120, 107, 65],
    [107, 65],
    { 县定目标: 'other_target' },
  ],
  [
    'figures of the year before are none of this one',
    '教师周转宿舍建设',
    ['2021年目标', '2020年完成', '2021年累计完成'],
    [107, 240, 65],
    [107, 65],
    { '2020年完成': 'other_year' },
  ],
  [
    'steps before the counted one are none',
    '农村特岗教师招聘',
    ['计划', '已报名', '已招聘'],
    [60, 473, 12],
    [60, 12],
    { 已报名: 'other_stage' },
  ],
  ['what is to be done stands beside what is done', '教师周转宿舍建设', ['建设套数', '已建成套数'], [107, 65], [107, 65], {}],
  ['and may be the bare name of the work', '农村特岗教师招聘', ['招聘人数', '已招聘人数'], [60, 12], [60, 12], {}],
  ['planned and completed lengths', '新建农村公路', ['计划长度', '完成长度'], [300, 146], [300, 146], {}],
  ['what is asked for and what is reached', '残疾儿童康复救助', ['目标要求', '当前完成值'], [700, 689], [700, 689], {}],
]

describe('columns that would be the same figure', () => {
  it.each(CASES)('%s', (_, task, headings, figures, [target, cumulative], aside) => {
    const reading = readSheet(
      gridOf([
        ['工作任务', ...headings],
        [task, ...figures],
      ]),
      register2021,
      { period: '2021-05', year: 2021 },
    )
    const value = reading.ok ? reading.value : undefined
    const set = value?.tables[0]?.columns.filter((column) => column.aside).map((column) => [column.header, column.why.reason])
    expect(Object.fromEntries(set ?? [])).toEqual(aside)
    expect(value?.records.map(({ values }) => [values.target, values.cumulative])).toEqual([[target * 10_000, cumulative * 10_000]])
    expect(value?.findings.map((finding) => finding.code)).not.toContain('NOT_READ')
  })
})
