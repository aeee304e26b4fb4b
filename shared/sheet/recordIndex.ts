import type { RecordKey } from './figureRecord.ts'

/** Values by the key of a record, without making a text of every key: ten thousand records are looked up in all checks. */
export class RecordIndex<T> {
  private readonly subjects = new Map<string, Map<string, Map<string, T>>>()

  get({ subject, area, part }: RecordKey): T | undefined {
    return this.subjects.get(subject)?.get(area)?.get(part)
  }

  set({ subject, area, part }: RecordKey, value: T): void {
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
    parts.set(part, value)
  }
}
