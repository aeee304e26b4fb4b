import { describe, expect, test } from 'vitest'
import type { PeriodContext } from '../../../../addin/flow/periodContext.ts'
import { openPeriodContext } from '../../../../addin/flow/session/openPeriodContext.ts'
import { correctReading } from '../../../../addin/flow/submit/correctReading.ts'
import { noDecisions } from '../../../../addin/flow/submit/planSubmission.ts'
import { previewSubmission, submitSheet } from '../../../../addin/flow/submit/submitSheet.ts'
import { correctionsOf, waysOut } from '../../../../addin/flow/submit/waysOut.ts'
import type { FindingCode } from '../../../../shared/finding/finding.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import type { Account } from '../../../../shared/wire/session.ts'
import { clerk, gridOf, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'

const april: PeriodInfo = { ...may, id: '2021-04' }
const june: PeriodInfo = { ...may, id: '2021-06' }
const justice: Account = { ...clerk, id: 'a2', reporter: 'sifa', reporterName: '市司法局' }
const hubin: Account = { ...clerk, id: 'a3', reporter: 'hubin', reporterName: '湖滨区人民政府' }

const roads = (lines: readonly string[], counties: readonly string[] = ['湖滨区', '陕州区', '渑池县']): Grid =>
  gridOf('Sheet1', [
    ...lines.map((line) => [line]),
    ['县（市、区）', '新建农村公路年度目标（公里）', '累计完成（公里）'],
    ...counties.map((county, i) => [county, 50, 10 + i]),
  ])

async function world(grid: Grid, account = clerk, period = may) {
  const fakes = fakePorts(grid, account, [april, may, june])
  const open = async (chosen: PeriodInfo): Promise<PeriodContext> => {
    const context = await openPeriodContext(fakes.ports, account, [april, may, june], chosen)
    if (!context.ok) throw new Error(context.fault.tag)
    return context.value
  }
  const preview = async (context: PeriodContext) => {
    const answer = await previewSubmission(fakes.ports, context)
    if (!answer.ok) throw new Error(answer.fault.tag)
    return answer.value
  }
  return {
    ...fakes,
    open,
    preview,
    context: await open(period),
    submit: async (context: PeriodContext) => {
      const answer = await submitSheet(fakes.ports, context, await preview(context), noDecisions)
      return answer.ok ? answer.value.sent.length : answer.fault.tag
    },
    /** Takes a way out of the finding of a code, as the person's click does. */
    take: async (context: PeriodContext, code: FindingCode, tag: string) => {
      const { check } = await preview(context)
      const finding = check.reading.findings.find((one) => one.code === code)
      const way = finding && waysOut(finding, [april, may, june]).find((one) => one.tag === tag)
      if (!way) throw new Error(`no way ${tag} out of ${code}`)
      await correctReading(fakes.ports, context, check.reading.sheetName, correctionsOf(way, check))
    },
    codes: async (context: PeriodContext) => (await preview(context)).check.reading.findings.map(({ code }) => code),
  }
}

describe('a sheet of another unit', () => {
  const theirs = roads(['2021年5月农村公路进展情况表', '填报单位：市交通运输局'])

  test('is not sent before somebody says that it is the unit’s own', async () => {
    const { context, preview, submit, take, codes, server } = await world(theirs, justice)
    const { plan, check } = await preview(context)
    expect(check.reading.records).toHaveLength(3)
    expect(plan.map(({ kind }) => kind)).toEqual(['withheld', 'withheld', 'withheld'])
    expect(await submit(context)).toBe('nothingToSend')
    expect(server.calls).toEqual([])

    await take(context, 'SHEET_OF_OTHER_UNIT', 'confirm')
    expect(await codes(context)).not.toContain('SHEET_OF_OTHER_UNIT')
    expect(await submit(context)).toBe(3)
  })

  test('is asked about again in the next period, and of the next unit that opens the file', async () => {
    const { context, open, take, codes, ports } = await world(theirs, justice)
    await take(context, 'SHEET_OF_OTHER_UNIT', 'confirm')
    expect(await codes(await open(june))).toContain('SHEET_OF_OTHER_UNIT')
    const other = await world(theirs, { ...justice, reporter: 'jiaoyu', reporterName: '市教育局' })
    const said = await ports.memory.corrections('Sheet1')
    if (said.ok) await other.ports.memory.setCorrections('Sheet1', said.value)
    expect(await other.codes(other.context)).toContain('SHEET_OF_OTHER_UNIT')
  })

  test('goes without a word where it is the unit’s own', async () => {
    const { context, submit, codes } = await world(theirs)
    expect(await codes(context)).not.toContain('SHEET_OF_OTHER_UNIT')
    expect(await submit(context)).toBe(3)
  })
})

describe('a sheet of another month', () => {
  const ofApril = roads(['2021年4月农村公路进展情况表', '填报单位：市交通运输局　截至2021年4月26日'])

  test('April’s does not go in as May’s before somebody says so', async () => {
    const { context, submit, take, server } = await world(ofApril)
    expect(await submit(context)).toBe('nothingToSend')
    expect(server.calls).toEqual([])
    await take(context, 'PERIOD_MISMATCH', 'confirm')
    expect(await submit(context)).toBe(3)
  })

  test('goes in its own period', async () => {
    const { context, preview, open, submit } = await world(ofApril)
    const finding = (await preview(context)).check.reading.findings.find(({ code }) => code === 'PERIOD_MISMATCH')
    if (!finding) throw new Error('no finding')
    const periods = [april, may]
    expect(waysOut(finding, periods)).toEqual([
      { tag: 'switchPeriod', period: '2021-04' },
      { tag: 'confirm', finding },
    ])
    // a period that is closed, or that nobody opened, is no way out
    expect(waysOut(finding, [{ ...april, state: 'locked' }, may]).map(({ tag }) => tag)).toEqual(['confirm'])
    expect(waysOut(finding, [may]).map(({ tag }) => tag)).toEqual(['confirm'])
    expect(await submit(await open(april))).toBe(3)
  })

  test('a confirmation holds for what the sheet says, and no longer when it says something else', async () => {
    const { context, take, codes, book } = await world(ofApril)
    await take(context, 'PERIOD_MISMATCH', 'confirm')
    expect(await codes(context)).not.toContain('PERIOD_MISMATCH')
    book.edit((cells) => {
      const [title, line] = cells
      if (title && line) [title[0], line[0]] = ['2021年3月农村公路进展情况表', '截至2021年3月26日']
    })
    expect(await codes(context)).toContain('PERIOD_MISMATCH')
  })

  test('the name of the file alone is doubted, and what the sheet says outweighs it', async () => {
    const named = (title: string) => ({ ...roads([title]), fileName: '农村公路进展202104.xlsx' })
    const doubted = await world(named('农村公路进展情况表'))
    expect(await doubted.submit(doubted.context)).toBe('nothingToSend')
    const plain = await world(named('2021年5月农村公路进展情况表'))
    expect(await plain.submit(plain.context)).toBe(3)
  })
})

describe('rows that are not the reporter’s', () => {
  const all = roads(['2021年5月农村公路进展情况表'])

  test('are left out by one click, which is remembered', async () => {
    const { context, preview, submit, take, codes, ports } = await world(all, hubin)
    expect(await codes(context)).toContain('ROW_NOT_YOURS')
    await take(context, 'ROW_NOT_YOURS', 'leaveOut')
    const said = await ports.memory.corrections('Sheet1')
    expect(said.ok && said.value.map(({ kind, anchor }) => `${kind} ${anchor}`)).toEqual(['skipRow 陕州区', 'skipRow 渑池县'])
    const { check } = await preview(context)
    expect(check.reading.records.map(({ area }) => area)).toEqual(['411202'])
    expect(check.reading.findings.map(({ code }) => code)).not.toContain('ROW_NOT_YOURS')
    expect(await submit(context)).toBe(1)
  })

  test('are columns where the counties are columns', async () => {
    const matrix = gridOf('Sheet1', [
      ['2021年5月重点民生实事累计完成情况'],
      ['指标', '计量单位', '湖滨区', '陕州区', '渑池县', '全市合计'],
      ['新建农村公路', '公里', 10, 11, 12, 33],
    ])
    const { context, preview, take } = await world(matrix, hubin)
    await take(context, 'ROW_NOT_YOURS', 'leaveOut')
    const { check } = await preview(context)
    expect(new Set(check.reading.records.map(({ area }) => area))).toEqual(new Set(['411202']))
    expect(check.reading.findings.map(({ code }) => code)).not.toContain('ROW_NOT_YOURS')
    // the columns that were left out are known, and not called unread
    expect(check.reading.findings.map(({ code }) => code)).not.toContain('NOT_READ')
    expect(check.reading.findings.map(({ code }) => code)).not.toContain('SUM_MISMATCH')
  })
})

describe('a list of single projects', () => {
  const ledger = gridOf('台账', [
    ['2021年5月新建农村公路项目台账'],
    ['县（市、区）', '路线名称', '建设里程（公里）', '累计完成（公里）'],
    ...['湖滨区', '陕州区', '渑池县'].flatMap((county, i) => [1, 2, 3, 4].map((road) => [county, `X${i}${road}线`, 25, 10])),
  ])

  test('waits as sums, which go once a person says that they are to be reported', async () => {
    const { context, preview, submit, ports, server } = await world(ledger)
    const { plan, check } = await preview(context)
    expect(plan.map(({ kind, withheld }) => [kind, withheld[0]?.why.tag])).toEqual(Array(3).fill(['withheld', 'ledger']))
    expect(await submit(context)).toBe('nothingToSend')
    const [one] = check.reading.ledgers
    await correctReading(ports, context, '台账', one ? [one.answer] : [])
    expect(await submit(context)).toBe(3)
    expect(server.records.get('7.1.a|411202|')?.values).toMatchObject({ target: 1_000_000, cumulative: 400_000 })
    // the next reading of the workbook does not ask again
    expect((await preview(context)).plan.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })
})
