import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import type { CompatStatement } from '@mdn/browser-compat-data'
import { ENGINE_FLOOR } from '../../../addin/floor/engineFloor.ts'
import { isRecord } from '../../../shared/base/keysOf.ts'

/*
 * The tables of browser compatibility that MDN publishes, asked what engines at the floor lack: one of the two at least.
 */

/** The version from which an engine has something without a flag or prefix; infinite where it never had. */
function since({ support }: CompatStatement, engine: keyof typeof ENGINE_FLOOR): number {
  const all = [support[engine] ?? []].flat()
  const plain = all.find(({ flags, prefix, partial_implementation }) => !flags && !prefix && !partial_implementation) ?? all[0]
  const version = plain?.version_added
  return typeof version === 'string' && version !== 'preview' ? Number(version.replace('≤', '')) : Number.POSITIVE_INFINITY
}

const isYoung = (statement: CompatStatement): boolean =>
  since(statement, 'chrome') > ENGINE_FLOOR.chrome || since(statement, 'safari') > ENGINE_FLOOR.safari

/** An entry of the tables and what is below it. */
interface Entry {
  readonly name: string
  readonly statement: CompatStatement | undefined
  readonly entries: readonly Entry[]
}

function entryOf(name: string, table: unknown): Entry {
  if (!isRecord(table)) return { name, statement: undefined, entries: [] }
  const { __compat, ...below } = table
  return { name, statement: __compat as CompatStatement | undefined, entries: Object.entries(below).map(([key, one]) => entryOf(key, one)) }
}

const tables = entryOf('', { api: bcd.api, builtins: bcd.javascript.builtins, css: bcd.css })

/** The entry at a path such as `api.Window.customElements`. */
const entryAt = (path: string): Entry | undefined =>
  path.split('.').reduce<Entry | undefined>((entry, name) => entry?.entries.find((one) => one.name === name), tables)

const entriesAt = (path: string): readonly Entry[] => entryAt(path)?.entries ?? []
const youngOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ name, statement }) => (statement && /^[\w-]+$/.test(name) && isYoung(statement) ? [name] : []))

/** The versions at which both engines have what is at a path. */
export function versionsOf(path: string): Readonly<Record<keyof typeof ENGINE_FLOOR, number>> {
  const statement = entryAt(path)?.statement
  if (!statement) throw new Error(`The tables have nothing at ${path}.`)
  return { chrome: since(statement, 'chrome'), safari: since(statement, 'safari') }
}

/** The functions of the language that are younger than the floor, by the object that has them or whose prototype does. */
export const youngBuiltins = (): readonly (readonly [owner: string, name: string])[] =>
  entriesAt('builtins').flatMap(({ name: owner, entries }) => youngOf(entries).map((name) => [owner, name] as const))

const members = [...entriesAt('api'), ...entriesAt('builtins')].flatMap(({ entries }) => entries)
const memberName = (name: string): string => name.replace(/_static$/, '')

/** Names of members that some object of an engine at the floor has. */
export const oldMembers = (): readonly string[] =>
  members.flatMap(({ name, statement }) => (statement && !isYoung(statement) ? [memberName(name)] : []))

/** Names of members of which none has. */
export const youngMembers = (): ReadonlySet<string> => {
  const old = new Set(oldMembers())
  return new Set(
    youngOf(members)
      .map(memberName)
      .filter((name) => !old.has(name)),
  )
}

/** The members of the browser's objects that are younger than the floor, by the object that has them. */
export const youngInterfaceMembers = (): readonly (readonly [owner: string, name: string])[] =>
  entriesAt('api').flatMap(({ name: owner, entries }) => youngOf(entries).map((name) => [owner, memberName(name)] as const))

/** Globals that are younger than the floor, of the language and of the browser: Iterator, structuredClone. */
export const youngGlobals = (): ReadonlySet<string> =>
  new Set([...youngOf(entriesAt('api')), ...youngOf(entriesAt('api.Window')), ...youngOf(entriesAt('builtins'))])

/** What of CSS is younger than the floor: properties, at-rules, pseudo-classes and pseudo-elements. */
export const youngCss = (part: 'properties' | 'at-rules' | 'selectors'): ReadonlySet<string> => new Set(youngOf(entriesAt(`css.${part}`)))
