import { isRecord } from '../../../shared/base/keysOf.ts'
import { Sheet } from '../../book/sheet.ts'
import { typeOf } from './answerQuery.ts'
import { apiNotFound, HostError, itemNotFound } from './hostError.ts'
import { type HostObject, hostObject, isHostObject, type Session } from './hostObject.ts'
import { resolveArguments } from './resolveArguments.ts'
import { TYPES } from './typeTable.ts'
import { type ObjectPath, PATH } from './wire.ts'

type Resolve = (id: number) => HostObject | null

/**
 * The object a path names; null for a null object and everything below one. Each path is walked once a batch, since a
 * path can be a call with an effect (add, merge).
 */
export function resolvePath(
  id: number,
  paths: Readonly<Record<string, ObjectPath>>,
  resolved: Map<number, HostObject | null>,
  session: Session,
): HostObject | null {
  const known = resolved.get(id)
  if (known !== undefined) return known
  const path = paths[id]
  if (!path) throw new HostError('InvalidObjectPath', `The object path '${id}' isn't valid.`)
  const resolve: Resolve = (other) => resolvePath(other, paths, resolved, session)
  const object = walk(path, resolve, session)
  const sheet = sheetOf(object)
  if (sheet?.deleted) throw itemNotFound()
  resolved.set(id, object)
  return object
}

function walk(path: ObjectPath, resolve: Resolve, session: Session): HostObject | null {
  if (path.ObjectPathType === PATH.null) return null
  if (path.ObjectPathType === PATH.global) return hostObject('Workbook', session.book)
  if (path.ObjectPathType === PATH.new) {
    if (!TYPES[path.Name ?? '']) throw apiNotFound(`new ${path.Name}`)
    return hostObject(path.Name ?? '', session.book)
  }
  if (path.ObjectPathType === PATH.reference) {
    const referenced = session.references.get(path.Name ?? '')
    if (!referenced) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.')
    return referenced
  }
  const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : null
  return parent && below(parent, path, resolve, session)
}

function below(parent: HostObject, path: ObjectPath, resolve: Resolve, session: Session): HostObject | null {
  const type = typeOf(parent)
  const name = path.Name ?? ''
  const args = resolveArguments(path.ArgumentInfo, resolve)
  switch (path.ObjectPathType) {
    case PATH.method: {
      const method = type.methods?.[name]
      if (!method) throw apiNotFound(`${parent.type}.${name}()`)
      session.before({ kind: 'call', type: parent.type, name, target: parent.target, args })
      const answer = method(parent.target, args, session)
      return isHostObject(answer) ? answer : null
    }
    case PATH.property: {
      const child = type.children?.[name]
      if (!child) throw apiNotFound(`${parent.type}.${name}`)
      return child(parent.target, session)
    }
    case PATH.indexer:
      if (!type.item) throw apiNotFound(`${parent.type}.getItem()`)
      session.before({ kind: 'call', type: parent.type, name: 'GetItem', target: parent.target, args })
      return type.item(parent.target, args, session)
    default:
      throw apiNotFound(`object paths of type ${path.ObjectPathType}`)
  }
}

/** The sheet that an object is, or is on; undefined of the workbook and what is only its. */
function sheetOf(object: HostObject | null): Sheet | undefined {
  const target = object?.target
  if (target instanceof Sheet) return target
  return isRecord(target) && target.sheet instanceof Sheet ? target.sheet : undefined
}
