import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { openOutbox } from '../../../addin/outbox/openOutbox.ts'
import { storageOutbox } from '../../../addin/outbox/storageOutbox.ts'
import type { Outbox, OutboxEntry } from '../../../addin/ports/outbox.ts'

const entry = (id: string, at: string, body = '{"rows":[]}'): OutboxEntry => ({
  id,
  period: '2021-05',
  reporter: 'jiaotong',
  body,
  sheet: '5月',
  at,
})

function fakeStorage(): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  }
}

/** Each kind as a place that outlives the pane, and how to open the outbox there. */
const kinds = [
  {
    name: 'IndexedDB',
    place: () => {
      const factory = new IDBFactory()
      return (partition: string): Promise<Outbox> => openOutbox(partition, factory)
    },
  },
  {
    name: 'Web Storage',
    place: () => {
      const storage = fakeStorage()
      return async (partition: string): Promise<Outbox> => storageOutbox(storage, partition)
    },
  },
]

describe.for(kinds)('the outbox in $name', ({ place }) => {
  test('keeps the exact bytes when the pane is closed and opened again', async () => {
    const open = place()
    const body = '{"rows":[["7.1.a","湖滨区\\u0000😀"]]}'
    await (await open('p')).put(entry('a', '2021-05-26T08:00:00Z', body))
    expect(await (await open('p')).list()).toEqual([entry('a', '2021-05-26T08:00:00Z', body)])
  })

  test('lists oldest first, chunks of one sync in their order', async () => {
    const outbox = await place()('p')
    for (const id of ['b.0010', 'b.0002', 'b.0001']) await outbox.put(entry(id, '2021-05-26T08:00:00Z'))
    await outbox.put(entry('a', '2021-05-27T08:00:00Z'))
    await outbox.put(entry('z', '2021-05-25T08:00:00Z'))
    expect((await outbox.list()).map(({ id }) => id)).toEqual(['z', 'b.0001', 'b.0002', 'b.0010', 'a'])
  })

  test('puts the same id once, and forgets what was answered', async () => {
    const outbox = await place()('p')
    await outbox.put(entry('a', '2021-05-26T08:00:00Z'))
    await outbox.put(entry('a', '2021-05-26T08:00:00Z'))
    expect(await outbox.list()).toHaveLength(1)
    await outbox.remove('a')
    await outbox.remove('a')
    expect(await outbox.list()).toEqual([])
  })

  test("does not see another partition's entries", async () => {
    const open = place()
    await (await open('p')).put(entry('a', '2021-05-26T08:00:00Z'))
    expect(await (await open('q')).list()).toEqual([])
  })
})

test('in Web Storage, what another program left under the name is passed over and stays', async () => {
  const storage = fakeStorage()
  storage.setItem('p:x', 'no json')
  storage.setItem('p:y', '{"id":1}')
  storage.setItem('other', '{}')
  expect(await storageOutbox(storage, 'p').list()).toEqual([])
  expect(storage.length).toBe(3)
})

test('in Web Storage, an entry that does not fit is refused aloud', async () => {
  const storage = {
    ...fakeStorage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  await expect(storageOutbox(storage as Storage, 'p').put(entry('a', '2021-05-26T08:00:00Z'))).rejects.toThrow('full')
})

test('a database that cannot be opened is refused aloud, so that the pane takes Web Storage', async () => {
  const broken = {
    open: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  } as unknown as IDBFactory
  await expect(openOutbox('p', broken)).rejects.toThrow('denied')
})
