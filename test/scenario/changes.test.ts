import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { periodsAnswerSchema } from '../../shared/wire/period.ts'
import { sessionAnswerSchema } from '../../shared/wire/session.ts'
import { callApi } from '../../worker/cli/site/callApi.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const UNIT = '/v1/periods/2021-05/reporters/wenlv'
/** A part of their own, which no other scenario has. */
const PART = '第九批'

/** A figure that fell between two reports, as the auditor finds it: in the list, with its history, and in a sheet. */
describe.skipIf(!chromium)('the auditor’s question', () => {
  let browser: Browser
  let auditor: Person

  beforeAll(async () => {
    const call = callApi(origin, inject('caPath'))
    const code = inject('accounts').find(({ id }) => id === 'wenlv')?.code
    const { token } = sessionAnswerSchema.parse((await call({ path: '/v1/sessions', body: { code, device: 'test' } })).body)
    // somebody may have locked and reopened the month
    const { periods } = periodsAnswerSchema.parse((await call({ path: '/v1/periods', token })).body)
    const period = periods.find(({ id }) => id === '2021-05')
    const send = async (base: number, cumulative: number) => {
      const answer = await call({
        path: `${UNIT}/sync`,
        token,
        body: {
          ...{ schema: 1, registerVersion: period?.registerVersion, periodEpoch: period?.epoch, atomic: false },
          fields: ['subject', 'area', 'part', 'base', 'cumulative'],
          rows: [['2.2.a', '411200', PART, base, cumulative]],
        },
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200, body: { outcomes: [{ status: 'applied' }] } })
    }
    await send(0, 900_000)
    await send(1, 850_000)
    browser = await openBrowser(chromium ?? '')
    auditor = await Person.arrives(browser, origin, '01', 'auditor')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
  })

  const ours = () => auditor.see('change').filter({ hasText: PART })

  it('shows which figure fell, from what to what, whose it is and by whom', async () => {
    await auditor.press('go-changes')
    await auditor.see('changes-count').waitFor()
    await auditor.see('changes-decreases').check()
    await auditor.see('changes-unit').selectOption('wenlv')
    await auditor.press('changes-read')
    await ours().waitFor()
    expect(await ours().textContent()).toMatch(/市文化广电旅游局.*累计完成：90场 → 85场/)
  })

  it('shows the history of the row where it is opened', async () => {
    await ours().getByTestId('change-history').click()
    await expect.poll(() => ours().getByTestId('history-version').count()).toBe(2)
    expect(await ours().getByTestId('history-version').last().textContent()).toContain('首次报送')
  })

  it('has it in a sheet, as a number, under headings and in China’s time', async () => {
    await auditor.press('changes-write')
    await auditor.see('done').waitFor()
    await auditor.showSheet('数据改动')
    const heading = async (word: string) => {
      for (const column of 'ABCDEFGHIJKLMNOPQR') if ((await auditor.cell(`${column}3`)) === word) return column
      throw new Error(`no heading ${word}`)
    }
    expect(await auditor.cell('A2')).toContain('范围：改小和撤下，市文化广电旅游局')
    const part = await heading('分项')
    let row = 4
    while ((await auditor.cell(`${part}${row}`)) !== PART) row += 1
    expect(await auditor.cell(`${await heading('改前')}${row}`)).toBe('90')
    expect(await auditor.cell(`${await heading('增减')}${row}`)).toBe('-5')
    expect(await auditor.cell(`A${row}`)).toMatch(/^2021-05-\d\d \d\d:\d\d$/)
  })
})
