import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNarrative } from '../../../shared/narrative/readNarrative.ts'
import { narrativeTask } from '../../../shared/narrative/words/narrativeTask.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { labelledTexts } from './scoreTexts.ts'

const tasks = register2021.tasks.map(({ id }) => narrativeTask(register2021, id)).filter((task) => task !== undefined)
const words =
  '已完成 正在 开工 建成 计划 剩余 其中 较上月 同比 占目标任务的 分别 2020年 截至5月底 《 》 （ ） “ ” ， 。 ； 、 ： \n 12座 3.7公里 1.2万余人 48% 99.9%、 亿元 一座 1-5月 东山县 \ud800 \u0000 \u202e ．３％ 县区 任务数 完成数 | '.split(
    ' ',
  )
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => parts.join('')),
)

describe('readNarrative', () => {
  test('reads any text without throwing, and every claim is a stretch of it', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...tasks), fc.integer({ min: 1990, max: 2100 }), (written, task, year) => {
        const reading = readNarrative(written, { year, task })
        for (const claim of [...reading.figures, ...reading.statedPercents, ...reading.commitments]) {
          expect(written.slice(claim.start, claim.end)).toBe(claim.raw)
        }
        const own = new Set(task.indicators.map(({ id }) => id))
        for (const figure of reading.figures) if (figure.role === 'progress') expect(own).toContain(figure.indicator)
        for (const figure of reading.figures) if (figure.role === 'context') expect(figure.indicator).toBeNull()
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('the sentences before a stop do not change what a later text of the document claims', () => {
    for (const { text: own, year } of labelledTexts('document')) {
      const task = tasks[0]
      if (!task) continue
      const alone = readNarrative(own, { year, task })
      const behind = readNarrative(`各级各部门高度重视。\n${own}`, { year, task })
      expect(behind.figures.map(({ raw, role }) => [raw, role])).toEqual(alone.figures.map(({ raw, role }) => [raw, role]))
    }
  })

  test.each([
    ['figures', '新建公路12公里，'],
    ['percentages', '48%、'],
    ['brackets', '（已完成3座'],
    ['parts', '其中东山县3个、西河县4个。'],
    ['dates', '预计5月底，6月10日，'],
    ['one word', '分别'],
    ['digits', '9'],
  ])(
    'a cell full of %s is read to its end',
    (_, part) => {
      const task = tasks.find(({ indicators }) => indicators.length > 2) ?? tasks[0]
      if (!task) throw new Error('the register has no task')
      const full = part.repeat(Math.ceil(32_767 / part.length)).slice(0, 32_767)
      expect(() => readNarrative(full, { year: 2021, task })).not.toThrow()
    },
    60_000,
  )
})
