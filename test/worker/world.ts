import { env } from 'cloudflare:test'
import { VALUE_FIELDS } from '../../shared/record/columnFields.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import type { Role, SessionAnswer } from '../../shared/wire/session.ts'
import type { RowOutcome, SyncAnswer, SyncRequest } from '../../shared/wire/sync.ts'
import { createApp } from '../../worker/createApp.ts'
import type { Host } from '../../worker/http/context.ts'
import { hashOf } from '../../worker/secrets/hashOf.ts'
import { mintInvitationCode } from '../../worker/secrets/invitationCode.ts'
import type { Database } from '../../worker/store/database/database.ts'
import type { Actor } from '../../worker/store/people/actor.ts'
import { seedStatements } from '../../worker/store/seed.ts'

export const database = (env as unknown as { DB: D1Database }).DB
export const PERIOD = '2021-05'
export const NOW = new Date('2021-05-28T02:00:00Z')

/** Accounts of every role; two units' people. */
export const PEOPLE: readonly { id: string; name: string; role: Role; reporter: string | null }[] = [
  { id: 'clerk', name: '交通填报人', role: 'clerk', reporter: 'jiaotong' },
  { id: 'second', name: '交通另一填报人', role: 'clerk', reporter: 'jiaotong' },
  { id: 'reviewer', name: '交通审核人', role: 'reviewer', reporter: 'jiaotong' },
  { id: 'other', name: '别的单位填报人', role: 'clerk', reporter: otherUnit() },
  { id: 'coordinator', name: '督查室', role: 'coordinator', reporter: null },
  { id: 'administrator', name: '管理员', role: 'administrator', reporter: null },
  { id: 'auditor', name: '审计', role: 'auditor', reporter: null },
  { id: 'reader', name: '领导', role: 'reader', reporter: null },
]

export function otherUnit(): string {
  const unit = register2021.units.find(({ id }) => id !== 'jiaotong')
  if (!unit) throw new Error('the register has one unit')
  return unit.id
}

export interface World {
  readonly db: Database
  now: Date
  readonly lines: Record<string, string | number | null>[]
  readonly tokens: Record<string, string>
  ask(who: string | null, method: string, path: string, options?: AskOptions): Promise<Response>
}
interface AskOptions {
  readonly body?: unknown
  readonly raw?: BodyInit
  readonly headers?: Record<string, string>
  readonly db?: Database
}

/** Takes everything out of the database, by setting its triggers aside for a moment. */
export async function emptyCity(): Promise<void> {
  const { results } = await database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all<{ name: string; sql: string }>()
  const tables =
    'import_parts records history files_taken_over files_on_behalf receipts comment_receipts comments submissions extensions light_overrides notices consolidations period_figures layouts document_links export_links periods registers audit tokens invitations failed_codes oidc_flows identities accounts units'
  await database.batch([
    ...results.map(({ name }) => database.prepare(`DROP TRIGGER ${name}`)),
    ...tables.split(' ').map((table) => database.prepare(`DELETE FROM ${table}`)),
    ...results.map(({ sql }) => database.prepare(sql)),
    database.prepare('UPDATE city SET seq = 0, change = 0, era = lower(hex(randomblob(16)))'),
  ])
}

/** The administrator who is let alone into a city that is to be filled from an export. */
export async function administratorIn(db: Database): Promise<Actor> {
  const of = PEOPLE.find(({ role }) => role === 'administrator')
  if (!of) throw new Error('no administrator')
  const { id, name, role, reporter } = of
  const tokenHash = await hashOf(crypto.randomUUID())
  const at = NOW.toISOString()
  await db.batch([
    db
      .prepare('INSERT INTO accounts (id, name, role, reporter, active, created_at) VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING')
      .bind(id, name, role, reporter, at),
    db
      .prepare("INSERT INTO tokens (token_hash, id, account, device, created_at) VALUES (?, ?, ?, 'test', ?)")
      .bind(tokenHash, tokenHash, id, at),
  ])
  return { session: { account: { id, name, role, reporter, reporterName: null }, tokenHash, device: tokenHash }, at, requestId: tokenHash }
}

