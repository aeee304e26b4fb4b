import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { RecordsPage } from '../../shared/wire/records.ts'
import { callApi } from '../../worker/cli/site/callApi.ts'
import { freePort } from '../../worker/cli/site/freePort.ts'
import { localCertificate } from '../../worker/cli/site/localCertificate.ts'
import { type OpenSite, openSite } from '../../worker/cli/site/openSite.ts'
import { type MailedFile, mailedFiles, workbook } from './inboxFiles.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const FILES = 100
/** One without a unit, one of April, one that is no workbook; the rest is ready. */
const READY = FILES - 3
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** In a house of its own, since it fills the month of every unit: a coordinator takes in what the units mailed, stops, goes on, and a unit looks at it. */
describe.skipIf(!chromium)('the office’s inbox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inbox-'))
  let house: OpenSite
  let caPath: string
  let browser: Browser
  let coordinator: Person
  let files: readonly MailedFile[]

  beforeAll(async () => {
    const certificate = await localCertificate(`${folder}/certificate`, new Date())
    caPath = certificate.caPath
    house = await openSite({
      port: await freePort(3900 + (process.pid % 90)),
      certificate,
      state: `${folder}/state`,
      assets: `${folder}/site`,
      now: new Date(),
      writePages: async (assets) => cpSync(inject('pages'), assets, { recursive: true }),
    })
    files = mailedFiles(READY)
    browser = await openBrowser(chromium ?? '')
    coordinator = await Person.arrives(browser, house.site.origin, '04', 'coordinator')
    await coordinator.press('go-inbox')
    await coordinator.see('inbox-choose').waitFor()
  }, 500_000)
  afterAll(async () => {
    await browser?.close()
    await house?.site.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const idle = () => coordinator.pane.locator('.pane[aria-busy="false"]').waitFor({ timeout: 300_000 })
  const count = async (standing: string): Promise<number> => {
    const chip = coordinator.see(`inbox-only-${standing}`)
    return (await chip.count()) === 0 ? 0 : Number(await chip.getAttribute('data-count'))
  }
  const counts = async () => ({
    ready: await count('ready'),
    sent: await count('sent'),
    chooseUnit: await count('chooseUnit'),
    doubt: await count('doubt'),
    unreadable: await coordinator.see('inbox-unreadable').count(),
  })

  let token: string | undefined
  /** What the server has of all units that was sent on their behalf. */
  async function rowsOnBehalf(): Promise<RecordsPage['records']> {
    const call = callApi(house.site.origin, caPath)
    if (token === undefined) {
      const code = house.accounts.find(({ id }) => id === 'coordinator')?.codes.at(-1)
      const session = await call({ path: '/v1/sessions', body: { code, device: 'scenario' } })
      token = (session.body as { token: string }).token
    }
    const page = (await call({ path: '/v1/periods/2021-05/records?limit=10000', token })).body as RecordsPage
    return page.records.filter(({ onBehalf }) => onBehalf)
  }

  it('takes a hundred files at once, says of each whose it is, and what waits for a person', async () => {
    const others = [
      {
        name: '无名.xlsx',
        bytes: workbook([['进展情况表'], [null], ['事项', '情况', '累计完成'], ['甲', '正在推进', 3], ['乙', '正在推进', 4]]),
      },
      {
        name: '上月.xlsx',
        bytes: workbook([
          ['市交通运输局2021年4月农村公路进展情况表'],
          ['填报单位：市交通运输局'],
          ['县（市、区）', '农村公路年度目标（公里）', '累计完成（公里）'],
          ['湖滨区', 40, 3],
        ]),
      },
      { name: '坏.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004') },
    ]
    await coordinator
      .see('inbox-files')
      .setInputFiles([...files, ...others].map(({ name, bytes }) => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) })))
    await coordinator.see('inbox-counts').waitFor()
    await idle()
    // what is dropped while the pane fetches something waits for it: that nothing is under way says nothing yet
    await expect.poll(counts, { timeout: 60_000 }).toEqual({ ready: READY, sent: 0, chooseUnit: 1, doubt: 1, unreadable: 1 })
  })

  it('tries without writing a row', async () => {
    await coordinator.press('inbox-try')
    await idle()
    expect(await coordinator.see('inbox-tried').first().textContent()).toContain('新增 1')
    expect(await rowsOnBehalf()).toEqual([])
  })

  it('is stopped in between, and goes on in a pane that was opened anew: nothing is lost, nothing doubled', async () => {
    await coordinator.press('inbox-send')
    await expect.poll(async () => (await coordinator.see('progress').textContent())?.startsWith('1')).toBe(true)
    await coordinator.press('cancel')
    await idle()
    const before = await counts()
    expect(before.sent).toBeGreaterThan(0)
    expect(before.ready).toBeGreaterThan(0)
    expect(before.sent + before.ready).toBe(READY)
    await coordinator.page.reload()
    await coordinator.press('go-inbox')
    await coordinator.see('inbox-counts').waitFor()
    await idle()
    expect(await counts()).toEqual(before)
    await coordinator.press('inbox-send')
    await idle()
    expect(await counts()).toMatchObject({ sent: READY, ready: 0 })
    const rows = await rowsOnBehalf()
    expect(
      rows.map(({ reporter, subject, area, version, values }) => [reporter, subject, area, version, values.cumulative]).sort(),
    ).toEqual(files.map(({ reporter, subject, area, cumulative }) => [reporter, subject, area, 1, cumulative]).sort())
  })

  it('is in the unit’s own view, and the unit takes it over', async () => {
    const own = files.find(({ reporter }) => reporter === 'jiaotong')
    const unit = await Person.arrives(browser, house.site.origin, '01', own?.reporter ?? '')
    await unit.press('go-unit')
    const shown = unit.see('file-on-behalf')
    await shown.first().waitFor()
    expect(await shown.count()).toBe(files.filter(({ reporter }) => reporter === own?.reporter).length)
    expect(await shown.first().textContent()).toContain(own?.name)
    expect(await shown.first().textContent()).toContain('市政府督查室')
    expect(await shown.first().textContent()).toContain('本单位尚未认可')
    await unit.pane.locator('.pane[aria-busy="false"]').waitFor()
    await unit.press('act-take-over')
    await expect.poll(async () => await shown.first().textContent()).toContain('已代表本单位认可')
  })
})
