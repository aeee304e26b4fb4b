import type { Book } from '../book/book.ts'
import type { Sheet } from '../book/sheet.ts'
import { itemNotFound } from './hostError.ts'
import { type Argument, type HostObject, hostObject, hostType, type Json } from './hostObject.ts'

/** A key of a map that holds settings: the workbook's, or a sheet's own. */
interface EntryTarget {
  readonly map: Map<string, unknown>
  readonly key: string
}

const entryType = hostType<EntryTarget>({
  identity: ({ key }) => ({ Key: key, _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ map, key }) => (map.get(key) ?? null) as Json,
      set: ({ map, key }, value) => void map.set(key, value),
    },
    _Id: { get: ({ key }) => key },
  },
  methods: { Delete: ({ map, key }) => void map.delete(key) },
})

const collectionType = <T>(type: string, mapOf: (target: T) => Map<string, unknown>) => {
  const entry = (target: T, key: Argument | undefined): HostObject | null =>
    mapOf(target).has(String(key)) ? hostObject(type, { map: mapOf(target), key: String(key) }) : null
  const must = (target: T, key: Argument | undefined): HostObject => {
    const found = entry(target, key)
    if (!found) throw itemNotFound()
    return found
  }
  return hostType<T>({
    items: (target) => [...mapOf(target).keys()].map((key) => must(target, key)),
    item: (target, [key]) => must(target, key),
    methods: {
      Add: (target, [key, value]) => {
        mapOf(target).set(String(key), value)
        return must(target, key)
      },
      GetCount: (target) => mapOf(target).size,
      GetItem: (target, [key]) => must(target, key),
      GetItemOrNullObject: (target, [key]) => entry(target, key),
    },
  })
}

export const setting = entryType
export const settingCollection = collectionType<Book>('Setting', (book) => book.settings)
export const worksheetCustomProperty = entryType
export const worksheetCustomPropertyCollection = collectionType<Sheet>('WorksheetCustomProperty', (sheet) => sheet.customProperties)
