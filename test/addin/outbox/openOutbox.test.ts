import { describe, expect, test } from 'vitest'
import { databaseOutbox } from '../../../addin/outbox/databaseOutbox.ts'
import { openOutbox } from '../../../addin/outbox/openOutbox.ts'
import type { Place } from '../../../addin/outbox/place.ts'
import { storageOutbox } from '../../../addin/outbox/storageOutbox.ts'
import { entry, fakeStorage } from './places.ts'

const PATIENCE = 20

const refused = async (): Promise<never> => {
  throw new DOMException('no', 'SecurityError')
}
const never = (): Promise<never> => new Promise(() => undefined)
const full = async (): Promise<never> => {
  throw new DOMException('full', 'QuotaExceededError')
}
const over = (place: Place, faults: Partial<Place>): Place => ({ ...place, ...faults })
const ids = async (place: Pick<Place, 'list'>) => (await place.list()).map(({ id }) => id)

/** A computer's two places, which outlive the pane. Both answer before any timer runs, whatever else the machine does. */
function computer() {
  const [disk, storage] = [fakeStorage(), fakeStorage()]
  return {
    storage,
    database: () => storageOutbox('p', () => disk),
    web: () => storageOutbox('p', () => storage),
  }
}

const broken: readonly { what: string; faults: Partial<Place>; unread: boolean }[] = [
  { what: 'refuses everything', faults: { put: refused, list: refused, remove: refused }, unread: true },
  { what: 'never answers', faults: { put: never, list: never, remove: never }, unread: true },
  { what: 'is full', faults: { put: full }, unread: false },
  { what: 'takes entries and never says so', faults: { put: never }, unread: true },
]

describe.for(broken)('a database that $what', ({ faults, unread }) => {
  test('is replaced by Web Storage, where the next opening finds what waits', async () => {
    const { database, web } = computer()
    const outbox = openOutbox(over(database(), faults), web(), PATIENCE)
    await outbox.put(entry('a'))
    expect(await ids(outbox)).toEqual(['a'])
    expect(outbox.safety()).toEqual({ place: 'webStorage', unread })
    expect(await ids(openOutbox(over(database(), faults), web(), PATIENCE))).toEqual(['a'])
  })

  test('leaves nothing behind of what was answered', async () => {
    const { database, web } = computer()
    const outbox = openOutbox(over(database(), faults), web(), PATIENCE)
    await outbox.put(entry('a'))
    await outbox.remove('a')
    expect(await ids(outbox)).toEqual([])
    expect(await ids(openOutbox(database(), web(), PATIENCE))).toEqual([])
  })
})

describe.for(broken)('two places of which each $what', ({ faults }) => {
  test('leave what waits in the pane, which says so until it is answered', async () => {
    const { database, web } = computer()
    const outbox = openOutbox(over(database(), faults), over(web(), faults), PATIENCE)
    await outbox.put(entry('a'))
    expect(await ids(outbox)).toEqual(['a'])
    expect(outbox.safety().place).toBe('pane')
    expect(await ids(openOutbox(database(), web(), PATIENCE))).toEqual([])
    await outbox.remove('a')
    expect(await ids(outbox)).toEqual([])
  })
})

test('where all is well the database has it, and Web Storage nothing', async () => {
  const { database, web } = computer()
  const outbox = openOutbox(database(), web(), PATIENCE)
  await outbox.put(entry('a'))
  expect(outbox.safety()).toEqual({ place: 'database', unread: false })
  expect([await ids(database()), await ids(web())]).toEqual([['a'], []])
})

test('what an earlier opening left in Web Storage is found though the database works again', async () => {
  const { database, web } = computer()
  await web().put(entry('a', '2021-05-25T08:00:00Z'))
  await database().put(entry('b', '2021-05-26T08:00:00Z'))
  const outbox = openOutbox(database(), web(), PATIENCE)
  expect(await ids(outbox)).toEqual(['a', 'b'])
  await outbox.remove('a')
  expect(await ids(web())).toEqual([])
})

