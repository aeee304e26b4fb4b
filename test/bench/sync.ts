import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { VALUE_FIELDS } from '../../shared/record/columnFields.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { MAX_SYNC_ROWS } from '../../shared/wire/protocol.ts'
import { KEY_COLUMNS } from '../../shared/wire/sync.ts'
import { callApi } from '../../worker/cli/site/callApi.ts'
import { freePort } from '../../worker/cli/site/freePort.ts'
import { localCertificate } from '../../worker/cli/site/localCertificate.ts'
import { root } from '../../worker/cli/site/projectRoot.ts'
import { serveSite } from '../../worker/cli/site/serveSite.ts'
import { migrate } from '../../worker/cli/site/wrangler.ts'
import { mintInvitationCode } from '../../worker/secrets/invitationCode.ts'
import { applySeed } from '../../worker/store/applySeed.ts'
import type { Database } from '../../worker/store/database/database.ts'
import { alternate } from './alternate.ts'
import type { BenchRow } from './benchRow.ts'

const ROUNDS = 7
const ROWS = 10_000
const periods = Array.from({ length: ROUNDS + 1 }, (_, round) => `2021-${String(round + 1).padStart(2, '0')}`)

/** `sync-10k`: 10,000 new rows of one unit, in chunks as a client cuts them, each round into a period of its own. */
export default async function sync(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const certificate = await localCertificate(`${folder}/certificate`, new Date())
  const code = mintInvitationCode()
  const state = `${folder}/state`
  mkdirSync(`${folder}/site`)
  await migrate(state)
  await seed(state, code)
  const main = `${root}test/bench/floorWorker.ts`
  const site = await serveSite({ port: await freePort(3900), assets: `${folder}/site`, state, certificate, main })
  try {
    const call = callApi(site.origin, certificate.caPath)
    const { token } = (await call({ path: '/v1/sessions', body: { code, device: 'bench' } })).body as { token: string }
    await call({ path: '/v1/floor/table' })
    const chunks = requests()
    const send = async (path: (period: string) => string, round: number, headers: () => Record<string, string>) => {
      for (const body of chunks) {
        const { status, body: answer } = await call({ path: path(periods[round] ?? ''), token, body, headers: headers() })
        if (status !== 200) throw new Error(`${status} ${JSON.stringify(answer).slice(0, 300)}`)
        const outcomes = (answer as { outcomes?: readonly { status: string }[] }).outcomes
        const refused = outcomes?.find((outcome) => outcome.status !== 'applied')
        if (refused) throw new Error(`a row was not applied: ${JSON.stringify(refused)}`)
      }
    }
    return [
      await alternate(
        'sync-10k',
        'bare D1 upsert by json_each in the same workerd, same requests',
        ROUNDS,
        (round) =>
          send(
            (period) => `/v1/periods/${period}/reporters/jiaotong/sync`,
            round,
            () => ({ 'idempotency-key': crypto.randomUUID() }),
          ),
        (round) =>
          send(
            (period) => `/v1/floor/${period}`,
            round,
            () => ({}),
          ),
      ),
    ]
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function seed(state: string, code: string): Promise<void> {
  const at = new Date()
  const { env, dispose } = await getPlatformProxy<{ DB: Database }>({
    configPath: `${root}wrangler.toml`,
    persist: { path: `${state}/v3` },
  })
  await applySeed(env.DB, {
    register: register2021,
    periods: periods.map((id) => ({ id, softDeadline: '2099-12-30', hardDeadline: '2099-12-31' })),
    accounts: [{ id: 'bench', name: 'bench', role: 'clerk', reporter: 'jiaotong' }],
    invitations: [{ account: 'bench', code, expiresAt: new Date(at.getTime() + 3_600_000).toISOString() }],
    at: at.toISOString(),
  })
  await dispose()
}

/** The rows of a unit whose two indicators come in batches, county by county, cut into requests of the greatest allowed number of rows. */
function requests(): readonly object[] {
  const counties = register2021.areas.filter(({ level }) => level === 'county').map(({ code }) => code)
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const county = at % counties.length
    const values: Record<string, unknown> = {
      cumulative: 10_000 + at,
      periodValue: 5_000,
      asOf: '2021-01-26',
      remark: at % 10 ? null : `第${at}行的备注`,
    }
    const origin = { sheet: '5月', row: at + 5, cells: { cumulative: `E${at + 5}`, periodValue: `D${at + 5}`, area: `B${at + 5}` } }
    const key = [
      Math.floor(at / counties.length) % 2 ? '7.1.a' : '7.1.b',
      counties[county],
      `第${Math.floor(at / counties.length / 2) + 1}批`,
      0,
    ]
    return [...key, ...VALUE_FIELDS.map((field) => values[field] ?? null), {}, origin, {}]
  })
  const head = { schema: 1, registerVersion: register2021.version, periodEpoch: 1, atomic: false }
  const fields = [...KEY_COLUMNS, ...VALUE_FIELDS, 'written', 'origin', 'reasons']
  return Array.from({ length: Math.ceil(ROWS / MAX_SYNC_ROWS) }, (_, chunk) => ({
    ...head,
    fields,
    rows: rows.slice(chunk * MAX_SYNC_ROWS, (chunk + 1) * MAX_SYNC_ROWS),
  }))
}
