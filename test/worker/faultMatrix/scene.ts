import { IDBFactory } from 'fake-indexeddb'
import { database, openWorld, PERIOD, type Row, syncPath, syncRequest, type World } from '../world.ts'

const FIGURES = ['records', 'history', 'receipts', 'submissions', 'city'] as const
type Table = (typeof FIGURES)[number]
type Snapshot = Readonly<Record<Table, readonly Record<string, unknown>[]>>

/** The city, the clerk's computer, and what may befall them; one for all combinations, swept between them. */
export interface Scene {
  readonly world: World
  /** The clerk's computer: what outlives the pane. */
  computer: IDBFactory
  token: string
  /** Every request that was ever on its way, to be delivered again. */
  readonly sent: { path: string; headers: Record<string, string>; body: string }[]
  /** What panes were told is stored: key and version. */
  readonly told: string[]
  /** Requests that reached no final answer yet, by id: what the outbox must hold, byte for byte. */
  readonly unanswered: Map<string, string>
  /** Requests that the pane read a final answer of. */
  readonly answered: Set<string>
  sweep(): Promise<void>
  /** The other clerk of the unit sends rows. */
  colleague(rows: readonly Row[], period?: string): Promise<void>
  lock(): Promise<void>
  reopen(): Promise<void>
  revoke(): Promise<void>
  snapshot(): Promise<Snapshot>
  /** Brings a snapshot back, as Time Travel or an import does: the era changes. */
  restore(to: Snapshot): Promise<void>
  /** Records and history without their places in the city's order and their times. */
  content(): Promise<string>
}

export async function openScene(): Promise<Scene> {
  const world = await openWorld({ burst: 1_000_000, perSecond: 1_000_000 })
  const { results: triggers } = await database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all<{ name: string; sql: string }>()
  const unguarded = (statements: D1PreparedStatement[]) =>
    database.batch([
      ...triggers.map(({ name }) => database.prepare(`DROP TRIGGER ${name}`)),
      ...statements,
      ...triggers.map(({ sql }) => database.prepare(sql)),
    ])
  const rowsOf = async (table: Table) => (await database.prepare(`SELECT * FROM ${table}`).all<Record<string, unknown>>()).results
  const epoch = async () =>
    (await database.prepare('SELECT epoch FROM periods WHERE id = ?').bind(PERIOD).first<{ epoch: number }>())?.epoch
  const state = async (act: 'lock' | 'reopen') => {
    const headers = { 'If-Match': String(await epoch()) }
    const answer = await world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/${act}`, {
      headers,
      body: { reason: '核对', ...(act === 'lock' ? { confirmed: true } : {}) },
    })
    if (answer.status !== 200) throw new Error(`${act}: ${answer.status}`)
  }

  const scene: Scene = {
    world,
    computer: new IDBFactory(),
    token: world.tokens.clerk ?? '',
    sent: [],
    told: [],
    unanswered: new Map(),
    answered: new Set(),
    async sweep() {
      await unguarded([
        ...FIGURES.filter((table) => table !== 'city').map((table) => database.prepare(`DELETE FROM ${table}`)),
        database.prepare("UPDATE periods SET state = 'open', epoch = 1"),
        database.prepare('UPDATE city SET seq = 0'),
        database.prepare('UPDATE tokens SET revoked_at = NULL'),
      ])
      scene.computer = new IDBFactory()
      scene.token = world.tokens.clerk ?? ''
      scene.sent.length = 0
      scene.told.length = 0
      scene.unanswered.clear()
      scene.answered.clear()
    },
    async colleague(rows, period = PERIOD) {
      const headers = { 'Idempotency-Key': crypto.randomUUID() }
      const answer = await world.ask('second', 'POST', syncPath('jiaotong', period), { headers, body: syncRequest(rows) })
      const text = await answer.text()
      if (answer.status !== 200 || text.includes('"rejected"')) throw new Error(`colleague: ${answer.status} ${text}`)
    },
    lock: () => state('lock'),
    reopen: () => state('reopen'),
    async revoke() {
      await database.prepare("UPDATE tokens SET revoked_at = 'now' WHERE account = 'clerk'").run()
    },
    async snapshot() {
      const rows = await Promise.all(FIGURES.map(async (table) => [table, await rowsOf(table)] as const))
      return Object.fromEntries(rows) as unknown as Snapshot
    },
    async restore(to) {
      await unguarded(
        FIGURES.flatMap((table) => [
          database.prepare(`DELETE FROM ${table}`),
          ...to[table].map((row) => {
            const values = table === 'city' ? { ...row, era: crypto.randomUUID() } : row
            const names = Object.keys(values)
            return database
              .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
              .bind(...Object.values(values))
          }),
        ]),
      )
    },
    async content() {
      const kept = async (table: Table) =>
        (await rowsOf(table))
          .map(({ seq: _, at: __, ...row }) => JSON.stringify(row))
          .sort()
          .join('\n')
      return `${await kept('records')}\n\n${await kept('history')}`
    },
  }
  return scene
}