test('an entry too large for both waits in the pane, the others on disk', async () => {
  const { database } = computer()
  const storage = fakeStorage(200)
  const small = storageOutbox('p', () => storage)
  const outbox = openOutbox(over(database(), { put: full }), small, PATIENCE)
  await outbox.put(entry('a'))
  expect(outbox.safety().place).toBe('webStorage')
  await outbox.put(entry('b', '2021-05-26T08:00:01Z', 'x'.repeat(1_000)))
  expect(outbox.safety().place).toBe('pane')
  expect(await ids(outbox)).toEqual(['a', 'b'])
  await outbox.remove('b')
  expect(await ids(outbox)).toEqual(['a'])
  expect(outbox.safety().place).toBe('webStorage')
})

test('what somebody cleared off the disk is put there again', async () => {
  const { storage, web } = computer()
  const outbox = openOutbox(over(web(), { put: refused }), web(), PATIENCE)
  await outbox.put(entry('a'))
  storage.clear()
  expect(await ids(outbox)).toEqual(['a'])
  expect(await ids(web())).toEqual(['a'])
})

test('a database that answers late is asked again, and is the usual place from then on', async () => {
  const { database, web } = computer()
  let wake: () => void = () => undefined
  const awake = new Promise<void>((resolve) => {
    wake = resolve
  })
  const real = database()
  await real.put(entry('old', '2021-05-01T08:00:00Z'))
  const slow: Place = {
    put: (one) => awake.then(() => real.put(one)),
    list: () => awake.then(() => real.list()),
    remove: (id) => awake.then(() => real.remove(id)),
  }
  const outbox = openOutbox(slow, web(), PATIENCE)
  expect(await ids(outbox)).toEqual([])
  expect(outbox.safety()).toEqual({ place: 'webStorage', unread: true })
  wake()
  await expect.poll(() => ids(outbox)).toEqual(['old'])
  expect(outbox.safety()).toEqual({ place: 'database', unread: false })
})

test('an entry that the database took too late is listed once, and gone from both once it is answered', async () => {
  const { database, web } = computer()
  const real = database()
  const late = over(real, { put: (one) => new Promise((resolve) => setTimeout(() => resolve(real.put(one)), 3 * PATIENCE)) })
  const outbox = openOutbox(late, web(), PATIENCE)
  await outbox.put(entry('a'))
  await expect.poll(() => ids(database())).toEqual(['a'])
  await expect.poll(() => outbox.list().then((all) => [all.length, outbox.safety().unread])).toEqual([1, false])
  await outbox.remove('a')
  // Where it is slow just then, what was answered goes with the next look.
  const left = () => outbox.list().then(async () => [await ids(database()), await ids(web())])
  await expect.poll(left).toEqual([[], []])
})

test('what could not be removed is not listed again, and removed once it can be', async () => {
  const { database, web } = computer()
  const real = database()
  let locked = true
  const outbox = openOutbox(over(real, { remove: (id) => (locked ? refused() : real.remove(id)) }), web(), PATIENCE)
  await outbox.put(entry('a'))
  await outbox.remove('a')
  expect(await ids(outbox)).toEqual([])
  locked = false
  expect(await ids(outbox)).toEqual([])
  await expect.poll(() => ids(database())).toEqual([])
})

test('a storage whose very name throws is one that refuses', async () => {
  const nothing = (): never => {
    throw new DOMException('denied', 'SecurityError')
  }
  const outbox = openOutbox(databaseOutbox('p', nothing), storageOutbox('p', nothing), PATIENCE)
  await outbox.put(entry('a'))
  expect(await ids(outbox)).toEqual(['a'])
  expect(outbox.safety()).toEqual({ place: 'pane', unread: true })
})

test('a place that can be read and keeps nothing is not promised, before anything is sent', async () => {
  const { database, web } = computer()
  const cases = [
    [over(database(), { put: never, list: never }), over(web(), { put: full }), 'pane'],
    [over(database(), { put: full }), web(), 'webStorage'],
    [database(), over(web(), { put: full }), 'database'],
  ] as const
  for (const [one, other, place] of cases) {
    const outbox = openOutbox(one, other, PATIENCE)
    expect(await ids(outbox)).toEqual([])
    expect(outbox.safety().place).toBe(place)
  }
  expect([await ids(database()), await ids(web())]).toEqual([[], []])
})
