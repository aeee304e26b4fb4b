import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { numberFromScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../grid/gridOf.ts'

const context = { reporter: '市交通运输局', period: '2021-05', year: 2021 }
const read = (cells: readonly (readonly (string | number | null)[])[]) => readSheet(gridOf(cells), register2021, context)

/** "7.1.a 146 at A2" for each figure. */
function figuresOf(cells: Parameters<typeof read>[0]): string[] {
  const result = read(cells)
  if (!result.ok) return [result.fault.tag]
  return result.value.records.flatMap(({ subject, values, origin }) =>
    values.cumulative == null ? [] : [`${subject} ${numberFromScaled(values.cumulative)} at ${origin.cells.cumulative}`],
  )
}

const [roads, lights] = [
  '新建农村公路300公里，完成280个自然村通硬化路任务。截至5月26日，完成新改建里程146公里，占目标任务的48.7%；完成123个自然村通硬化路。',
  '6座过街天桥亮化工程。已完成4座，其余2座正在安装。',
]
const READ = (...cells: [string, string, string]) => [`7.1.a 146 at ${cells[0]}`, `7.1.b 123 at ${cells[1]}`, `7.3.a 4 at ${cells[2]}`]

describe('a sheet of texts without headings', () => {
  it('in one cell, a line a task', () => {
    expect(figuresOf([['市交通运输局2021年民生实事进展情况'], [`一、${roads}\n二、${lights}`]])).toEqual(READ('A2', 'A2', 'A2'))
  })

  it('with a row a task', () => {
    expect(figuresOf([['市交通运输局2021年民生实事进展情况'], [`一、${roads}`], [`二、${lights}`]])).toEqual(READ('A2', 'A2', 'A3'))
  })

  it('with the task in a row of its own', () => {
    const [[task, ...roadsDone], [other, ...lightsDone]] = [roads.split('。'), lights.split('。')]
    expect(figuresOf([['进展情况'], [`${task}。`], [roadsDone.join('。')], [`${other}。`], [lightsDone.join('。')]])).toEqual(
      READ('A3', 'A3', 'A5'),
    )
  })

  it('behind a unit’s name or a number', () => {
    expect(
      figuresOf([
        ['责任单位', '进展情况'],
        ['市交通运输局', `${roads}\n${lights}`],
      ]),
    ).toEqual(READ('B2', 'B2', 'B2'))
    expect(
      figuresOf([
        ['序号', '进展情况'],
        [1, roads],
        [2, lights],
      ]),
    ).toEqual(READ('B2', 'B2', 'B3'))
  })

  it('keeps for each task its own sentences, and the day that they state', () => {
    const result = read([['进展情况汇报'], [`一、${roads}\n二、${lights}`]])
    if (!result.ok) throw new Error(result.fault.tag)
    const values = new Map(result.value.records.map(({ subject, values: own }) => [subject, own]))
    expect(values.get('7.3')?.progressText).toBe('已完成4座，其余2座正在安装。')
    expect(values.get('7.1')?.progressText).not.toContain('天桥')
    expect(values.get('7.1.a')?.asOf).toBe('2021-05-26')
  })

  it('reports a figure that nobody can tell the task of', () => {
    const result = read([['进展情况汇报'], [`截至目前，已完成130场。\n${roads}`]])
    if (!result.ok) throw new Error(result.fault.tag)
    expect(result.value.findings.map(({ code, cell }) => `${code} ${cell}`)).toContain('NOT_READ A2')
  })

  it.each([
    [
      'a list of tasks says nothing of what is done',
      [['2021年重点民生实事'], ['新建农村公路300公里，完成280个自然村通硬化路任务。'], ['6座过街天桥亮化工程。']],
    ],
    [
      'a table whose figures nobody understands',
      [
        ['甲', '乙', '丙'],
        [roads, 12.5, 3],
        [lights, 7, 1],
      ],
    ],
    ['a notice about a task', [['关于农村公路建设的通知'], ['请各县区于每月26日前报送新建农村公路300公里的有关资料，联系人张三。']]],
    ['a notice', [['关于报送进展情况的通知'], ['请各单位于每月26日前报送民生实事进展情况，逾期不报的予以通报。']]],
  ])('%s: no table', (_, cells) => {
    expect(figuresOf(cells)).toEqual(['noTable'])
  })
})
