import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { migrateDatabase } from '../../../worker/node/migrateDatabase.ts'
import { openDatabase } from '../../../worker/node/openDatabase.ts'
import { sqliteDatabase } from '../../../worker/node/sqliteDatabase.ts'
import { temporaryFolder } from './temporary.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../worker/store/migrations/', import.meta.url))
const ALL = readdirSync(MIGRATIONS).sort()

it('runs every migration once, in order, and remembers which', async () => {
  const file = `${temporaryFolder()}/deep/city.sqlite`
  const first = await openDatabase(file)
  expect(first.migrated).toEqual(ALL)
  const era = await first.db.prepare('SELECT era FROM city').first()
  first.db.close()
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  const second = await openDatabase(file)
  expect(second.migrated).toEqual([])
  expect(await second.db.prepare('SELECT era FROM city').first()).toEqual(era)
  const { results } = await second.db.prepare('SELECT name FROM d1_migrations ORDER BY id').all()
  expect(results.map(({ name }) => name)).toEqual(ALL)
  second.db.close()
})

it('goes on with a database that an older version made', async () => {
  const folder = temporaryFolder()
  const old = `${folder}/migrations`
  mkdirSync(old)
  copyFileSync(`${MIGRATIONS}/${ALL[0]}`, `${old}/${ALL[0]}`)
  const db = sqliteDatabase(`${folder}/city.sqlite`)
  expect(await migrateDatabase(db, old)).toEqual(ALL.slice(0, 1))
  await db.prepare('UPDATE city SET seq = 7').all()
  expect(await migrateDatabase(db)).toEqual(ALL.slice(1))
  expect(await db.prepare('SELECT seq FROM city').first()).toEqual({ seq: 7 })
  db.close()
})

it('leaves nothing of a migration that fails in its middle, and runs it again', async () => {
  const folder = temporaryFolder()
  const db = sqliteDatabase(':memory:')
  writeFileSync(`${folder}/0001_a.sql`, 'CREATE TABLE a (x); INSERT INTO nowhere VALUES (1);')
  await expect(migrateDatabase(db, folder)).rejects.toThrow('SQLITE_ERROR: no such table')
  writeFileSync(`${folder}/0001_a.sql`, 'CREATE TABLE a (x);')
  expect(await migrateDatabase(db, folder)).toEqual(['0001_a.sql'])
})

it('refuses a database that a newer version made', async () => {
  const file = `${temporaryFolder()}/city.sqlite`
  const { db } = await openDatabase(file)
  await db.prepare("INSERT INTO d1_migrations (name) VALUES ('9999_future.sql')").all()
  db.close()
  await expect(openDatabase(file)).rejects.toThrow('newer version of this program: 9999_future.sql')
})

it('refuses a file that is no database', async () => {
  const file = `${temporaryFolder()}/city.sqlite`
  writeFileSync(file, 'a letter, not a database '.repeat(100))
  await expect(openDatabase(file)).rejects.toThrow(/not a database/)
})
