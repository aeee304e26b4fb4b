import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { backupDatabase, restoreDatabase } from '../../../worker/node/backupDatabase.ts'
import { openDatabase } from '../../../worker/node/openDatabase.ts'
import type { SqliteDatabase } from '../../../worker/node/sqliteDatabase.ts'
import { hashOf } from '../../../worker/secrets/hashOf.ts'
import { mintInvitationCode } from '../../../worker/secrets/invitationCode.ts'
import { applySeed } from '../../../worker/store/applySeed.ts'
import { contentHash } from '../../../worker/store/backup/exportCity.ts'
import { readAudit } from '../../../worker/store/people/readAudit.ts'
import { findSession, redeemInvitation } from '../../../worker/store/people/sessions.ts'
import { temporaryFolder } from './temporary.ts'

const AT = '2021-05-28T02:00:00.000Z'
const KEPT = { signOut: false, at: AT, before: undefined }

/** A small city in a file, which stays open, with somebody signed in. */
async function openCity() {
  const folder = temporaryFolder()
  const file = `${folder}/city.sqlite`
  const { db } = await openDatabase(file)
  const code = mintInvitationCode()
  const unused = mintInvitationCode()
  await applySeed(db, {
    register: register2021,
    periods: [{ id: '2021-05', softDeadline: '2021-05-30', hardDeadline: '2021-06-02' }],
    accounts: [{ id: 'li', name: '李', role: 'clerk', reporter: 'jiaotong' }],
    invitations: [code, unused].map((each) => ({ account: 'li', code: each, expiresAt: '2999-01-01T00:00:00Z' })),
    at: AT,
  })
  const redeem = (of: string, where = db) => redeemInvitation(where, { code: of, device: '', at: AT, address: 'x', requestId: 'x' })
  const session = await redeem(code)
  if (!session.ok) throw new Error('no session')
  return { folder, file, db, token: session.value.token, unused, redeem }
}
const eraOf = async (db: Awaited<ReturnType<typeof openCity>>['db']) =>
  (await db.prepare('SELECT era FROM city').first<{ era: string }>())?.era

/** An entry of the audit trail. */
const act = (db: SqliteDatabase, of: { id: number; at: string; act: string; object: string }) =>
  db.prepare("INSERT INTO audit (id, at, act, object, request_id) VALUES (?, ?, ?, ?, 'x')").bind(of.id, of.at, of.act, of.object).all()

/** The hash of what a restored database holds but for the note that it was restored. */
async function againWithout(db: SqliteDatabase): Promise<string> {
  await db.runScript("DROP TRIGGER audit_remains; DELETE FROM audit WHERE act = 'city.restore'; UPDATE city SET change = change - 1", [])
  return contentHash(db)
}

it('copies a database that is in use, and restores it with the same content in another era', async () => {
  const { folder, file, db, token } = await openCity()
  const hash = await contentHash(db)
  expect(await backupDatabase(file, `${folder}/backup.sqlite`)).toBe(hash)
  await db.prepare("UPDATE units SET name = '改' WHERE id = 'jiaotong'").all()
  expect(await contentHash(db)).not.toBe(hash)

  const backup = readFileSync(`${folder}/backup.sqlite`)
  expect(await restoreDatabase(`${folder}/backup.sqlite`, `${folder}/again.sqlite`, KEPT)).toBe(hash)
  expect(readFileSync(`${folder}/backup.sqlite`).equals(backup)).toBe(true)
  const again = await openDatabase(`${folder}/again.sqlite`)
  expect(again.migrated).toEqual([])
  expect(await againWithout(again.db)).toBe(hash)
  expect(await eraOf(again.db)).not.toBe(await eraOf(db))
  expect((await findSession(again.db, await hashOf(token)))?.session.account.id).toBe('li')
  again.db.close()
  db.close()
  expect(readdirSync(folder).sort()).toEqual(['again.sqlite', 'backup.sqlite', 'city.sqlite'])
})

