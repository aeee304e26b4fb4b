import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callApi } from '../../worker/cli/site/callApi.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')

/** On the demo's own figures, with a second opinion on one: the coordinator looks at the city's figures: who disagrees, where a figure came from, another light; and pulls them. */
describe.skipIf(!chromium)('the city’s figures', () => {
  const origin = inject('origin')
  let browser: Browser
  let coordinator: Person

  beforeAll(async () => {
    await says('minzheng', 680, 'C3')
    browser = await openBrowser(chromium ?? '')
    coordinator = await Person.arrives(browser, origin, '04', 'coordinator')
    await coordinator.press('look-up')
    await coordinator.see('as-of').waitFor()
  })
  afterAll(() => browser?.close())

  /** What a unit says of the children helped, as its workbook would send it. */
  async function says(reporter: string, children: number, cell: string): Promise<void> {
    const call = callApi(origin, inject('caPath'))
    const code = inject('accounts')
      .find(({ id }) => id === reporter)
      ?.codes.at(-1)
    const session = await call({ path: '/v1/sessions', body: { code, device: 'scenario' } })
    const { token } = session.body as { token: string }
    const { periods } = (await call({ path: '/v1/periods', token })).body as {
      periods: { id: string; epoch: number; registerVersion: number }[]
    }
    const period = periods.find(({ id }) => id === '2021-05')
    const sent = await call({
      path: `/v1/periods/2021-05/reporters/${reporter}/sync`,
      token,
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: {
        schema: 1,
        registerVersion: period?.registerVersion,
        periodEpoch: period?.epoch,
        atomic: false,
        fields: ['subject', 'area', 'part', 'base', 'cumulative', 'origin'],
        rows: [['8.2.a', '411200', '', 0, children * 10_000, { sheet: '台账', row: 3, cells: { cumulative: cell } }]],
      },
    })
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
  }

  const children = () => coordinator.see('indicator').filter({ hasText: '8.2.a' })
  const number = async (testid: string) => Number((await coordinator.see(testid).locator('dd').textContent()) ?? '')

  it('counts who must report, who has sent all, a part of it, and nothing', async () => {
    const [due, reported, partial, unreported] = await Promise.all(
      ['due', 'reported', 'partial', 'unreported'].map((name) => number(`count-${name}`)),
    )
    expect(due).toBe(23)
    expect(due).toBe((reported ?? 0) + (partial ?? 0) + (unreported ?? 0))
    // county governments of the demo have sent nothing, 市残联 has sent something, and other people meanwhile what they liked
    expect(unreported).toBeGreaterThan(0)
    expect((reported ?? 0) + (partial ?? 0)).toBeGreaterThan(0)
  })

  it('names both reporters of a disagreement, and follows each to its cell and person', async () => {
    const one = coordinator.see('disagreement').filter({ hasText: '残疾儿童康复救助' })
    expect(await one.textContent()).toContain('市残联')
    expect(await one.textContent()).toContain('市民政局')
    await one.locator('summary').first().click()
    const own = one.locator('[data-testid="source"][data-reporter="minzheng"]')
    expect(await own.textContent()).toContain('台账!C3')
    await own.locator('summary').click()
    await expect.poll(() => own.getByTestId('version').count()).toBe(1)
    expect(await own.getByTestId('version').textContent()).toContain('680人')
  })

  it('finds an indicator, and the row that its figure came from', async () => {
    await coordinator.see('indicator-search').fill('康复救助')
    await expect.poll(() => coordinator.see('indicator').count()).toBe(1)
    await children().getByTestId('sources').locator('summary').first().click()
    const source = children().getByTestId('source')
    expect(await source.count()).toBe(1)
    expect(await source.textContent()).toMatch(/市残联.*689人\S+第 1 版/)
  })

  it('puts another light with a reason, and not without one', async () => {
    await children().getByTestId('light-open').click()
    await coordinator.see('light-choice').selectOption('red')
    await coordinator.press('light-put')
    expect(await children().getByTestId('light-form').textContent()).toContain('理由')
    expect(await children().getByTestId('light').getAttribute('data-light')).not.toBe('red')
    await coordinator.see('light-reason').fill('汛期停工')
    await coordinator.press('light-put')
    await expect.poll(() => children().getByTestId('light').getAttribute('data-light')).toBe('red')
    expect(await children().textContent()).toContain('汛期停工')
  })

  it('pulls a sheet with the light as a word, why, and the disagreement', async () => {
    await coordinator.press('pull')
    await expect.poll(() => coordinator.tab('汇总 2021-05').count()).toBe(1)
    await coordinator.showSheet('汇总 2021-05')
    const [, row] = await coordinator.find('残疾儿童康复救助')
    const at = async (heading: string) => coordinator.cell(`${(await coordinator.find(heading))[0]}${row}`)
    expect(await at('亮灯')).toBe('红灯※')
    expect(await at('报送情况')).toContain('汛期停工')
    const [, below] = await coordinator.find('数据不一致', row)
    expect(await coordinator.cell(`D${below + 2}`)).toBe('市民政局')
    expect(await coordinator.cell(`H${below + 2}`)).toBe('680')
  })

  it('takes the light back to the rules', async () => {
    await children().getByTestId('light-open').click()
    await coordinator.see('light-reason').fill('已复工')
    await coordinator.press('light-take-back')
    await expect.poll(() => children().getByTestId('light').getAttribute('data-light')).not.toBe('red')
    await coordinator.leaves()
  })
})
