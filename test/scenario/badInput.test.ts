import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { periodsAnswerSchema } from '../../shared/wire/period.ts'
import { sessionAnswerSchema } from '../../shared/wire/session.ts'
import { callApi } from '../../worker/cli/site/callApi.ts'
import { openBrowser, Person } from './person.ts'

const chromium = inject('chromium')
const origin = inject('origin')
const accounts = inject('accounts')

/** The faults that are shown, by their code, with their one sentence. */
const faults = (person: Person) =>
  person.see('fault').evaluateAll((nodes) => nodes.map((node) => [node.dataset.fault, node.querySelector('p')?.textContent]))

describe.skipIf(!chromium)('what goes wrong is said in one sentence, and nothing is lost', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  it('a code that was used: the clerk is asked for another', async () => {
    const spent = accounts.find(({ id }) => id === 'weijian')?.codeOfStart ?? ''
    const person = await Person.arrives(browser, origin, '01', `weijian&invite=${spent}`)
    await expect.poll(() => faults(person)).toEqual([['invitationInvalid', '邀请码无效、已用过或已过期。']])
    expect(await person.see('invite-code').count()).toBe(1)
    await person.leaves()
  })

  it('a sheet without a table: which headings were looked for, and the rows to choose from', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('通讯录').addRows([
      ['姓名', '爱好'],
      ['甲', '下棋'],
      ['乙', '钓鱼'],
    ])
    const file = join(folder, 'hobbies.xlsx')
    await workbook.xlsx.writeFile(file)
    const person = await Person.arrives(browser, origin, '02', 'wenlv')
    await person.see('check').waitFor()
    await person.open(file)
    await person.press('check')
    await person.see('no-table').waitFor()
    expect(await person.text('no-table')).toContain('累计完成')
    expect(await person.see('no-table').locator('[data-row]').count()).toBe(3)
    await person.leaves()
  })

  it('a file that is no workbook: said, and the workbook that was open stays', async () => {
    const file = join(folder, 'letter.xlsx')
    writeFileSync(file, '这不是工作簿')
    const person = await Person.arrives(browser, origin, '02', 'wenlv')
    await person.see('check').waitFor()
    await person.open(file)
    await expect
      .poll(() => person.page.getByRole('alert').allTextContents())
      .toContain('打不开“letter.xlsx”：它不是 .xlsx 工作簿，或者有密码。')
    expect(await person.cell('B4')).toBe('二、实施文化惠民工程')
    await person.leaves()
  })

  it('no connection: what was about to be sent is kept, and sent once there is one again', async () => {
    const person = await Person.arrives(browser, origin, '02', 'wenlv')
    // whatever another scenario sent of this sheet before, this is new
    await person.type('L6', '断网时组织演出')
    await person.check()
    await person.press('submit')
    await person.see('preview').waitFor()
    await person.context.setOffline(true)
    await person.press('confirm-submit')
    await expect.poll(() => faults(person)).toEqual([['offline', '连不上服务器。']])
    expect(await person.see('answers').count()).toBe(0)
    await person.context.setOffline(false)
    await person.see('answers').waitFor()
    const { applied = 0, ...others } = await person.outcomes()
    expect(applied).toBeGreaterThan(0)
    expect(others).not.toHaveProperty('rejected')
    await person.leaves()
  })

  it('a period that was locked meanwhile: said, and not a row is stored', async () => {
    const call = callApi(origin, inject('caPath'))
    const code = accounts.find(({ id }) => id === 'coordinator')?.code
    const { token } = sessionAnswerSchema.parse((await call({ path: '/v1/sessions', body: { code, device: 'test' } })).body)
    const epoch = async () => {
      const { periods } = periodsAnswerSchema.parse((await call({ path: '/v1/periods', token })).body)
      return periods.find(({ id }) => id === '2021-05')?.epoch
    }
    const act = async (verb: 'lock' | 'reopen') => {
      const headers = { 'if-match': `"${await epoch()}"` }
      const { status } = await call({
        path: `/v1/periods/2021-05/${verb}`,
        token,
        body: { reason: '测试', ...(verb === 'lock' ? { confirmed: true } : {}) },
        headers,
      })
      expect(status).toBe(200)
    }
    const held = async () => (await call({ path: '/v1/periods/2021-05/records?since=0&limit=1000', token })).body

    const person = await Person.arrives(browser, origin, '01', 'jiaotong')
    // Whatever was sent before, there is something to send now.
    await person.type('D9', '1.6')
    await person.check()
    await person.press('submit')
    await person.see('preview').waitFor()
    const before = await held()
    await act('lock')
    try {
      await person.press('confirm-submit')
      await expect.poll(() => faults(person)).toEqual([['periodNotOpen', '这个报告期没有开放，或已锁定。']])
      expect(await held()).toEqual(before)
    } finally {
      await act('reopen')
    }
    await person.leaves()
  })
})
