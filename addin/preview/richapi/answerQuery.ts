import type { Json } from '../../book/json.ts'
import { apiNotFound } from './hostError.ts'
import type { HostObject, HostType, Session } from './hostObject.ts'
import { TYPES } from './typeTable.ts'
import type { QueryInfo } from './wire.ts'

type Answer = Record<string, Json>

/** The type of an object; throws ApiNotFound for one that this host does not know. */
export function typeOf(object: HostObject): HostType<unknown> {
  const type = TYPES[object.type]
  if (!type) throw apiNotFound(object.type)
  return type
}

/** The id fields of an object, and the reference by which the client finds it again. */
export function identityOf(object: HostObject): Answer {
  return { ...typeOf(object).identity?.(object.target), ...(object.reference ? { _ReferenceId: object.reference } : {}) }
}

/**
 * Answers `load`: the named properties ("values", "worksheet/name"), all of them where none is named; of a collection
 * those of each item. Throws ApiNotFound for a name this host does not know.
 */
export function answerQuery(object: HostObject, query: QueryInfo | undefined, session: Session): Answer {
  const type = typeOf(object)
  const names = [...(query?.Select ?? []), ...(query?.Expand ?? [])].filter((name) => name !== '')
  session.before({ kind: 'load', type: object.type, name: '', target: object.target, args: names })
  if (!type.items) return answerNames(object, type, names, session)
  const from = query?.Skip ?? 0
  const own = names.filter((name) => memberName(type.properties, name))
  const answer = own.length > 0 ? answerNames(object, type, own, session) : identityOf(object)
  if (own.length > 0 && own.length === names.length) return answer
  const ofItems = names.filter((name) => !own.includes(name)).map((name) => name.replace(/^items[/.]/i, ''))
  const items = type.items(object.target, session).slice(from, query?.Top === undefined ? undefined : from + query.Top)
  return { ...answer, _Items: items.map((item) => answerNames(item, typeOf(item), ofItems, session)) }
}

function answerNames(object: HostObject, type: HostType<unknown>, names: readonly string[], session: Session): Answer {
  const answer = identityOf(object)
  const all = names.length === 0 || names.some((name) => name === '*' || name === '$all')
  for (const name of all ? (type.defaults ?? Object.keys(type.properties ?? {})) : []) {
    answer[name] = type.properties?.[name]?.get(object.target, session) ?? null
  }
  const below = new Map<string, string[]>()
  for (const name of names) {
    if (name === '*' || name === '$all') continue
    const [head = '', ...rest] = name.split(/[/.]/)
    const property = memberName(type.properties, head)
    const child = memberName(type.children, head)
    if (property) answer[property] = type.properties?.[property]?.get(object.target, session) ?? null
    else if (child) below.set(child, [...(below.get(child) ?? []), rest.join('/')])
    else if (memberName(answer, head) === undefined) throw apiNotFound(`${object.type}.${head} (load)`)
  }
  for (const [child, wanted] of below) {
    const target = type.children?.[child]?.(object.target, session) ?? null
    answer[child] = target ? answerQuery(target, { Select: wanted }, session) : null
  }
  return answer
}

/** The name as the table spells it: clients say "rowCount" for RowCount. */
export function memberName(table: object | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return table && Object.keys(table).find((key) => key.toLowerCase() === wanted)
}
