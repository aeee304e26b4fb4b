import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { VALUE_FIELDS } from '../../shared/record/columnFields.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { MAX_SYNC_ROWS } from '../../shared/wire/protocol.ts'
import { KEY_COLUMNS } from '../../shared/wire/sync.ts'
import { type ApiAnswer, type ApiCall, callApi } from '../../worker/cli/site/callApi.ts'
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
import { median, round2 } from './medians.ts'

type Call = (call: ApiCall) => Promise<ApiAnswer>
const ROUNDS = 7
const UNITS = 100
const FLOOR = 'bare D1 upsert by json_each in the same workerd, same requests'
const month = (at: number) => `20${String(22 + Math.floor(at / 12)).padStart(2, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
/** Periods: one of 10,000 rows, one a round for the units, and twelve of a whole year. */
const BIG = month(0)
const ofRound = (round: number) => month(12 + round)
const YEAR = Array.from({ length: 12 }, (_, at) => month(24 + at))
const units = Array.from({ length: UNITS }, (_, at) => `unit${at}`)

/** The server's other acts beside their floors: a sheet sent again, a hundred units, a pull, a year consolidated, a rush. */
export default async function server(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const certificate = await localCertificate(`${folder}/certificate`, new Date())
  const state = `${folder}/state`
  mkdirSync(`${folder}/site`)
  await migrate(state)
  const codes = new Map(['jiaotong', 'city', ...units].map((id) => [id, mintInvitationCode()]))
  await seed(state, codes)
  const main = `${root}test/bench/serverFloor.ts`
  const site = await serveSite({ port: await freePort(3950), assets: `${folder}/site`, state, certificate, main })
  try {
    const call = callApi(site.origin, certificate.caPath)
    const tokens = new Map<string, string>()
    for (const [id, code] of codes) {
      const { body } = await call({ path: '/v1/sessions', body: { code, device: 'bench' } })
      tokens.set(id, (body as { token: string }).token)
    }
    await call({ path: '/v1/floor/table' })
    return [
      await resync(call, tokens),
      await pull(call, tokens),
      await manyUnits(call, tokens),
      await consolidate(call, tokens),
      await rush(call, tokens),
    ]
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 10,000 rows sent again, 5 % of them changed. */
async function resync(call: Call, tokens: ReadonlyMap<string, string>): Promise<BenchRow> {
  for (const chunk of chunks(10_000, () => ({ base: 0, change: 0 }))) await send(call, tokens, 'jiaotong', BIG, chunk)
  const changed = new Map<number, number>()
  const bodies = Array.from({ length: ROUNDS + 1 }, (_, round) =>
    chunks(10_000, (at) => {
      const hit = at % 20 === round
      const before = changed.get(at)
      if (hit) changed.set(at, round + 1)
      return { base: before === undefined ? 1 : 2, change: hit ? round + 1 : (before ?? 0) }
    }),
  )
  return alternate(
    'resync-10k-5pct',
    FLOOR,
    ROUNDS,
    async (round) => {
      for (const chunk of bodies[round] ?? []) await send(call, tokens, 'jiaotong', BIG, chunk)
    },
    async (round) => {
      for (const chunk of bodies[round] ?? []) await ok(call({ path: `/v1/floor/${BIG}`, body: chunk }))
    },
  )
}

function pull(call: Call, tokens: ReadonlyMap<string, string>): Promise<BenchRow> {
  const token = tokens.get('jiaotong') ?? ''
  return alternate(
    'pull-10k',
    'bare SELECT and JSON in the same workerd',
    ROUNDS,
    () => ok(call({ path: `/v1/periods/${BIG}/reporters/jiaotong/records?limit=10000`, token })),
    () => ok(call({ path: `/v1/floor-pull/${BIG}` })),
  )
}

/** 100 units send 100 rows each, four at a time. */
function manyUnits(call: Call, tokens: ReadonlyMap<string, string>): Promise<BenchRow> {
  const [body] = chunks(100, () => ({ base: 0, change: 0 }))
  return alternate(
    'units-100x100',
    FLOOR,
    ROUNDS,
    (round) => inTurns(units, 4, (unit) => send(call, tokens, unit, ofRound(round), body as object)),
    (round) => inTurns(units, 4, (unit) => ok(call({ path: `/v1/floor/${ofRound(round)}-${unit}`, body }))),
  )
}

/** 23 tasks × 7 areas × 12 periods, none of them kept from before. */
async function consolidate(call: Call, tokens: ReadonlyMap<string, string>): Promise<BenchRow> {
  const subjects = register2021.indicators.map(({ id }) => id)
  const rows = subjects.flatMap((subject) => register2021.areas.map(({ code }) => [subject, code, '', 0, 10_000]))
  const body = { ...HEAD, fields: [...KEY_COLUMNS, 'cumulative'], rows }
  for (const period of YEAR) await send(call, tokens, 'jiaotong', period, body, true)
  const token = tokens.get('city') ?? ''
  return alternate(
    'consolidate',
    'bare SQL aggregate in the same workerd',
    ROUNDS,
    async () => {
      await ok(call({ path: '/v1/floor-forget' }))
      for (const period of YEAR) await ok(call({ path: `/v1/periods/${period}/consolidation`, token }))
    },
    async () => {
      await ok(call({ path: '/v1/floor-forget' }))
      for (const period of YEAR) await ok(call({ path: `/v1/floor-aggregate/${period}` }))
    },
  )
}

/** 64 units × 10 syncs × 200 rows at once; the median is the 95th percentile of one answer, the floor the limit of 2 s. */
async function rush(call: Call, tokens: ReadonlyMap<string, string>): Promise<BenchRow> {
  const taken: number[] = []
  await Promise.all(
    units.slice(0, 64).map(async (unit) => {
      for (let sync = 0; sync < 10; sync += 1) {
        const [body] = chunks(200, () => ({ base: 0, change: 0 }), `${sync}`)
        const began = performance.now()
        await send(call, tokens, unit, ofRound(ROUNDS + 2), body as object)
        taken.push(performance.now() - began)
      }
    }),
  )
  const p95 = [...taken].sort((one, other) => one - other)[Math.floor(taken.length * 0.95)] ?? 0
  return {
    name: 'rush-64x10x200-p95',
    clock: 'wall',
    median_ms: round2(p95),
    floor: `the limit; median ${round2(median(taken))} ms`,
    floor_ms: 2000,
    ratio: round2(p95 / 2000),
  }
}

async function send(
  call: Call,
  tokens: ReadonlyMap<string, string>,
  unit: string,
  period: string,
  body: object,
  loose = false,
): Promise<void> {
  const answer = await call({
    path: `/v1/periods/${period}/reporters/${unit}/sync`,
    token: tokens.get(unit) ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const outcomes = (answer.body as { outcomes?: readonly { status: string }[] }).outcomes ?? []
  const bad = outcomes.find(({ status }) => status === 'rejected' || status === 'conflict')
  if (answer.status !== 200 || (bad && !loose)) throw new Error(`${answer.status} ${JSON.stringify(bad ?? answer.body).slice(0, 300)}`)
}

async function ok(asked: Promise<ApiAnswer>): Promise<void> {
  const { status, body } = await asked
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`)
}

