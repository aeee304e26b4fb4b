import type { RecordKey } from './figureRecord.ts'

/** Values by the key of a record, without making a text of every key: ten thousand records are looked up in all checks. */
export class RecordIndex<T> {
  private readonly subjects = new Map<string, Map<string, Map<string, T>>>()

  /** Keeps the value of a key that has none; else answers the one that it has. */
  add({ subject, area, part }: RecordKey, value: T): T | undefined {
    let areas = this.subjects.get(subject)
    if (!areas) {
      areas = new Map()
      this.subjects.set(subject, areas)
    }
    let parts = areas.get(area)
    if (!parts) {
      parts = new Map()
      areas.set(area, parts)
    }
    const known = parts.get(part)
    if (known === undefined) parts.set(part, value)
    return known
  }
}
