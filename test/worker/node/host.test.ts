import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { connect, type PeerCertificate } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordsPage } from '../../../shared/wire/records.ts'
import type { SessionAnswer } from '../../../shared/wire/session.ts'
import { callApi } from '../../../worker/cli/site/callApi.ts'
import { type Certificate, localCertificate } from '../../../worker/cli/site/localCertificate.ts'
import { DEMO_PERIOD, demoSeed, type InvitedAccount } from '../../../worker/cli/site/seedCity.ts'
import { sendDemoFigures } from '../../../worker/cli/site/sendDemoFigures.ts'
import { openDatabase } from '../../../worker/node/openDatabase.ts'
import { applySeed } from '../../../worker/store/applySeed.ts'
import { FAILURES_PER_ADDRESS } from '../../../worker/store/people/sessions.ts'
import { type HostProcess, runHost, runTool } from './runHost.ts'
import { temporaryFolder } from './temporary.ts'

const PAGE = '<!doctype html><title>进展</title>'

describe('the host', { timeout: 120_000 }, () => {
  let folder: string
  let database: string
  let certificate: Certificate
  let people: readonly InvitedAccount[]
  const running: HostProcess[] = []

  beforeEach(async () => {
    folder = temporaryFolder()
    database = `${folder}/city.sqlite`
    certificate = await localCertificate(`${folder}/certificate`, new Date())
    mkdirSync(`${folder}/addin`)
    writeFileSync(`${folder}/addin/taskpane.html`, PAGE)
    const demo = demoSeed(new Date())
    people = demo.people
    const { db } = await openDatabase(database)
    await applySeed(db, demo.seed)
    db.close()
  })
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
  })

  const start = async (args: readonly string[], env: Record<string, string> = {}) => {
    const host = await runHost(['--assets', `${folder}/addin`, ...args], env)
    running.push(host)
    return host
  }
  const secure = (file = database) => start(['--database', file, '--certificate', certificate.certPath, '--key', certificate.keyPath])
  const stop = async ({ child, ended }: HostProcess) => {
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
  const signIn = async ({ origin }: HostProcess, who: string) => {
    const code = people.find(({ id }) => id === who)?.codes[0]
    const { body } = await callApi(origin, certificate.caPath)({ path: '/v1/sessions', body: { code, device: '' } })
    return body as SessionAnswer
  }

  it('is signed in to, sent to, pulled from, backed up while it runs, and restored with the same content in another era', async () => {
    const host = await secure()
    expect((await host.line('scheduled')).notices).toBeGreaterThan(0)
    const call = callApi(host.origin, certificate.caPath)
    const sent = await sendDemoFigures(call, people)
    expect(sent.rejected).toEqual([])
    expect(sent.applied).toBeGreaterThan(30)

    const coordinator = await signIn(host, 'coordinator')
    const page = (await call({ path: `/v1/periods/${DEMO_PERIOD}/records?since=0&limit=10000`, token: coordinator.token }))
      .body as RecordsPage
    expect(page.records).toHaveLength(sent.applied)
    expect((await call({ path: `/v1/periods/${DEMO_PERIOD}/consolidation`, token: coordinator.token })).status).toBe(200)

    const backup = `${folder}/backup.sqlite`
    const backedUp = await runTool('backup', ['--database', database, '--out', backup])
    expect(backedUp.code).toBe(0)
    const hash = /content ([0-9a-f]{64})/.exec(backedUp.said)?.[1]
    await stop(host)
    expect(host.lines.at(-1)).toMatchObject({ event: 'stopped' })

    const again = `${folder}/again.sqlite`
    const restored = await runTool('restore', ['--from', backup, '--database', again])
    expect([restored.code, /content ([0-9a-f]{64})/.exec(restored.said)?.[1]]).toEqual([0, hash])
    const second = await secure(again)
    const afresh = await signIn(second, 'administrator')
    expect(afresh.era).not.toBe(coordinator.era)
    const pulled = await callApi(
      second.origin,
      certificate.caPath,
    )({
      path: `/v1/periods/${DEMO_PERIOD}/records?since=0&limit=10000`,
      token: coordinator.token,
    })
    expect((pulled.body as RecordsPage).records).toEqual(page.records)
    await stop(second)
  })

  /** A sync whose body stops halfway, once the host has its head, until it is told to go on. */
  async function slowSync({ origin }: HostProcess, token: string): Promise<() => Promise<number | undefined>> {
    const fields = ['subject', 'area', 'part', 'base', 'remark']
    const rows = [['2.1', '411200', '', 0, '慢']]
    const body = JSON.stringify({ schema: 1, registerVersion: 1, periodEpoch: 1, atomic: false, fields, rows })
    const sent = request({
      host: '127.0.0.1',
      port: new URL(origin).port,
      servername: 'localhost',
      agent: false,
      ca: readFileSync(certificate.caPath),
      method: 'POST',
      path: `/v1/periods/${DEMO_PERIOD}/reporters/jiaotong/sync`,
      headers: {
        host: 'localhost',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': crypto.randomUUID(),
        expect: '100-continue',
      },
    })
    const status = new Promise<number | undefined>((resolve, reject) => {
      sent.on('error', reject)
      sent.on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode)))
    })
    await new Promise((heard) => sent.once('continue', () => heard(undefined)))
    sent.write(body.slice(0, 40))
    return () => {
      sent.end(body.slice(40))
      return status
    }
  }

  it('answers what is under way before it ends', async () => {
    const host = await secure()
    const { token } = await signIn(host, 'jiaotong')
    const finish = await slowSync(host, token)
    host.child.kill('SIGTERM')
    await host.line('stopping')
    await expect(callApi(host.origin, certificate.caPath)({ path: '/healthz' })).rejects.toThrow()
    expect(await finish()).toBe(200)
    expect(await host.ended).toBe(0)
    const { db } = await openDatabase(database)
    expect(await db.prepare("SELECT count(*) AS n FROM records WHERE remark = '慢'").first()).toEqual({ n: 1 })
    db.close()
  })

  it('loses nothing that it answered when it is killed', async () => {
    const host = await secure()
    await sendDemoFigures(callApi(host.origin, certificate.caPath), people)
    const { token } = await signIn(host, 'coordinator')
    const path = `/v1/periods/${DEMO_PERIOD}/records?since=0&limit=10000`
    const before = (await callApi(host.origin, certificate.caPath)({ path, token })).body
    host.child.kill('SIGKILL')
    await host.ended
    const second = await secure()
    expect((await callApi(second.origin, certificate.caPath)({ path, token })).body).toEqual(before)
    await stop(second)
  })

  it('moves to another machine by an export, into which its administrator is let alone at first', async () => {
    const host = await secure()
    await sendDemoFigures(callApi(host.origin, certificate.caPath), people)
    await stop(host)
    const old = await start(['--database', database])
    const code = people.find(({ id }) => id === 'administrator')?.codes[1]
    const enter = async (to: HostProcess, of = code) =>
      (JSON.parse((await ask(to, '/v1/sessions', {}, { code: of, device: '' })).text) as SessionAnswer).token
    const exported = await ask(old, '/v1/export', { authorization: `Bearer ${await enter(old)}` })
    const { contentHash: hash } = JSON.parse(exported.text.trimEnd().split('\n').at(-1) ?? '') as { contentHash: string }
    await stop(old)

    const file = `${folder}/moved.sqlite`
    const { said } = await runTool('seed', ['--database', file, '--administrator-only'])
    const moved = await start(['--database', file])
    const authorization = `Bearer ${await enter(moved, /administrator\s+([A-Z0-9-]+)/.exec(said)?.[1])}`
    const imported = await ask(moved, '/v1/import', { authorization, 'content-type': 'application/x-ndjson' }, exported.text)
    expect(JSON.parse(imported.text)).toMatchObject({ contentHash: hash })
    const records = await ask(moved, '/v1/accounts', { authorization })
    expect((JSON.parse(records.text) as { accounts: unknown[] }).accounts).toHaveLength(people.length)
    await stop(moved)
  })

  it('takes a renewed certificate up without a stop', async () => {
    const host = await secure()
    const shown = () =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(
          { host: '127.0.0.1', port: Number(new URL(host.origin).port), servername: 'localhost', rejectUnauthorized: false },
          () => {
            resolve((socket.getPeerCertificate() as PeerCertificate).fingerprint256)
            socket.destroy()
          },
        )
        socket.on('error', reject)
      })
    const first = await shown()
    const renewed = await localCertificate(`${folder}/renewed`, new Date())
    writeFileSync(certificate.certPath, readFileSync(renewed.certPath))
    writeFileSync(certificate.keyPath, readFileSync(renewed.keyPath))
    host.child.kill('SIGHUP')
    await host.line('certificateRenewed')
    expect(await shown()).not.toBe(first)
    await stop(host)
  })

  /** Asks a host that speaks HTTP, under headers of a proxy. */
  const ask = ({ origin }: HostProcess, path: string, headers: Record<string, string> = {}, body?: object | string) =>
    new Promise<{ status: number | undefined; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
      const json = typeof body === 'object' ? { 'content-type': 'application/json' } : {}
      const sent = plainRequest(`${origin}${path}`, { method: body ? 'POST' : 'GET', headers: { ...json, ...headers } }, (answer) => {
        let text = ''
        answer.on('data', (chunk) => (text += chunk))
        answer.on('end', () => resolve({ status: answer.statusCode, text, headers: answer.headers }))
      })
      sent.on('error', reject)
      sent.end(typeof body === 'object' ? JSON.stringify(body) : body)
    })
  const guess = (host: HostProcess, forwarded: string) =>
    ask(host, '/v1/sessions', { 'x-forwarded-for': forwarded }, { code: 'AAAA-BBBB-CCCC', device: '' })

  it('believes its own proxy who asks, and nobody else', async () => {
    const behind = await start(['--database', database, '--behind-proxy'])
    for (let n = 0; n < FAILURES_PER_ADDRESS; n += 1) expect((await guess(behind, `203.0.113.${n}, 198.51.100.7`)).status).toBe(401)
    expect((await guess(behind, '198.51.100.7')).status).toBe(429)
    expect((await guess(behind, '198.51.100.8')).status).toBe(401)
    expect(behind.lines.filter(({ event }) => event === 'proxySaysNoAddress')).toEqual([])
    for (let n = 0; n < 3; n += 1) await ask(behind, '/v1/sign-in-options')
    expect(behind.lines.filter(({ event }) => event === 'proxySaysNoAddress')).toHaveLength(1)
    await stop(behind)
    const open = await start(['--database', database])
    for (let n = 0; n < FAILURES_PER_ADDRESS; n += 1) expect((await guess(open, `203.0.113.${n}`)).status).toBe(401)
    expect((await guess(open, '203.0.113.99')).status).toBe(429)
    await stop(open)
  })

  it('knows behind its proxy at which origin it was asked, and offers the provider there alone', async () => {
    const settings = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y', PUBLIC_ORIGIN: 'https://city.test' }
    const host = await start(['--database', database, '--behind-proxy'], settings)
    const offered = async (headers: Record<string, string>) => (await ask(host, '/v1/sign-in-options', headers)).text
    expect(await offered({ host: 'city.test', 'x-forwarded-proto': 'https' })).toBe('{"oidc":true}')
    expect(await offered({ host: 'city.test', 'x-forwarded-proto': 'http' })).toBe('{"oidc":false}')
    expect(await offered({ host: 'other.test', 'x-forwarded-proto': 'https' })).toBe('{"oidc":false}')
    await stop(host)
  })

  it('serves the pane beside the API', async () => {
    const host = await start(['--database', database])
    const page = await ask(host, '/taskpane.html')
    expect([page.status, page.text, page.headers['content-type']]).toEqual([200, PAGE, 'text/html; charset=utf-8'])
    expect((await ask(host, '/readyz')).text).toBe('{"status":"ready"}')
    expect((await ask(host, '/v1/me')).headers['content-type']).toContain('application/problem+json')
    expect((await ask(host, '/v1x')).status).toBe(404)
    await stop(host)
  })

  it.each<[string, readonly string[], Record<string, string>, string]>([
    ['a port that is none', ['--port', 'x'], {}, 'is not a port'],
    ['a certificate without its key', ['--certificate', 'x.pem'], {}, 'go together'],
    ['a certificate behind a proxy', ['--certificate', 'x', '--key', 'y', '--behind-proxy'], {}, 'the proxy has the certificate'],
    ['HTTP on every address', ['--address', '0.0.0.0'], {}, 'stays on a loopback address'],
    ['a folder without a pane', ['--assets', '/nowhere'], {}, 'holds no pane'],
    ['an origin that is none', [], { PUBLIC_ORIGIN: 'city' }, 'PUBLIC_ORIGIN is no origin'],
  ])('refuses %s', async (_, args, env, words) => {
    const { code, said } = await runTool('host', ['--database', `${folder}/x.sqlite`, '--assets', `${folder}/addin`, ...args], env)
    expect(code).toBe(2)
    expect(said).toContain(words)
  })

  it('says why it does not start where its port or its certificate is no good', async () => {
    const first = await start(['--database', database])
    const taken = await runTool('host', [
      '--database',
      `${folder}/y.sqlite`,
      '--assets',
      `${folder}/addin`,
      '--port',
      new URL(first.origin).port,
    ])
    expect([taken.code, taken.said]).toEqual([1, expect.stringContaining('EADDRINUSE')])
    await stop(first)
    const pem = ['--certificate', `${folder}/addin/taskpane.html`, '--key', certificate.keyPath]
    const bad = await runTool('host', ['--database', database, '--assets', `${folder}/addin`, ...pem])
    expect([bad.code, bad.said]).toEqual([1, expect.stringContaining('PEM')])
  })

  it('gets its first people from npm run seed', async () => {
    const file = `${folder}/fresh.sqlite`
    const { code, said } = await runTool('seed', [
      '--database',
      file,
      '--period',
      '2021-06',
      '--soft',
      '2021-06-30',
      '--hard',
      '2021-07-03',
    ])
    expect(code).toBe(0)
    const host = await start(['--database', file])
    const first = /administrator\s+([A-Z0-9-]+)/.exec(said)?.[1]
    const signedIn = await ask(host, '/v1/sessions', {}, { code: first, device: '' })
    expect(signedIn.status).toBe(200)
    const { token } = JSON.parse(signedIn.text) as SessionAnswer
    expect((await ask(host, '/v1/accounts', { authorization: `Bearer ${token}` })).text).toContain('督查室')
    expect(JSON.stringify(host.lines)).not.toContain(token)
    await stop(host)
  })
})
