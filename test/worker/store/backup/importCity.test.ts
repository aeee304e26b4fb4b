import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readLines } from '../../../../worker/http/readLines.ts'
import { contentHash, exportCity } from '../../../../worker/store/backup/exportCity.ts'
import { EXPORT_TABLES } from '../../../../worker/store/backup/exportTables.ts'
import { importCity } from '../../../../worker/store/backup/importCity.ts'
import { lineHash } from '../../../../worker/store/backup/lineHash.ts'
import { failing } from '../../faultyDatabase.ts'
import { administratorIn, database, emptyCity, openWorld, PERIOD, send, type World } from '../../world.ts'

let world: World
let lines: readonly string[]
let hash: string

async function* each(of: readonly string[]) {
  yield* of
}
/** The same lines under a last line that vouches for them: what a careful forger, or a bug of ours, would make. */
async function vouched(of: readonly string[]): Promise<readonly string[]> {
  const { contentHash: _, ...positions } = JSON.parse(of.at(-1) ?? '') as Record<string, unknown>
  const made = lineHash()
  for (const line of [...of.slice(0, -1), JSON.stringify(positions)]) await made.add(line)
  return [...of.slice(0, -1), JSON.stringify({ ...positions, contentHash: await made.end() })]
}
/** The number of the first line of a table, and the lines with that one changed. */
function changed(table: string, change: (row: (string | number | null)[]) => unknown, nth = 0): { line: number; lines: readonly string[] } {
  const at = lines.findIndex((line) => line.startsWith(`["${table}"`)) + nth
  return { line: at + 1, lines: lines.map((line, index) => (index === at ? JSON.stringify(change(JSON.parse(line))) : line)) }
}
const put = (table: string, column: string, value: unknown, nth = 0) => {
  const at = EXPORT_TABLES.find(({ name }) => name === table)?.columns.indexOf(column) ?? -1
  return changed(table, (row) => row.map((cell, index) => (index === at + 1 ? value : cell)), nth)
}
/** Rows of every table, but for who was let in alone. */
async function isEmpty(): Promise<void> {
  for (const table of [...EXPORT_TABLES.map(({ name }) => name), 'records', 'import_parts']) {
    const { n } = (await database.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>()) ?? { n: -1 }
    expect(n, table).toBe(table === 'accounts' ? 1 : 0)
  }
}
const bring = async (of: readonly string[]) => importCity(world.db, each(of), await administratorIn(world.db))

