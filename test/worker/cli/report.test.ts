import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { judgeCity } from '../../../shared/consolidation/judgeCity.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import type { UnitSubmission } from '../../../shared/wire/submission.ts'
import { row } from '../../shared/consolidation/row.ts'

const command = new URL('../../../worker/cli/report.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'report-'))
const run = (args: readonly string[], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [command, ...args], { env: { ...process.env, ...env } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )

describe('npm run report', { timeout: 60_000 }, () => {
  it('writes the demo without a server, the same bytes each time', async () => {
    const files = ['a.docx', 'b.docx'].map((name) => join(folder, name))
    for (const file of files) expect((await run(['--demo', '--out', file])).code).toBe(0)
    const [first, second] = files.map((file) => readFileSync(file))
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
  })

  it('prints text without --out, and what the lint found on the side', async () => {
    const { stdout, stderr } = await run(['--demo', '--format', 'text'])
    expect(stdout.split('\n')[0]).toBe('2021年省、市重点民生实事进展情况报告')
    expect(stderr).toContain('应为43.33%')
  })

  it.each([
    ['no period', []],
    ['a period that is none', ['--period', '2021-13', '--demo']],
    ['a day to be judged on that there is not', ['--demo', '--format', 'text', '--on', '2021-02-30']],
    ['a today that there is not', ['--demo', '--kind', 'reminders', '--today', '2021-02-31']],
    ['a deadline in words', ['--demo', '--kind', 'reminders', '--deadline', '下周']],
    ['a date of the document in words', ['--demo', '--format', 'text', '--formal', '--date', '昨天']],
    ['a date without its zeros', ['--demo', '--format', 'text', '--formal', '--date', '2021-6-2']],
    ['a day of printing that there is not', ['--demo', '--format', 'text', '--formal', '--printed-on', '2021-13-01']],
    ['an unknown format', ['--demo', '--format', 'pdf']],
    ['an unknown option', ['--demo', '--colour']],
    ['neither demo nor server', ['--period', '2021-05', '--out', 'x.docx']],
    ['a binary format without a file', ['--demo', '--format', 'docx']],
  ])('answers 2 for %s', async (_, args) => expect((await run(args)).code).toBe(2))

  it('is of the demo’s own days: nobody is years late', async () => {
    const letters = async (...more: readonly string[]) => (await run(['--demo', '--kind', 'reminders', '--format', 'text', ...more])).stdout
    expect(await letters()).toContain('今日（2021年5月31日）截止')
    expect(await letters('--deadline', '2021-05-28')).toContain('现已逾期3天')
    expect(await letters('--today', '2021-06-02')).toContain('现已逾期2天')
  })

  it('reads a server as a coordinator, and marks texts that are not accepted yet', async () => {
    const records = [
      row('gongdian', '10', '411200', { progressText: '已核准。' }),
      row('nongye', '9.5', '411200', { progressText: '已发布。' }),
    ]
    const state: Omit<UnitSubmission, 'reporter' | 'reporterName' | 'said' | 'signOff' | 'receipt'> = {
      period: '2021-05',
      saidAt: null,
      onTime: null,
      signedBy: null,
      signedAt: null,
      signedSeq: null,
      timeliness: 'onTime',
      deadline: '2021-05-30',
      required: 1,
      reported: 1,
      rows: 1,
      rowsOnBehalf: 0,
      filesOnBehalf: [],
      lastAt: null,
      reason: null,
      changedRows: [],
      openUntil: null,
      hasReviewer: true,
      version: 1,
    }
    const submission = (reporter: string, receipt: UnitSubmission['receipt']): UnitSubmission => ({
      ...state,
      reporter,
      reporterName: '',
      said: 'complete',
      signOff: 'approved',
      receipt,
    })
    const by = { today: '2021-06-01', softDeadline: '2021-05-30', units: [], overrides: new Map(), before: null, atDeadline: null }
    const answers: Record<string, unknown> = {
      '/v1/periods/2021-05/register': register,
      '/v1/periods/2021-05/consolidation': judgeCity(register, records, { period: '2021-05', asOfSeq: 12, era: 'e' }, by),
      '/v1/periods/2021-05/submissions': {
        due: 2,
        reported: 2,
        partial: 0,
        unreported: 0,
        onTime: 2,
        late: 0,
        submissions: [submission('gongdian', 'accepted'), submission('nongye', 'received')],
      },
      '/v1/periods': {
        periods: [
          {
            id: '2021-05',
            registerId: 'smx-2021',
            registerVersion: 1,
            epoch: 0,
            state: 'open',
            softDeadline: '2021-05-30',
            hardDeadline: '2021-06-05',
          },
        ],
      },
    }
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization)
      const answer = answers[request.url ?? '']
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const env = { REPORT_TOKEN: 'secret-token' }
    const working = await run(['--period', '2021-05', '--server', origin, '--format', 'text'], env)
    const formal = await run(['--period', '2021-05', '--server', origin, '--format', 'text', '--formal'], env)
    const missing = await run(['--period', '2021-06', '--server', origin, '--format', 'text'], env)
    server.close()
    expect(working.stdout).toContain('进展情况：已核准。\n')
    expect(working.stdout).toContain('进展情况：已发布。（督查室尚未采纳）\n')
    expect(working.stdout).toContain('（本报告依据2021-05期第12号数据生成）')
    expect(formal.stdout).not.toContain('已发布')
    expect(missing.code).toBe(1)
    expect(new Set(asked)).toEqual(new Set(['Bearer secret-token']))
  })
})
