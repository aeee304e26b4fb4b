import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { invitationSchema } from '../../shared/wire/administration.ts'
import { sessionAnswerSchema } from '../../shared/wire/session.ts'
import { callApi } from '../../worker/cli/site/callApi.ts'
import { type SheetFile, sheetWorkbook } from '../../worker/cli/site/sheetWorkbook.ts'
import { openBrowser, Person } from './person.ts'
import { runOfScenarios } from './runOfScenarios.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const accounts = inject('accounts')
const sheet = new URL('../sheets/ownCounty/yima-flags-and-lights.json', import.meta.url)

/** The three states of a unit's period as the pane shows them. */
const states = async (person: Person) => {
  const { said, signOff, receipt } = await person.see('unit-state').evaluate((node) => (node as HTMLElement).dataset)
  return [said, signOff, receipt]
}
const fault = async (person: Person) => [
  await person.see('fault').getAttribute('data-fault'),
  await person.see('fault').locator('p').first().textContent(),
]

/** A month's whole way of one unit: sent, returned at one row, corrected, signed, accepted, locked. Each act stands on the one before. */
describe.skipIf(!chromium)('a unit’s period, from the first word to the lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sign-off-'))
  const file = join(folder, 'yima.xlsx')
  let browser: Browser
  let clerk: Person
  let reviewer: Person
  let coordinator: Person

  beforeAll(async () => {
    writeFileSync(file, sheetWorkbook(JSON.parse(readFileSync(sheet, 'utf8')) as SheetFile))
    browser = await openBrowser(chromium ?? '')
    clerk = await Person.arrives(browser, origin, '01', 'yima')
    await clerk.see('check').waitFor()
    await clerk.open(file)
    reviewer = await Person.arrives(browser, origin, '01', `nobody&invite=${await inviteReviewer()}`)
    coordinator = await Person.arrives(browser, origin, '04', 'coordinator')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  /** A reviewer of the unit, made and invited by the administrator: the code. */
  async function inviteReviewer(): Promise<string> {
    const call = callApi(origin, inject('caPath'))
    const code = accounts.find(({ id }) => id === 'administrator')?.code
    const { token } = sessionAnswerSchema.parse((await call({ path: '/v1/sessions', body: { code, device: 'test' } })).body)
    await call({
      path: '/v1/accounts',
      token,
      body: { id: 'yima-reviewer', name: '义马市审核人', role: 'reviewer', reporter: 'yima' },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    const invited = await call({ path: '/v1/accounts/yima-reviewer/invitations', token, body: { validDays: 1 } })
    return invitationSchema.parse(invited.body).code
  }

  /** 本期报送 or 各单位, until it is read. */
  async function go(person: Person, tab: 'sheet' | 'unit' | 'units'): Promise<void> {
    await person.press(`go-${tab}`)
    await person.pane.locator('.pane[aria-busy="false"]').waitFor()
  }

  /** What is not approved or lacks something is taken for settled by a second word. */
  async function confirmIfAsked(person: Person): Promise<void> {
    if (await person.see('confirm-send').isVisible()) await person.press('confirm-send')
  }

  async function act(person: Person, name: string, reason?: string): Promise<void> {
    await person.press(`act-${name}`)
    await confirmIfAsked(person)
    if (reason !== undefined) {
      await person.see('reason-text').fill(reason)
      await person.press('reason-send')
    }
    await person.pane.locator('.pane[aria-busy="false"]').waitFor()
  }

  it('the clerk sends the sheet and says that it is complete, after a look at what is missing', async () => {
    await clerk.check()
    await clerk.submit()
    await clerk.press('complete')
    await clerk.see('completion').waitFor()
    expect(Number(await clerk.see('left-missing').getAttribute('data-count'))).toBeGreaterThan(0)
    await clerk.press('complete-anyway')
    await clerk.see('unit-state').waitFor()
    expect(await states(clerk)).toEqual(['complete', 'none', 'none'])
  })

  it('the coordinator finds it among those to receive, and sees its rows', async () => {
    await go(coordinator, 'units')
    await coordinator.press('units-toReceive')
    await coordinator.see('unit').and(coordinator.pane.locator('[data-reporter="yima"]')).click()
    await coordinator.see('unit-state').waitFor()
    expect(await coordinator.see('unit-rows').getByTestId('unit-row').count()).toBeGreaterThan(3)
    await act(coordinator, 'receive')
    expect(await states(coordinator)).toEqual(['complete', 'none', 'received'])
  })

  it('returns one row with a reason', async () => {
    const row = coordinator.pane.locator('[data-testid="unit-row"][data-key="5.a|411281|"]')
    await row.getByTestId('open-history').click()
    await row.getByTestId('history-version').first().waitFor()
    await row.getByTestId('return-row').click()
    await row.getByTestId('reason-text').fill('窨井整治数与上月相同，请核对')
    await row.getByTestId('reason-send').click()
    await coordinator.see('unit-reason').waitFor()
    expect(await states(coordinator)).toEqual(['draft', 'none', 'returned'])
  })

  it('the clerk meets the reason first, and it leads to the cell', async () => {
    await go(clerk, 'unit')
    await clerk.press('refresh')
    await clerk.see('unit-reason').waitFor()
    await go(clerk, 'sheet')
    await clerk.see('returned-notice').waitFor()
    expect(await clerk.text('returned-notice')).toContain('窨井整治数与上月相同，请核对')
    await clerk.see('returned-notice').getByTestId('row-cell').click()
    await expect.poll(() => clerk.page.getByLabel('名称框').inputValue()).toBe('D5')
    await clerk.check()
    // where marking would end the person's undo stack, nothing is marked unasked
    await expect.poll(() => clerk.painted()).toEqual(runOfScenarios() === 'strict' ? [] : expect.arrayContaining(['D5']))
  })

  it('answers the comment, corrects the cell and says again that it is complete', async () => {
    await clerk.see('returned-notice').getByTestId('say').click()
    await clerk.see('returned-notice').getByTestId('reason-text').fill('已与住建局核对，应为 290 座')
    await clerk.see('returned-notice').getByTestId('reason-send').click()
    await expect.poll(() => clerk.see('returned-notice').getByTestId('comment').count()).toBe(2)
    await clerk.type('D5', '290')
    await clerk.type('I5', '已整治290座。')
    await clerk.check()
    await clerk.submit()
    expect(await clerk.see('outcome').and(clerk.pane.locator('[data-status="rejected"]')).count()).toBe(0)
    await clerk.press('complete')
    await clerk.see('completion').waitFor()
    expect(await clerk.see('left-uncorrected').count()).toBe(0)
    await clerk.press('complete-anyway')
    await clerk.see('unit-state').waitFor()
    expect(await states(clerk)).toEqual(['complete', 'none', 'none'])
  })

  it('the reviewer begins at what was sent, reviews and approves it', async () => {
    await reviewer.see('unit-state').waitFor()
    await reviewer.press('refresh')
    await reviewer.see('act-review').waitFor()
    expect(await reviewer.see('commented').getByTestId('commented-row').getAttribute('data-returned')).toBe('corrected')
    await act(reviewer, 'review')
    await act(reviewer, 'approve')
    expect(await states(reviewer)).toEqual(['complete', 'approved', 'none'])
  })

  it('what is changed after the sign-off is marked with what it was', async () => {
    await go(clerk, 'sheet')
    await clerk.type('D5', '291')
    await clerk.type('I5', '已整治291座。')
    await clerk.check()
    await clerk.submit()
    await clerk.press('done')
    await reviewer.press('refresh')
    await reviewer.see('unit-changes').waitFor()
    await reviewer.press('rows-changed')
    const row = reviewer.see('unit-rows').locator('[data-key="5.a|411281|"]')
    await row.getByTestId('since-sign-off').waitFor()
    expect(await row.getByTestId('since-sign-off').textContent()).toContain('290个 → 291个')
  })

  it('the coordinator is told where somebody was quicker, and sees what stands now', async () => {
    await coordinator.press('refresh')
    await coordinator.see('act-receive').waitFor()
    const other = await Person.arrives(browser, origin, '04', 'coordinator')
    await go(other, 'units')
    await other.see('unit').and(other.pane.locator('[data-reporter="yima"]')).click()
    await act(other, 'receive')
    await other.leaves()
    await coordinator.press('act-receive')
    await confirmIfAsked(coordinator)
    await coordinator.see('fault').waitFor()
    expect(await fault(coordinator)).toEqual(['quicker', '状态已不是您看到的那样，这次没有办理。'])
    expect(await states(coordinator)).toEqual(['complete', 'approved', 'received'])
  })

  it('accepts and locks it', async () => {
    await act(coordinator, 'accept')
    await act(coordinator, 'lock')
    expect(await states(coordinator)).toEqual(['complete', 'approved', 'locked'])
  })

  it('tells the history of the corrected row: who, when, from what to what, and what was said', async () => {
    const row = coordinator.pane.locator('[data-testid="unit-row"][data-key="5.a|411281|"]')
    await expect.poll(() => row.getByTestId('history-version').count()).toBe(3)
    const history = (await row.getByTestId('history').textContent()) ?? ''
    expect(history).toContain('280个 → 290个')
    expect(history).toContain('请核对')
    expect(history).toContain('已与住建局核对')
  })

  it('refuses what the clerk would send after that, with a sentence', async () => {
    await go(clerk, 'sheet')
    await clerk.type('D5', '300')
    await clerk.check()
    await clerk.press('submit')
    await clerk.see('fault').waitFor()
    expect(await fault(clerk)).toEqual(['unitLocked', '督查室已锁定本单位这一期的数据，不能再报送。'])
  })
})