beforeAll(async () => {
  world = await openWorld()
  await send(world, 'clerk', [
    { subject: '7.1.c', cumulative: 10_000, remark: '甲"\n\u2028😀' },
    { subject: '1', progressText: '文字' },
  ])
  await send(world, 'clerk', [{ subject: '7.1.c', base: 1, cumulative: 20_000 }])
  await world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/reporters/jiaotong/comments`, {
    body: { subject: '7.1.c', area: '411200', text: '好' },
  })
  await world.ask('clerk', 'POST', `/v1/periods/${PERIOD}/reporters/jiaotong/submission/complete`, { body: {} })
  hash = await contentHash(world.db)
  let text = ''
  for await (const page of exportCity(world.db)) text += page
  lines = text.trimEnd().split('\n')
})
beforeEach(emptyCity)

describe('an import', () => {
  it('leaves its trace in the audit trail: from what, until when, and by whom', async () => {
    const done = await bring(lines)
    expect(done).toMatchObject({ ok: true, value: { contentHash: hash, lines: lines.length } })
    const last = await database.prepare('SELECT * FROM audit ORDER BY id DESC LIMIT 1').first<Record<string, unknown>>()
    expect(last).toMatchObject({ act: 'city.import', account: 'administrator', account_name: '管理员' })
    expect(JSON.parse(String(last?.after))).toEqual({ contentHash: hash, asOfSeq: 2, dataUntil: '2021-05-28T02:00:00.000Z' })
    expect(await bring(lines)).toEqual({ ok: false, fault: { tag: 'notEmpty' } })
  })

  it('of two at once is done once', async () => {
    const [one, other] = [await administratorIn(world.db), await administratorIn(world.db)]
    const done = await Promise.all([importCity(world.db, each(lines), one), importCity(world.db, each(lines), other)])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done.find(({ ok }) => !ok)).toEqual({ ok: false, fault: { tag: 'notEmpty' } })
    expect(await database.prepare('SELECT count(*) AS n FROM import_parts').first()).toEqual({ n: 0 })
  })

  it('is of a city that knows everybody who has an account here', async () => {
    const actor = await administratorIn(world.db)
    await database.prepare("INSERT INTO accounts SELECT 'stranger', name, role, reporter, active, created_at FROM accounts").run()
    expect(await importCity(world.db, each(lines), actor)).toEqual({ ok: false, fault: { tag: 'otherAccounts' } })
    await database.prepare("DELETE FROM accounts WHERE id = 'stranger'").run()
    await isEmpty()
  })

  it('is nothing where who asks is signed out meanwhile', async () => {
    const actor = await administratorIn(world.db)
    const signedOut = async function* () {
      yield* lines
      await database.prepare("UPDATE tokens SET revoked_at = 'now'").run()
    }
    expect(await importCity(world.db, signedOut(), actor)).toEqual({ ok: false, fault: { tag: 'guard', guard: 'token' } })
    await isEmpty()
  })

  it('is all there or not at all, whichever call of the database fails', async () => {
    const counted = failing(world.db, -1, 'before')
    await importCity(counted.db, each(lines), await administratorIn(world.db))
    for (let call = 0; call < counted.calls(); call += 1) {
      for (const when of ['before', 'after', 'twice'] as const) {
        await emptyCity()
        const actor = await administratorIn(world.db)
        await importCity(failing(world.db, call, when).db, each(lines), actor).catch(() => undefined)
        const { n } = (await database.prepare('SELECT count(*) AS n FROM audit').first<{ n: number }>()) ?? { n: -1 }
        if (n > 0) expect(await database.prepare('SELECT count(*) AS n FROM history').first()).toEqual({ n: 3 })
        else {
          await database.prepare('DELETE FROM import_parts').run()
          await isEmpty()
        }
      }
    }
  })
})

describe('a bad file is refused by its line, and leaves nothing', () => {
  const BAD: Record<string, () => { line: number; lines: readonly string[] }> = {
    'a comment of nobody': () => put('comments', 'account', 'nobody'),
    'a period of no register': () => put('periods', 'register_id', 'none', 1),
    'a role that there is not': () => put('accounts', 'role', 'king', 2),
    'a version left out': () => put('history', 'version', 7, 2),
    'a text for a number': () => put('history', 'cumulative', 'many', 2),
    'a row twice': () => {
      const at = lines.findIndex((line) => line.startsWith('["comments"'))
      return { line: at + 2, lines: [...lines.slice(0, at + 1), lines[at] ?? '', ...lines.slice(at + 1)] }
    },
    'a fraction': () => put('history', 'cumulative', 1.5, 1),
    'a number that is not exact': () => put('history', 'cumulative', 2 ** 60, 1),
    'half a pair of surrogates': () => put('comments', 'body', '\ud800'),
    'a NUL': () => put('comments', 'body', 'a\0b'),
    'a list in a cell': () => put('comments', 'body', ['a']),
    'a cell too few': () => changed('comments', (row) => row.slice(0, -1)),
    'a table that there is not': () => changed('comments', (row) => ['secrets', ...row.slice(1)]),
    'a table that is not exported': () => changed('comments', () => ['tokens', 'x']),
    'a line that is empty': () => ({ line: 5, lines: [...lines.slice(0, 4), '', ...lines.slice(4)] }),
    'a line that is no JSON': () => ({ line: 5, lines: [...lines.slice(0, 4), '["units",', ...lines.slice(4)] }),
    'another format': () => ({ line: 1, lines: ['{"format":"livelihood-progress/5","tables":[]}', ...lines.slice(1)] }),
    'no format': () => ({ line: 1, lines: lines.slice(1) }),
    'the format twice': () => ({ line: 2, lines: [lines[0] ?? '', ...lines] }),
    'cut off': () => ({ line: lines.length, lines: lines.slice(0, -1) }),
    'more after the end': () => ({ line: lines.length + 1, lines: [...lines, lines[1] ?? ''] }),
    'tables in another order': () => {
      const comment = lines.find((line) => line.startsWith('["comments"')) ?? ''
      return { line: 3, lines: [lines[0] ?? '', comment, ...lines.slice(1)] }
    },
  }
  it.each(Object.keys(BAD))('%s', async (name) => {
    const made = BAD[name]?.() ?? { line: 0, lines: [] }
    const file = name === 'cut off' || name === 'more after the end' ? made.lines : await vouched(made.lines)
    expect(await bring(file)).toEqual({ ok: false, fault: { tag: 'malformed', line: made.line } })
    await isEmpty()
  })

  it.each([
    ['a word changed', (line: string) => line.replaceAll('文字', '文子')],
    ['its position changed', (line: string) => line.replace('"seq":2', '"seq":1')],
    ['its time changed', (line: string) => line.replace('"until":"2021', '"until":"2020')],
    ['its format line changed', (line: string) => line.replace('{"format"', '{"more":1,"format"')],
  ])('%s', async (_, change) => {
    expect(await bring(lines.map(change))).toEqual({ ok: false, fault: { tag: 'different' } })
    await isEmpty()
  })

  it('a number written as a text, which the database would take for one', async () => {
    expect(await bring(await vouched(put('history', 'cumulative', '5').lines))).toEqual({ ok: false, fault: { tag: 'different' } })
    await isEmpty()
  })

  it.each([
    ['a line that never ends', () => endless(), 'line 1'],
    ['bytes that are no text', () => new Blob([`${lines[0]}\n`, new Uint8Array([0xff, 0xfe])]).stream(), 'line 2'],
    ['a body that breaks off', () => broken(lines[0] ?? ''), 'line 1'],
  ])('%s, as a 400', async (_, body, detail) => {
    expect(await drain(body())).toEqual({ code: 'malformed', detail })
  })
})

/** A body of one line, and how much of it was taken. */
let taken = 0
function endless(): ReadableStream<Uint8Array> {
  taken = 0
  const piece = new Uint8Array(1_048_576).fill(0x61)
  return new ReadableStream({
    pull: (controller) => {
      taken += 1
      if (taken > 64) controller.close()
      else controller.enqueue(piece)
    },
  })
}
const broken = (line: string): ReadableStream<Uint8Array> => {
  let pulls = 0
  return new ReadableStream({
    pull: (controller) => {
      pulls += 1
      if (pulls === 1) controller.enqueue(new TextEncoder().encode(line))
      else controller.error(new Error('gone'))
    },
  })
}
async function drain(body: ReadableStream<Uint8Array>): Promise<unknown> {
  try {
    for await (const _ of readLines(body, 1e9));
  } catch (error) {
    expect(taken).toBeLessThan(16)
    const { code, more } = error as { code: string; more: { detail?: string } }
    return { code, detail: more.detail }
  }
  return 'taken'
}
