import type { Argument, HostObject } from './hostObject.ts'
import type { ArgumentInfo } from './wire.ts'

/** Plain arguments, with our objects in the places where the client names one by its path. */
export function resolveArguments(info: ArgumentInfo | undefined, resolve: (id: number) => HostObject | null): Argument[] {
  return (info?.Arguments ?? []).map((argument, i) => {
    const path = info?.ReferencedObjectPathIds?.[i]
    return typeof path === 'number' && path > 0 ? resolve(path) : argument
  })
}
