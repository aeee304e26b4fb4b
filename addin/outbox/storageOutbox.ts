import { isRecord } from '../../shared/base/keysOf.ts'
import type { Outbox, OutboxEntry } from '../ports/outbox.ts'
import { byTime } from './openOutbox.ts'

/**
 * The outbox in Web Storage, for hosts that refuse IndexedDB to a pane. An entry that does not fit rejects its `put`, and
 * then nothing is sent. What cannot be read back (another program's text under our name) is left alone and not listed.
 */
export function storageOutbox(storage: Storage, name: string): Outbox {
  const prefix = `${name}:`
  return {
    async put(entry) {
      storage.setItem(prefix + entry.id, JSON.stringify(entry))
    },
    async list() {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index))
      return names
        .filter((name) => name?.startsWith(prefix))
        .map((name) => entryOf(storage.getItem(name ?? '')))
        .filter((entry) => entry !== null)
        .sort(byTime)
    },
    async remove(id) {
      storage.removeItem(prefix + id)
    },
  }
}

function entryOf(text: string | null): OutboxEntry | null {
  try {
    const entry: unknown = JSON.parse(text ?? 'null')
    return isEntry(entry) ? entry : null
  } catch {
    return null
  }
}

const isEntry = (value: unknown): value is OutboxEntry => isRecord(value) && typeof value.id === 'string' && typeof value.body === 'string'
