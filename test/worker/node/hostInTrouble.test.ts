import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { backupDatabase, restoreDatabase } from '../../../worker/node/backupDatabase.ts'
import { fileInPlace } from '../../../worker/node/fileInPlace.ts'
import { hasRoom } from '../../../worker/node/freeSpace.ts'
import { limitConnections } from '../../../worker/node/limitConnections.ts'
import { MIGRATIONS, migrateDatabase } from '../../../worker/node/migrateDatabase.ts'
import { oneHost } from '../../../worker/node/oneHost.ts'
import { openDatabase } from '../../../worker/node/openDatabase.ts'
import { sqliteDatabase } from '../../../worker/node/sqliteDatabase.ts'
import { runHost } from './runHost.ts'
import { temporaryFolder } from './temporary.ts'

/** A folder with a database to be served, and a pane of one page. */
function place() {
  const folder = temporaryFolder()
  mkdirSync(`${folder}/pane`)
  writeFileSync(`${folder}/pane/taskpane.html`, '<!doctype html>')
  const database = `${folder}/city.sqlite`
  return { folder, database, args: ['--database', database, '--assets', `${folder}/pane`] }
}

describe('a second host on the same file', () => {
  it('does not start, by whatever name, and does when the first was killed', async () => {
    const { folder, database, args } = place()
    const first = await runHost(args)
    symlinkSync(database, `${folder}/other.sqlite`)
    await expect(runHost(args)).rejects.toThrow('is served by another host already')
    await expect(runHost(['--database', `${folder}/other.sqlite`, ...args.slice(2)])).rejects.toThrow('is served by another host already')
    expect((await fetch(`${first.origin}/readyz`)).status).toBe(200)
    first.child.kill('SIGKILL')
    await first.ended
    const second = await runHost(args)
    expect((await fetch(`${second.origin}/readyz`)).status).toBe(200)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('is kept from a database before it migrates it', async () => {
    const { database } = place()
    const giveBack = oneHost(database)
    expect(() => oneHost(database)).toThrow('is served by another host already')
    const { db } = await openDatabase(database)
    await expect(backupDatabase(database, `${database}.backup`)).resolves.toMatch(/^[0-9a-f]{64}$/)
    db.close()
    giveBack()
    oneHost(database)()
  })
})

describe('a file that was moved away or replaced', () => {
  it.each<[string, (database: string) => void]>([
    ['moved away', (database) => renameSync(database, `${database}.away`)],
    [
      'replaced',
      (database) => {
        writeFileSync(`${database}.new`, readFileSync(database))
        renameSync(`${database}.new`, database)
      },
    ],
  ])('%s: nothing is read from it or stored in it, from the next statement on', async (_, move) => {
    const { database } = place()
    const { db } = await openDatabase(database)
    await db.prepare('UPDATE city SET seq = 1').all()
    move(database)
    await expect(db.prepare('SELECT seq FROM city').first()).rejects.toThrow('SQLITE_IOERR: the file of the database was moved')
    await expect(db.batch([db.prepare('UPDATE city SET seq = 2')])).rejects.toThrow('SQLITE_IOERR: the file of the database was moved')
    db.close()
  })

  it('moved in the middle of a batch: what went where nobody looks for it is not answered as stored', async () => {
    const { database } = place()
    const { db } = await openDatabase(database)
    const statement = db.prepare('UPDATE city SET seq = 2')
    const moving = new Proxy([statement], {
      get: (list, name) => {
        if (name === 'map') renameSync(database, `${database}.away`)
        return Reflect.get(list, name)
      },
    })
    await expect(db.batch(moving)).rejects.toThrow('moved away or replaced')
    db.close()
  })

  it('is told by /readyz, and every request is 503', async () => {
    const { database, args } = place()
    const host = await runHost(args)
    renameSync(database, `${database}.away`)
    const ready = await fetch(`${host.origin}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([503, { code: 'busy', detail: 'database' }])
    const asked = await fetch(`${host.origin}/v1/me`, { headers: { authorization: `Bearer ${'a'.repeat(43)}` } })
    expect(asked.status).toBe(503)
    host.child.kill('SIGTERM')
    await host.ended
  })

  it('is noticed by its number, not by its name', () => {
    const { folder } = place()
    writeFileSync(`${folder}/a`, '')
    const inPlace = fileInPlace(`${folder}/a`)
    expect(inPlace()).toBe(true)
    writeFileSync(`${folder}/a`, 'more')
    expect(inPlace()).toBe(true)
    renameSync(`${folder}/a`, `${folder}/b`)
    expect(inPlace()).toBe(false)
    renameSync(`${folder}/b`, `${folder}/a`)
    expect(inPlace()).toBe(true)
  })
})

describe('a disk', () => {
  it('without room for the next batch is told', () => {
    const { database } = place()
    expect([hasRoom(database), hasRoom(database, Number.MAX_SAFE_INTEGER), hasRoom(`${database}/none/at/all`)]).toEqual([true, false, true])
  })
})

describe('before a migration', () => {
  it('the database is copied as it was, once, and not where there was nothing or nothing is to be done', async () => {
    const { folder, database } = place()
    const old = `${folder}/migrations`
    mkdirSync(old)
    const names = readdirSync(MIGRATIONS).sort()
    for (const name of names.slice(0, -2)) writeFileSync(`${old}/${name}`, readFileSync(`${MIGRATIONS}${name}`))
    const before = sqliteDatabase(database)
    await migrateDatabase(before, old)
    await before.prepare('UPDATE city SET seq = 7').all()
    before.close()

    const { db, copied, migrated } = await openDatabase(database)
    db.close()
    expect(migrated).toEqual(names.slice(-2))
    expect(copied).toBe(`${database}.before-${names.at(-2)?.replace('.sql', '')}`)
    const copy = sqliteDatabase(copied ?? '', { readOnly: true })
    expect(await copy.prepare('SELECT seq FROM city').first()).toEqual({ seq: 7 })
    expect(await copy.prepare('SELECT count(*) AS n FROM d1_migrations').first()).toEqual({ n: names.length - 2 })
    copy.close()
    const again = await openDatabase(database)
    expect([again.copied, again.migrated]).toEqual([undefined, []])
    again.db.close()
    const fresh = await openDatabase(`${folder}/fresh.sqlite`)
    expect(fresh.copied).toBeUndefined()
    fresh.db.close()
    // A backup of an older version is its own copy.
    await restoreDatabase(copied ?? '', `${folder}/restored.sqlite`, { signOut: false, at: '2021-05-28T02:00:00.000Z', before: undefined })
    expect(readdirSync(folder).filter((name) => name.startsWith('restored'))).toEqual(['restored.sqlite'])
  })
})

describe('copies that broke off', () => {
  it('are removed by the next backup, an hour old and of SQLite; nobody else’s', async () => {
    const { folder, database } = place()
    const { db } = await openDatabase(database)
    db.close()
    const old = (name: string, content: string | Uint8Array) => {
      writeFileSync(`${folder}/${name}`, content)
      utimesSync(`${folder}/${name}`, 1, 1)
    }
    old('left.sqlite.part', readFileSync(database))
    old('left.sqlite.part-wal', '')
    old('empty.sqlite.part', '')
    old('a film.part', 'half a film, not ours')
    writeFileSync(`${folder}/now.sqlite.part`, readFileSync(database))
    await backupDatabase(database, `${folder}/backup.sqlite`)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual(['a film.part', 'now.sqlite.part'])
    expect(existsSync(`${folder}/backup.sqlite`)).toBe(true)
  })
})

describe('connections', () => {
  it('of one address are so many at once, and each that ends makes room', async () => {
    const server = createServer()
    limitConnections(server, 3)
    const seen: Socket[] = []
    server.on('connection', (socket) => {
      seen.push(socket)
      if (!socket.destroyed) socket.write('welcome')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    /** A connection, and whether it was let in. */
    const open = () =>
      new Promise<{ socket: Socket; letIn: boolean }>((done) => {
        const socket = connect(port, '127.0.0.1')
        socket.on('error', () => undefined)
        socket.once('data', () => done({ socket, letIn: true }))
        socket.once('close', () => done({ socket, letIn: false }))
      })
    const three = [await open(), await open(), await open()]
    expect(three.map(({ letIn }) => letIn)).toEqual([true, true, true])
    expect((await open()).letIn).toBe(false)
    expect(three.map(({ socket }) => socket.destroyed)).toEqual([false, false, false])
    const noticed = new Promise<void>((done) => seen[0]?.once('close', () => done()))
    three[0]?.socket.destroy()
    await noticed
    const fifth = await open()
    expect([fifth.letIn, (await open()).letIn]).toEqual([true, false])
    for (const { socket } of [...three, fifth]) socket.destroy()
    await new Promise<void>((closed) => server.close(() => closed()))
  })
})

describe('the log', () => {
  it('that nobody reads any more ends no host', async () => {
    const { args } = place()
    const host = await runHost(args)
    host.child.stdout?.destroy()
    for (let n = 0; n < 20; n += 1) expect((await fetch(`${host.origin}/healthz`)).status).toBe(200)
    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
  })
})