async function inTurns<T>(list: readonly T[], width: number, run: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...list]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

const HEAD = { schema: 1, registerVersion: register2021.version, periodEpoch: 1, atomic: false }

/** Requests of rows as a sheet gives them; `of` says the base of row n, and a figure that changes it. */
function chunks(count: number, of: (at: number) => { base: number; change: number }, batch = ''): object[] {
  const counties = register2021.areas.filter(({ level }) => level === 'county').map(({ code }) => code)
  const rows = Array.from({ length: count }, (_, at) => {
    const { base, change } = of(at)
    const values: Record<string, unknown> = {
      cumulative: 10_000 + at,
      periodValue: change,
      asOf: '2021-01-26',
      remark: at % 10 ? null : `第${at}行的备注`,
    }
    const origin = { sheet: '5月', row: at + 5, cells: { cumulative: `E${at + 5}`, periodValue: `D${at + 5}`, area: `B${at + 5}` } }
    const key = [at % 2 ? '7.1.a' : '7.1.b', counties[at % counties.length], `${batch}第${at}批`, base]
    return [...key, ...VALUE_FIELDS.map((field) => values[field] ?? null), {}, origin, {}]
  })
  const fields = [...KEY_COLUMNS, ...VALUE_FIELDS, 'written', 'origin', 'reasons']
  return Array.from({ length: Math.ceil(count / MAX_SYNC_ROWS) }, (_, chunk) => ({
    ...HEAD,
    fields,
    rows: rows.slice(chunk * MAX_SYNC_ROWS, (chunk + 1) * MAX_SYNC_ROWS),
  }))
}

async function seed(state: string, codes: ReadonlyMap<string, string>): Promise<void> {
  const at = new Date()
  const { env, dispose } = await getPlatformProxy<{ DB: Database }>({
    configPath: `${root}wrangler.toml`,
    persist: { path: `${state}/v3` },
  })
  const account = (id: string, reporter: string | null) => ({
    id,
    name: id,
    role: reporter === null ? ('coordinator' as const) : ('clerk' as const),
    reporter,
  })
  const year = { softDeadline: '2099-12-30', hardDeadline: '2099-12-31' }
  const base = { register: register2021, at: at.toISOString() }
  await applySeed(env.DB, {
    ...base,
    periods: Array.from({ length: 36 }, (_, n) => ({ id: month(n), ...year })),
    accounts: [],
    invitations: [],
  })
  await env.DB.batch(units.map((unit) => env.DB.prepare('INSERT INTO units (id, name) VALUES (?, ?)').bind(unit, unit)))
  await applySeed(env.DB, {
    ...base,
    periods: [],
    accounts: [account('city', null), account('jiaotong', 'jiaotong'), ...units.map((unit) => account(unit, unit))],
    invitations: [...codes].map(([id, code]) => ({ account: id, code, expiresAt: new Date(at.getTime() + 3_600_000).toISOString() })),
  })
  await dispose()
}
