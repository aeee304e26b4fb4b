import { beforeEach, describe, expect, it } from 'vitest'
import { keysOf } from '../../../shared/base/keysOf.ts'
import { CONTRACT } from '../../../shared/wire/contract.ts'
import { AT_ONCE, HEAVY, heavyTurns, IN_LINE } from '../../../worker/http/heavyTurns.ts'
import type { Statement } from '../../../worker/store/database/database.ts'
import { openWorld, PERIOD, type World } from '../world.ts'

describe('turns at what is heavy', () => {
  it('are few at once for each, the others in their order, and no more than a line of them', async () => {
    const turns = heavyTurns()
    const begun: number[] = []
    const ends: (() => void)[] = []
    const take = (n: number) =>
      turns.take('a').then((end) => {
        begun.push(n)
        ends.push(end)
      })
    const all = Array.from({ length: AT_ONCE + IN_LINE }, (_, n) => take(n))
    await Promise.all(all.slice(0, AT_ONCE))
    expect(begun).toEqual([0, 1])
    await expect(turns.take('a')).rejects.toMatchObject({ code: 'tooManyRequests', more: { retryAfter: 2 } })
    ;(await turns.take('b'))()
    for (let n = 0; n < all.length; n += 1) {
      await all[n]
      ends[n]?.()
    }
    expect(begun).toEqual(all.map((_, n) => n))
    // The line is gone with its last.
    const again = await Promise.all(Array.from({ length: AT_ONCE }, () => turns.take('a')))
    for (const end of again) end()
  })

  it('are of routes that there are', () => {
    for (const key of HEAVY) expect(keysOf(CONTRACT)).toContain(key)
  })
})

describe('a reader who asks for much at once', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    for (const who of ['coordinator', 'auditor', 'clerk']) await world.ask(who, 'GET', '/v1/me')
  })

  /** A database that answers nothing until it is let, and how many batches it was asked for at the same time. */
  function held() {
    let release = () => {}
    const gate = new Promise<void>((go) => {
      release = go
    })
    let [asked, most] = [0, 0]
    const batch = async <Row>(statements: Statement[]) => {
      asked += 1
      most = Math.max(most, asked)
      await gate
      const answers = await world.db.batch<Row>(statements)
      asked -= 1
      return answers
    }
    const db: World['db'] = { prepare: (sql) => world.db.prepare(sql), batch }
    return { db, letGo: () => release(), most: () => most }
  }

  it('has two of them read, eight in line, and is refused the rest with a time; others do not wait', async () => {
    const path = `/v1/periods/${PERIOD}/consolidation`
    const { db, letGo, most } = held()
    const asked = Array.from({ length: 15 }, () => world.ask('coordinator', 'GET', path, { db }))
    const other = await world.ask('auditor', 'GET', path)
    expect(other.status).toBe(200)
    expect((await world.ask('coordinator', 'GET', '/v1/me')).status).toBe(200)
    letGo()
    const answers = await Promise.all(asked)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(AT_ONCE + IN_LINE)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(15 - AT_ONCE - IN_LINE)
    expect(refused[0]?.headers.get('retry-after')).toBe('2')
    expect(most()).toBe(AT_ONCE)
    expect((await world.ask('coordinator', 'GET', path)).status).toBe(200)
  })

  it('ends its turn also where it is refused, or the database fails', async () => {
    const path = `/v1/periods/${PERIOD}/records?since=0&limit=10000`
    const broken: World['db'] = {
      prepare: (sql) => world.db.prepare(sql),
      batch: () => Promise.reject(new Error('D1_ERROR: injected')),
    }
    for (let n = 0; n < 2 * (AT_ONCE + IN_LINE); n += 1) {
      expect((await world.ask('clerk', 'GET', path)).status).toBe(403)
      await world.ask('coordinator', 'GET', path, { db: broken })
      expect((await world.ask('m'.repeat(43), 'GET', path)).status).toBe(401)
    }
    expect((await world.ask('coordinator', 'GET', path)).status).toBe(200)
  })
})
