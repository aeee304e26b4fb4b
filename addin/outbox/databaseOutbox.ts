import type { OutboxEntry } from '../ports/outbox.ts'
import { byTime, type Place } from './place.ts'

const STORE = 'entries'

/**
 * Entries in IndexedDB, in a database of its own for each partition of the host (`name` carries Office's key of it). `put`
 * resolves only when the entry is on disk. The database is opened when first used, and again where it was closed under us.
 */
export function databaseOutbox(name: string, factory: () => IDBFactory): Place {
  let opened: Promise<IDBDatabase> | null = null
  const forget = () => {
    opened = null
  }
  const database = (): Promise<IDBDatabase> => {
    opened ??= open(factory, name, forget).catch((error: unknown) => {
      forget()
      throw error
    })
    return opened
  }

  async function run<T>(mode: IDBTransactionMode, act: (entries: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    try {
      return await transact(await database(), mode, act)
    } catch (error) {
      // Closed under us, as when somebody clears the browser's data: the next one opened is a good one.
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      forget()
      return transact(await database(), mode, act)
    }
  }

  return {
    put: async (entry) => void (await run('readwrite', (entries) => entries.put(entry))),
    list: async () => (await run<OutboxEntry[]>('readonly', (entries) => entries.getAll())).sort(byTime),
    remove: async (id) => void (await run('readwrite', (entries) => entries.delete(id))),
  }
}

function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, act: (entries: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // `strict`: on disk and not only in the browser's memory, since a power cut must not lose what was promised.
    const transaction = database.transaction(STORE, mode, { durability: 'strict' })
    const request = act(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('outbox: transaction aborted'))
  })
}

/** Where another pane holds an older version open this waits, and the caller's patience ends it. */
function open(factory: () => IDBFactory, name: string, gone: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Where the browser blocks storage, naming the factory already throws.
    const request = factory().open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onerror = () => reject(request.error ?? new Error('outbox: cannot open'))
    request.onsuccess = () => {
      const database = request.result
      database.onclose = gone
      // A younger pane wants to change the database: it must not wait for this one.
      database.onversionchange = () => {
        gone()
        database.close()
      }
      resolve(database)
    }
  })
}
