import type { StoredLayout } from '../../../shared/wire/layouts.ts'
import type { Api } from '../../ports/api.ts'

/** What was read last, by unit: where the server cannot be reached a sheet is read as it was a moment ago. */
const lastRead = new WeakMap<Api, Map<string, readonly StoredLayout[]>>()

/** What the sheets of a unit are read by; of nobody's unit nothing. A fault is no fault of the check: it goes on without. */
export async function knownLayouts(api: Api, reporter: string | null): Promise<readonly StoredLayout[]> {
  if (reporter === null) return []
  const known = lastRead.get(api) ?? new Map<string, readonly StoredLayout[]>()
  lastRead.set(api, known)
  const answer = await api.unitLayouts(reporter)
  if (answer.ok) known.set(reporter, answer.value)
  return known.get(reporter) ?? []
}
