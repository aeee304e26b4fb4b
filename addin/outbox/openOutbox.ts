import type { Outbox, OutboxEntry } from '../ports/outbox.ts'

const STORE = 'entries'

/**
 * The outbox in IndexedDB, in a database of its own for each partition of the host (`name` carries Office's key of it). `put` resolves only when the entry is on disk, since it is promised before anything is sent.
 */
export async function openOutbox(name: string, factory: IDBFactory = indexedDB): Promise<Outbox> {
  const database = await open(factory, name)

  function run<T>(mode: IDBTransactionMode, act: (entries: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // `strict`: on disk and not only in the browser's memory, since a power cut must not lose what was promised.
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('outbox: transaction aborted'))
    })
  }

  return {
    put: async (entry) => void (await run('readwrite', (entries) => entries.put(entry))),
    list: async () => (await run<OutboxEntry[]>('readonly', (entries) => entries.getAll())).sort(byTime),
    remove: async (id) => void (await run('readwrite', (entries) => entries.delete(id))),
  }
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('outbox: cannot open'))
    // Another pane holds an older version of the database open; there is only one version so far.
    request.onblocked = () => reject(new Error('outbox: blocked'))
  })
}

/** Oldest first; chunks of one sync share a time and their ids count up. */
export const byTime = (a: OutboxEntry, b: OutboxEntry): number => compare(a.at, b.at) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
