import type { Book } from '../../book/book.ts'
import type { Json } from '../../book/json.ts'
import type { Sheet } from '../../book/sheet.ts'
import { invalidArgument, itemNotFound } from './hostError.ts'
import { type Argument, type HostObject, hostObject, hostType, isHostObject } from './hostObject.ts'

/** A key of a map that holds settings: the workbook's, or a sheet's own. */
interface EntryTarget {
  readonly map: Map<string, Json>
  readonly key: string
}

/** A setting is plain data; an object of the workbook is not one. */
function plainData(value: Argument | undefined): Json {
  if (isHostObject(value)) throw invalidArgument()
  return value ?? null
}

const entryType = hostType<EntryTarget>({
  identity: ({ key }) => ({ Key: key, _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ map, key }) => map.get(key) ?? null,
      set: ({ map, key }, value) => void map.set(key, plainData(value)),
    },
    _Id: { get: ({ key }) => key },
  },
  methods: { Delete: ({ map, key }) => void map.delete(key) },
})

const collectionType = <T>(type: string, mapOf: (target: T) => Map<string, Json>) => {
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
        mapOf(target).set(String(key), plainData(value))
        return must(target, key)
      },
      GetCount: (target) => mapOf(target).size,
      GetItem: (target, [key]) => must(target, key),
      GetItemOrNullObject: (target, [key]) => entry(target, key),
    },
  })
}

/** Excel.Setting */
export const setting = entryType
/** Excel.SettingCollection: the workbook's settings, by key. */
export const settingCollection = collectionType<Book>('Setting', (book) => book.settings)
/** Excel.WorksheetCustomProperty */
export const worksheetCustomProperty = entryType
/** Excel.WorksheetCustomPropertyCollection: a sheet's own properties, by key. */
export const worksheetCustomPropertyCollection = collectionType<Sheet>('WorksheetCustomProperty', (sheet) => sheet.customProperties)
