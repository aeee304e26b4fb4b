import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StepCounter, stepCounter } from './stepCounter.ts'

/** What a hostile or careless text is made of, a piece each: marks alone, figures, percentages, brackets that never close. */
const PIECES = [
  ...['，', '、', '；', '。', '（', '）', '《', '“', ' ', '\n', '1', '一', '%', '的', '[bookmark:', '{ PAGE ', '1、 '],
  ...[
    '1公里，',
    '新建农村公路1公里、',
    '（1公里',
    '1%',
    '百分之五，',
    '100%，',
    '占目标任务的48%；',
    '占目标任务的60%、',
    '1公里，占目标任务的48%，',
  ],
  ...[
    '其中1公里、',
    '剩余3公里，',
    '目标3公里，',
    '（其中湖滨区3个、陕州区2个），',
    '4405例，筛查率71.36%，',
    '完工率65%，',
    '141余篇，',
    '2.13万户、',
  ],
  ...[
    '预计5月底前完成，',
    '截至5月26日，',
    '市交通运输局',
    '累计完成',
    '各县（市、区）',
    '十二个、',
    '3-5公里、',
    '2021年',
    '第1批',
    '1/2、',
    '完成1公里\n',
  ],
]
const [SHORT, LONG] = [1_000, 4_000]
/** Four times the length takes four times the steps, and some more until each window of a fixed number of figures is full; squared it is 16. */
const MOST = 4.8

async function load() {
  const [{ readNarrative }, { narrativeTask }, { register2021 }, { lintReport }, { buildProposals }, { safeText }] = await Promise.all([
    import('../../../../shared/narrative/readNarrative.ts'),
    import('../../../../shared/narrative/words/narrativeTask.ts'),
    import('../../../../shared/register/year2021/register2021.ts'),
    import('../../../../shared/report/lint/lintReport.ts'),
    import('../../../../shared/report/letters/buildProposals.ts'),
    import('../../../../shared/report/safeText.ts'),
  ])
  return { readNarrative, narrativeTask, register: register2021, lintReport, buildProposals, safeText }
}

describe('long texts', () => {
  let counter: StepCounter<Awaited<ReturnType<typeof load>>>
  beforeAll(async () => {
    counter = await stepCounter(load)
  })
  afterAll(() => counter.stop())

  /** Reads a text as a sheet's cell, as a report's paragraph, and as proposals to its unit. */
  const steps = async (text: string) => {
    const { readNarrative, narrativeTask, register, lintReport, buildProposals, safeText } = counter.loaded
    const task = narrativeTask(register, '6.1')
    if (!task) throw new Error('no task')
    const read = await counter.count(() => void readNarrative(text, { year: 2021, task, areas: register.areas }))
    const written = await counter.count(() => {
      const paragraphs = safeText(text).paragraphs.join('\n')
      const report = `${LINES_BEFORE}${paragraphs}`
      buildProposals(register, lintReport(report, { register, on: '2021-05-31' }), '2021-05')
    })
    return { read, written }
  }
  const LINES_BEFORE = `${'一、二、三、四、五、'
    .match(/.、/g)
    ?.map((numeral) => `${numeral}类\n工作任务：任务\n主要责任单位：市教育局\n进展情况：好。\n`)
    .join('')}六、类\n工作任务1：任务\n主要责任单位：市城市管理局\n进展情况：`

  async function growth(pieces: string): Promise<{ read: number; written: number }> {
    const of = (length: number) => pieces.repeat(Math.ceil(length / pieces.length)).slice(0, length)
    // whatever is made once is made
    await steps(of(SHORT))
    const [short, long] = [await steps(of(SHORT)), await steps(of(LONG))]
    return { read: long.read / short.read, written: long.written / short.written }
  }

  it.each(PIECES)('of %j are read, looked at and answered in steps that grow as they do', async (piece) => {
    const { read, written } = await growth(piece)
    expect(read).toBeLessThan(MOST)
    expect(written).toBeLessThan(MOST)
  })

  it('made of any of these, likewise', async () => {
    const mixes = fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(mixes, async (pieces) => {
        const { read, written } = await growth(pieces.join(''))
        expect(Math.max(read, written)).toBeLessThan(MOST)
      }),
      { numRuns: 25, seed: 20_210_531 },
    )
  })

  it('would tell a search that begins again at every figure', async () => {
    const pairs = (text: string) => {
      for (let at = text.indexOf('1'); at >= 0; at = text.indexOf('1', at + 1)) /占目标$/.exec(text.slice(0, at))
    }
    const [short, long] = [await counter.count(() => pairs('1里'.repeat(SHORT))), await counter.count(() => pairs('1里'.repeat(LONG)))]
    expect(long / short).toBeGreaterThan(10)
  })
})
