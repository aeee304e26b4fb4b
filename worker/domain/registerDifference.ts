import { isRecord, keysOf } from '../../shared/base/keysOf.ts'
import type { Register } from '../../shared/register/register.ts'
import type { RegisterDifference } from '../../shared/wire/administration.ts'

/** Added and changed ones in the order of the new version, then the removed. */
type Changes = RegisterDifference['changes']

/** What of a register is added, removed or changed against the version before; an entry is known again by its id. */
export function registerDifference(before: Register | undefined, after: Register): Changes {
  const lists = new Set([...(before ? keysOf(before) : []), ...keysOf(after)])
  return [...lists]
    .filter((list) => list !== 'id' && list !== 'version' && list !== 'schema')
    .flatMap((list) => listDifference(list, entriesOf(list, before?.[list]), entriesOf(list, after[list])))
}

/** A list's entries by key; what is no list (title, lights, calendar) is one entry under its own name. */
function entriesOf(list: string, value: unknown): ReadonlyMap<string, unknown> {
  if (value === undefined) return new Map()
  return Array.isArray(value) ? byKey(value) : new Map([[list, value]])
}

function listDifference(list: string, before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Changes {
  const changes: Changes = []
  for (const [key, entry] of after) {
    const old = before.get(key)
    if (old === undefined) changes.push({ list, key, change: 'added', after: entry })
    else if (canonical(old) !== canonical(entry)) changes.push({ list, key, change: 'changed', before: old, after: entry })
  }
  for (const [key, entry] of before) if (!after.has(key)) changes.push({ list, key, change: 'removed', before: entry })
  return changes
}

/** The same text for the same content, whatever the order in which keys were written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** By id, code, number or name; assignments by subject and reporter. Entries that share a key are counted. */
function byKey(entries: readonly unknown[]): ReadonlyMap<string, unknown> {
  const map = new Map<string, unknown>()
  for (const entry of entries) {
    const named = isRecord(entry) ? entry : {}
    const key = String(
      named.subject === undefined
        ? (named.id ?? named.code ?? named.no ?? named.indicator ?? named.name)
        : `${named.subject}/${named.reporter}`,
    )
    let unique = key
    for (let n = 2; map.has(unique); n += 1) unique = `${key}#${n}`
    map.set(unique, entry)
  }
  return map
}
