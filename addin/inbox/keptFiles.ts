import { withTimeout } from '../patience/withTimeout.ts'
import type { KeptFile, KeptFiles } from '../ports/inbox.ts'

const STORE = 'files'
const PATIENCE_MS = 5_000
type Kept = KeptFile & { readonly key: string }
const keyOf = ({ of, sha256 }: Pick<KeptFile, 'of' | 'sha256'>): string => `${of}|${sha256}`

/** Files in a database of their own; where that refuses or does not answer, in the pane alone, as long as it is open. */
export function keptFiles(name: string, factory: () => IDBFactory): KeptFiles {
  const here = new Map<string, KeptFile>()
  let opened: Promise<IDBDatabase> | null = null
  const database = (): Promise<IDBDatabase> => {
    opened ??= open(factory, name).catch((error: unknown) => {
      opened = null
      throw error
    })
    return opened
  }
  /** Undefined where the device did not do it. */
  async function run<T>(mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    try {
      const acted = database().then((db) => transact(db, mode, act))
      return await withTimeout(acted, PATIENCE_MS, () => new Error('no answer'))
    } catch {
      return undefined
    }
  }
  return {
    async put(file) {
      const key = keyOf(file)
      here.set(key, file)
      return (await run('readwrite', (files) => files.put({ ...file, key }))) !== undefined
    },
    async list(of) {
      const stored = (await run<Kept[]>('readonly', (files) => files.getAll())) ?? []
      const all = new Map([...stored.map((file): [string, KeptFile] => [file.key, file]), ...here])
      return [...all.values()].filter((file) => file.of === of).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    },
    async remove(file) {
      here.delete(keyOf(file))
      await run('readwrite', (files) => files.delete(keyOf(file)))
    },
  }
}

function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode)
    const request = act(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('inbox: transaction aborted'))
  })
}

function open(factory: () => IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory().open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
    request.onerror = () => reject(request.error ?? new Error('inbox: cannot open'))
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
  })
}
