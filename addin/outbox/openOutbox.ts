import { withTimeout } from '../patience/withTimeout.ts'
import type { Outbox, OutboxEntry, OutboxSafety } from '../ports/outbox.ts'
import { byTime, type Place } from './place.ts'

/** A database on a slow disk answers within a second; one that is blocked never does. */
const PATIENCE_MS = 3_000

/** A place with the name that the person is told by, and whether an act is still open in it that was given up. */
interface Shelf {
  readonly name: Exclude<OutboxSafety['place'], 'pane'>
  readonly place: Place
  hung: boolean
}

/**
 * The outbox over the places of this device: an entry goes into IndexedDB, where that is refused, full or silent into Web
 * Storage, and in the last resort stays in the pane. No act ever rejects or hangs; what became of it is in `safety`. What
 * waits is read from all places, and what an entry's own place has lost meanwhile is put again.
 */
export function openOutbox(database: Place, webStorage: Place, patience = PATIENCE_MS): Outbox {
  const shelves: readonly Shelf[] = [
    { name: 'database', place: database, hung: false },
    { name: 'webStorage', place: webStorage, hung: false },
  ]
  /** Entries of this opening that are not answered yet, and where each is. */
  const held = new Map<string, { readonly entry: OutboxEntry; readonly place: OutboxSafety['place'] }>()
  /** Answered in this opening: a place that could not remove them lists them still. */
  const answered = new Set<string>()
  /** Places that have kept something in this opening: that one can be read does not say that it keeps. */
  const proven = new Set<Shelf>()
  const tried = new Set<Shelf>()
  let usual: OutboxSafety['place'] = 'database'
  let unread = false

  async function keep(entry: OutboxEntry): Promise<void> {
    usual = 'pane'
    for (const shelf of shelves)
      if (await succeeds(ask(shelf, (place) => place.put(entry), patience))) {
        proven.add(shelf)
        usual = shelf.name
        break
      }
    held.set(entry.id, { entry, place: usual })
  }

  /** Whether a place keeps what is put there: tried once with an entry that is nobody's; where it failed, a real one may still succeed. */
  async function keeps(shelf: Shelf): Promise<boolean> {
    if (proven.has(shelf) || tried.has(shelf)) return proven.has(shelf)
    tried.add(shelf)
    const kept = await succeeds(ask(shelf, (place) => place.put(TRIAL).then(() => place.remove(TRIAL.id)), patience))
    if (kept) proven.add(shelf)
    return kept
  }

  async function firstThatKeeps(readable: readonly Shelf[]): Promise<OutboxSafety['place']> {
    for (const shelf of readable) if (await keeps(shelf)) return shelf.name
    return 'pane'
  }

  async function remove(id: string): Promise<void> {
    held.delete(id)
    answered.add(id)
    await Promise.all(shelves.map((shelf) => succeeds(ask(shelf, (place) => place.remove(id), patience))))
  }

  return {
    async put(entry) {
      answered.delete(entry.id)
      await keep(entry)
    },
    async list() {
      const found = new Map<string, OutboxEntry>()
      const read = await Promise.all(
        shelves.map((shelf) =>
          succeeds(
            ask(shelf, (place) => place.list(), patience).then((entries) => {
              for (const entry of entries) found.set(entry.id, entry)
            }),
          ),
        ),
      )
      unread = read[0] !== true
      usual = await firstThatKeeps(shelves.filter((_, index) => read[index]))
      for (const { entry } of [...held.values()])
        if (!found.has(entry.id)) {
          await keep(entry)
          found.set(entry.id, entry)
        }
      if (found.delete(TRIAL.id)) void remove(TRIAL.id)
      for (const id of answered) if (found.delete(id)) void remove(id)
      return [...found.values()].sort(byTime)
    },
    remove,
    safety: () => ({ place: leastSafe([usual, ...[...held.values()].map(({ place }) => place)]), unread }),
  }
}

/** As long as a small submission, so that a place with no room for one shows it; never listed and never sent. */
const TRIAL: OutboxEntry = { id: 'trial', period: '', reporter: '', sheet: '', at: '', body: ' '.repeat(20_000) }

const BY_SAFETY: readonly OutboxSafety['place'][] = ['pane', 'webStorage', 'database']

const leastSafe = (places: readonly OutboxSafety['place'][]): OutboxSafety['place'] =>
  BY_SAFETY.find((place) => places.includes(place)) ?? 'database'

/** Asks a place; while an act is open in it that was given up it is not asked again, since it would only wait behind that one. */
async function ask<T>(shelf: Shelf, act: (place: Place) => Promise<T>, patience: number): Promise<T> {
  if (shelf.hung) throw new Error(`outbox: ${shelf.name} does not answer`)
  const asked = act(shelf.place)
  return withTimeout(asked, patience, () => {
    shelf.hung = true
    const free = () => {
      shelf.hung = false
    }
    void asked.then(free, free)
    return new Error(`outbox: ${shelf.name} does not answer`)
  })
}

/** Whether a promise was kept; why not is of no use to anybody here. */
const succeeds = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    () => false,
  )
