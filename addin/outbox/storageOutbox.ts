import { isRecord } from '../../shared/base/keysOf.ts'
import type { OutboxEntry } from '../ports/outbox.ts'
import { byTime, type Place } from './place.ts'

/**
 * Entries in Web Storage, for hosts that refuse IndexedDB to a pane. An entry that does not fit rejects its `put`. What
 * cannot be read back (another program's text under our name) is left alone and not listed.
 */
export function storageOutbox(name: string, storage: () => Storage): Place {
  const prefix = `${name}:`
  return {
    async put(entry) {
      storage().setItem(prefix + entry.id, JSON.stringify(entry))
    },
    async list() {
      const there = storage()
      const names = Array.from({ length: there.length }, (_, index) => there.key(index))
      return names
        .filter((name) => name?.startsWith(prefix))
        .map((name) => entryOf(there.getItem(name ?? '')))
        .filter((entry) => entry !== null)
        .sort(byTime)
    },
    async remove(id) {
      storage().removeItem(prefix + id)
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