it('leaves its trace, with what came after the backup named as lost', async () => {
  const { folder, file, db } = await openCity()
  await act(db, { id: 1, at: AT, act: 'account.create', object: 'li' })
  const hash = await backupDatabase(file, `${folder}/backup.sqlite`)
  await act(db, { id: 2, at: '2021-05-28T03:00:00.000Z', act: 'period.lock', object: '2021-05' })
  for (const [id, applied] of [
    ['a', 3],
    ['b', 0],
    ['c', 2],
  ] as const)
    await db
      .prepare(
        `INSERT INTO receipts (reporter, id, period, body_hash, account, at, epoch, applied, outcomes, rejected, unknown_bases)
        VALUES ('jiaotong', ?, '2021-05', 'x', 'li', '2021-05-28T04:00:00.000Z', 1, ?, '[]', '[]', 0)`,
      )
      .bind(id, applied)
      .all()
  db.close()
  const traceOf = async (name: string, before: string | undefined) => {
    await restoreDatabase(`${folder}/backup.sqlite`, `${folder}/${name}`, { ...KEPT, before })
    const again = await openDatabase(`${folder}/${name}`)
    const { entries } = await readAudit(again.db, { since: 1, limit: 9, newestFirst: false })
    again.db.close()
    return entries
  }
  const trace = { act: 'city.restore', account: null, by: null, at: AT }
  expect(await traceOf('one.sqlite', undefined)).toMatchObject([
    { ...trace, after: { contentHash: hash, dataUntil: AT, lostCompared: false } },
  ])
  expect(await traceOf('two.sqlite', file)).toMatchObject([
    {
      ...trace,
      after: {
        lostCompared: true,
        lostSyncs: 2,
        lostRows: 5,
        lostActs: 1,
        lostComments: 0,
        lostReports: [{ period: '2021-05', reporter: 'jiaotong', rows: 5, last: '2021-05-28T04:00:00.000Z' }],
        lostNewest: [{ at: '2021-05-28T03:00:00.000Z', act: 'period.lock', object: '2021-05', by: null }],
      },
    },
  ])
  await expect(
    restoreDatabase(`${folder}/backup.sqlite`, `${folder}/three.sqlite`, { ...KEPT, before: `${folder}/none` }),
  ).rejects.toThrow()
  expect(existsSync(`${folder}/three.sqlite`)).toBe(false)
})

it('signs everybody out where it is told to', async () => {
  const { folder, file, db, token, unused, redeem } = await openCity()
  await backupDatabase(file, `${folder}/backup.sqlite`)
  await restoreDatabase(`${folder}/backup.sqlite`, `${folder}/again.sqlite`, { ...KEPT, signOut: true })
  const again = await openDatabase(`${folder}/again.sqlite`)
  expect(await findSession(again.db, await hashOf(token))).toBeUndefined()
  expect((await redeem(unused, again.db)).ok).toBe(false)
  again.db.close()
  db.close()
})

it('copies whole transactions while writing goes on', async () => {
  const { folder, file, db } = await openCity()
  let writing = true
  const writer = (async () => {
    while (writing) {
      await db.batch([db.prepare('UPDATE city SET seq = seq + 1'), db.prepare('UPDATE units SET name = (SELECT seq FROM city)')])
      await new Promise(setImmediate)
    }
  })()
  for (let n = 0; n < 5; n += 1) {
    await backupDatabase(file, `${folder}/${n}.sqlite`)
    const copy = await openDatabase(`${folder}/${n}.sqlite`)
    const { results } = await copy.db
      .prepare('SELECT DISTINCT name = (SELECT CAST(seq AS TEXT) FROM city) OR (SELECT seq FROM city) = 0 AS same FROM units')
      .all()
    expect(results).toEqual([{ same: 1 }])
    copy.db.close()
  }
  writing = false
  await writer
  db.close()
})

it('overwrites nothing, and leaves nothing half done', async () => {
  const { folder, file, db } = await openCity()
  await backupDatabase(file, `${folder}/backup.sqlite`)
  await expect(backupDatabase(file, `${folder}/backup.sqlite`)).rejects.toThrow('is there already')
  await expect(restoreDatabase(`${folder}/backup.sqlite`, file, KEPT)).rejects.toThrow('is there already')
  await expect(backupDatabase(`${folder}/none.sqlite`, `${folder}/x.sqlite`)).rejects.toThrow('is not there')
  db.close()
  const bytes = readFileSync(`${folder}/backup.sqlite`)
  writeFileSync(`${folder}/torn.sqlite`, bytes.subarray(0, bytes.length - 40_960))
  await expect(restoreDatabase(`${folder}/torn.sqlite`, `${folder}/x.sqlite`, KEPT)).rejects.toThrow()
  expect(existsSync(`${folder}/x.sqlite`)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
})

it('keeps no copy of a database that is unsound, not even a part of one', async () => {
  const { folder, file, db } = await openCity()
  await db.prepare('PRAGMA foreign_keys = OFF').all()
  await db.prepare("UPDATE accounts SET reporter = 'nowhere' WHERE id = 'li'").all()
  await expect(backupDatabase(file, `${folder}/backup.sqlite`)).rejects.toThrow('a row of accounts points nowhere')
  db.close()
  expect(readdirSync(folder).filter((name) => name.includes('backup'))).toEqual([])
})