/** A seeded city with everybody signed in; the test's own clock, and a host that says nothing of Cloudflare. */
export async function openWorld(limits?: { burst: number; perSecond: number }): Promise<World> {
  await emptyCity()
  const codes = Object.fromEntries(PEOPLE.map(({ id }) => [id, mintInvitationCode()]))
  const statements = await seedStatements({
    register: register2021,
    periods: [
      { id: '2021-04', softDeadline: '2021-04-30', hardDeadline: '2021-05-02' },
      { id: PERIOD, softDeadline: '2021-05-30', hardDeadline: '2021-06-02' },
    ],
    accounts: PEOPLE,
    invitations: PEOPLE.map(({ id }) => ({ account: id, code: codes[id] as string, expiresAt: '2021-06-30T00:00:00Z' })),
    at: '2021-05-01T00:00:00Z',
  })
  await database.batch(statements.map((sql) => database.prepare(sql)))
  const lines: World['lines'] = []
  const world: World = {
    db: database as unknown as Database,
    now: NOW,
    lines,
    tokens: {},
    ask: async (who, method, path, options = {}) => {
      const headers: Record<string, string> = { ...options.headers }
      if (who !== null) headers.Authorization = `Bearer ${world.tokens[who] ?? who}`
      const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
      if (body !== undefined && !headers['Content-Type']) headers['Content-Type'] = 'application/json'
      const streamed = body instanceof ReadableStream ? { duplex: 'half' } : {}
      return await app.request(
        path,
        { method, headers, ...streamed, ...(body === undefined ? {} : { body }) },
        { DB: options.db ?? world.db },
      )
    },
  }
  const host: Host = {
    now: () => world.now,
    newId: () => crypto.randomUUID(),
    log: (line) => lines.push({ ...line }),
    address: () => 'test',
  }
  const app = createApp(host, limits)
  for (const { id } of PEOPLE) {
    const answer = await world.ask(null, 'POST', '/v1/sessions', { body: { code: codes[id], device: 'test' } })
    if (answer.status !== 200) throw new Error(`${id} could not sign in: ${await answer.text()}`)
    world.tokens[id] = ((await answer.json()) as SessionAnswer).token
  }
  return world
}

export interface Row {
  readonly subject: string
  readonly area?: string
  readonly part?: string
  readonly base?: number
  readonly [field: string]: unknown
}

/** A sync request whose `fields` are those that its rows name. */
export function syncRequest(rows: readonly Row[], more: Partial<SyncRequest> = {}): SyncRequest {
  const extra = [...VALUE_FIELDS, 'written', 'origin', 'reasons', 'deleted'].filter((field) => rows.some((row) => field in row))
  return {
    schema: 1,
    registerVersion: register2021.version,
    periodEpoch: 1,
    atomic: false,
    fields: ['subject', 'area', 'part', 'base', ...extra] as SyncRequest['fields'],
    rows: rows.map((row) => [
      row.subject,
      row.area ?? '411200',
      row.part ?? '',
      row.base ?? 0,
      ...extra.map((field) => (row[field] ?? null) as never),
    ]),
    ...more,
  }
}

export const syncPath = (reporter = 'jiaotong', period = PERIOD): string => `/v1/periods/${period}/reporters/${reporter}/sync`

/** Sends rows and answers the outcomes; throws where the server refused the request. */
export async function send(
  world: World,
  who: string,
  rows: readonly Row[],
  more: Partial<SyncRequest> = {},
  id: string = crypto.randomUUID(),
): Promise<SyncAnswer> {
  const answer = await world.ask(who, 'POST', syncPath(), { body: syncRequest(rows, more), headers: { 'Idempotency-Key': id } })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as SyncAnswer
}

export const FILE = { name: '交通局5月.xlsx', sha256: '5'.repeat(64) }

/** Sends rows for a unit, as the coordinator, from a file; answers what the server answered. */
export const askOnBehalf = (
  world: World,
  rows: readonly Row[],
  { file = FILE, id = crypto.randomUUID(), reporter = 'jiaotong', more = {}, query = '', who = 'coordinator' }: OnBehalf = {},
): Promise<Response> =>
  world.ask(who, 'POST', `${syncPath(reporter)}-on-behalf${query}`, {
    body: { ...syncRequest(rows, more), file },
    headers: { 'Idempotency-Key': id },
  })

interface OnBehalf {
  readonly file?: { readonly name: string; readonly sha256: string }
  readonly id?: string
  readonly reporter?: string
  readonly more?: Partial<SyncRequest>
  readonly query?: string
  readonly who?: string
}

/** The same, and the outcomes; throws where the server refused the request. */
export async function sendOnBehalf(world: World, rows: readonly Row[], how: OnBehalf = {}): Promise<SyncAnswer> {
  const answer = await askOnBehalf(world, rows, how)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as SyncAnswer
}

export const statuses = (answer: SyncAnswer): string[] => answer.outcomes.map(({ status }: RowOutcome) => status)
