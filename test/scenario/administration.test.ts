import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { runOfScenarios } from './runOfScenarios.ts'

const chromium = inject('chromium')
const origin = inject('origin')

/** Columns of a register that is written as a sheet. */
const [INDICATOR, TARGET] = ['I', 'N']

/** A year's administration, act by act: the register changed on a sheet, the next period, a new clerk, a lock. */
describe.skipIf(!chromium)('administration from the pane', () => {
  let browser: Browser
  let administrator: Person
  let coordinator: Person
  let clerk: Person
  let row = 0
  let code = ''

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    administrator = await Person.arrives(browser, origin, '01', 'administrator')
  })
  afterAll(() => browser?.close())

  it('writes the register that is loaded as a sheet to be changed', async () => {
    await administrator.press('go-registers')
    await administrator.press('write-register')
    await administrator.see('done').waitFor()
    await administrator.showSheet(/^台账/)
    row = await rowOf(administrator, '7.1.a')
    expect(await administrator.cell(`${TARGET}${row}`)).toBe('300')
  })

  it('names the cell that does not fit, marks it, and goes there', async () => {
    await administrator.type(`${TARGET}${row}`, '三百二十')
    await administrator.press('read-sheet')
    expect(await administrator.see('trouble').getAttribute('data-code')).toBe('noFigure')
    // where marking would end the person's undo stack, nothing is marked unasked
    const marked = runOfScenarios() === 'strict' ? [] : [`${TARGET}${row}`]
    await expect.poll(() => administrator.painted()).toEqual(marked)
    await administrator.goTo('A1')
    await administrator.press('trouble')
    await expect.poll(() => administrator.page.getByLabel('名称框').inputValue()).toBe(`${TARGET}${row}`)
    await administrator.press('forget-reading')
  })

  it('shows what a changed target would change, old and new, before anything is loaded', async () => {
    await administrator.type(`${TARGET}${row}`, '320')
    await administrator.press('read-sheet')
    await administrator.see('register-read').waitFor()
    const changes = await administrator.see('change').evaluateAll((nodes) => nodes.map((node) => [node.dataset.list, node.dataset.key]))
    expect(changes).toEqual([['indicators', '7.1.a']])
    expect(await administrator.text('change-line')).toBe('目标：300公里 → 320公里')
    expect(await administrator.see('loaded-register').count()).toBe(1)
  })

  it('loads it as the second version, and leaves the open period with the first', async () => {
    await administrator.press('load-register')
    await administrator.see('done').waitFor()
    await expect.poll(() => administrator.see('loaded-register').count()).toBe(2)
    await administrator.press('go-periods')
    expect(await administrator.pane.locator('[data-period="2021-05"]').textContent()).toContain('第1版')
  })

  it('opens the next period with it, by the deadlines of its calendar', async () => {
    await administrator.press('open-period')
    await expect.poll(() => administrator.see('open-period-soft').inputValue()).toBe('2021-06-30')
    expect(await administrator.see('open-period-hard').inputValue()).toBe('2021-07-03')
    await administrator.see('open-period-form-reason').fill('按月调度')
    await administrator.press('open-period-form-act')
    await administrator.see('done').waitFor()
    const opened = administrator.pane.locator('[data-period="2021-06"]')
    expect(await opened.getAttribute('data-state')).toBe('open')
    expect(await opened.textContent()).toContain('第2版')
  })

  it('invites a new clerk by a code that is shown once', async () => {
    await administrator.press('go-accounts')
    await administrator.press('new-account')
    await administrator.see('new-account-name').fill('李某')
    await administrator.see('new-account-unit').selectOption('jiaotong')
    expect(await administrator.see('new-account-id').inputValue()).toBe('jiaotong-2')
    await administrator.press('new-account-form-act')
    await administrator.see('done').waitFor()
    await administrator.see('account-search').fill('李某')
    await administrator.press('account-jiaotong-2')
    await administrator.press('account-jiaotong-2-invite')
    await administrator.press('account-invite-act')
    code = await administrator.text('invitation-code')
    expect(code.replaceAll('-', '').length).toBeGreaterThan(12)
    await administrator.press('invitation-done')
    expect(await administrator.pane.locator('body').textContent()).not.toContain(code)
  })

  it('lets the clerk in with it on another device, for the unit, in the month that still needs it, with the one that was opened at hand', async () => {
    clerk = await Person.arrives(browser, origin, '01', 'nobody')
    await clerk.see('invite-code').fill(code)
    await clerk.press('sign-in')
    await expect.poll(() => clerk.text('unit')).toContain('市交通运输局')
    // The month before is not finished: the pane stays with it, and says that the next is open.
    expect(await clerk.see('period').inputValue()).toBe('2021-05')
    expect(await clerk.text('also-open')).toBe('2021年6月也已开启')
    await clerk.see('period').selectOption('2021-06')
    await expect.poll(() => clerk.see('also-open').count()).toBe(0)
    await clerk.press('go-devices')
    await expect.poll(() => clerk.see('device').count()).toBe(1)
    await clerk.press('devices-back')
  })

  it('signs the clerk out everywhere: the next act meets the sign-in, and the code lets nobody in again', async () => {
    await administrator.press('refresh')
    await expect.poll(() => administrator.pane.locator('[data-account="jiaotong-2"]').getAttribute('data-devices')).toBe('1')
    await administrator.press('account-jiaotong-2-sign-out')
    await administrator.press('account-sign-out-act')
    await expect.poll(() => administrator.pane.locator('[data-account="jiaotong-2"]').getAttribute('data-devices')).toBe('0')
    await clerk.press('go-devices')
    await clerk.see('invite-code').waitFor()
    expect(await clerk.see('fault').getAttribute('data-fault')).toBe('signedOut')
    await clerk.see('invite-code').fill(code)
    await clerk.press('sign-in')
    await expect.poll(() => clerk.see('fault').getAttribute('data-fault')).toBe('invitationInvalid')
    await clerk.leaves()
  })

  it('lets the coordinator lock and reopen the new period, with a reason each', async () => {
    coordinator = await Person.arrives(browser, origin, '01', 'coordinator')
    await coordinator.press('go-periods')
    await turn(coordinator, 'lock', '月度通报')
    expect(await states(coordinator)).toEqual(['locked 2'])
    await turn(coordinator, 'reopen', '补报两县')
    expect(await states(coordinator)).toEqual(['open 3'])
  })

  it('tells whoever was slower that somebody was quicker, and shows what stands now', async () => {
    const other = await Person.arrives(browser, origin, '01', 'coordinator')
    await other.press('go-periods')
    await expect.poll(() => states(other)).toEqual(['open 3'])
    await turn(coordinator, 'lock', '再次通报')
    await other.press('period-2021-06-lock')
    await other.see('lock-reason').fill('同时')
    await other.press('lock-act')
    await expect.poll(() => other.see('fault').getAttribute('data-fault')).toBe('periodMoved')
    expect(await states(other)).toEqual(['locked 4'])
    // It stays locked: the other scenarios of this house go on in the period before.
    await other.leaves()
    await coordinator.leaves()
  })

  it('has all of it in the audit trail, with who and why, and as a sheet', async () => {
    await administrator.press('go-audit')
    await administrator.see('audit-act').selectOption('period')
    await administrator.pane.locator('.pane[aria-busy="false"]').waitFor()
    await administrator.see('audit-object').fill('2021-06')
    await administrator.press('audit-read')
    const acts = () =>
      administrator.see('audit-entry').evaluateAll((nodes) => nodes.map((node) => `${node.dataset.act} ${node.dataset.object}`))
    await expect.poll(acts).toEqual(['period.lock 2021-06', 'period.reopen 2021-06', 'period.lock 2021-06', 'period.open 2021-06'])
    expect(await administrator.see('audit-entry').nth(2).textContent()).toMatch(/市政府督查室.*原因：月度通报.*状态：填报中 → 已锁定/)
    await administrator.press('audit-write')
    await administrator.see('done').waitFor()
    await administrator.showSheet('审计记录')
    expect(await administrator.cell('F4')).toBe('再次通报')
    expect(await administrator.cell('D7')).toBe('开启期次')
  })

  it('gives everything as a file by a link that works once', async () => {
    await administrator.press('go-backup')
    const { name, bytes, url } = await administrator.download('export')
    expect(name).toMatch(/^重点民生实事数据备份 \d{4}-\d\d-\d\d\.jsonl$/)
    const lines = new TextDecoder().decode(bytes).trim().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ contentHash: expect.any(String) })
    expect(new TextDecoder().decode(bytes)).not.toContain(code)
    const page = await administrator.context.newPage()
    expect((await page.goto(url))?.status()).toBe(410)
    await page.close()
    await administrator.leaves()
  })

  /** Row of an indicator in a register's sheet. */
  async function rowOf(person: Person, indicator: string): Promise<number> {
    for (let at = 2; at < 100; at += 1) if ((await person.cell(`${INDICATOR}${at}`)) === indicator) return at
    throw new Error(`no row of ${indicator}`)
  }

  async function turn(person: Person, act: 'lock' | 'reopen', reason: string): Promise<void> {
    await person.press(`period-2021-06-${act}`)
    if (act === 'lock') await person.see('lock-unsettled').waitFor()
    await person.see(`${act}-reason`).fill(reason)
    await person.press(`${act}-act`)
    await expect.poll(() => person.see('done').getAttribute('data-done')).toBe(act === 'lock' ? 'periodLocked' : 'periodReopened')
    await person.pane.locator('.pane[aria-busy="false"]').waitFor()
  }

  /** State and epoch of the period that was opened. */
  const states = (person: Person): Promise<readonly string[]> =>
    person.pane.locator('[data-period="2021-06"]').evaluateAll((nodes) => nodes.map(({ dataset }) => `${dataset.state} ${dataset.epoch}`))
})
