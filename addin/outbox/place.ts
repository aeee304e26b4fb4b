import type { Outbox, OutboxEntry } from '../ports/outbox.ts'

/** One place on this device that may retain entries. Each act may be refused, and may never be answered. */
export type Place = Omit<Outbox, 'safety'>

/** Oldest first; chunks of one sync share a time and their ids count up. */
export const byTime = (a: OutboxEntry, b: OutboxEntry): number => compare(a.at, b.at) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
