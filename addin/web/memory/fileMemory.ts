import { isRecord } from '../../../shared/base/keysOf.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { deviceMemory } from '../../device/deviceMemory.ts'
import type { DeviceStore } from '../../device/deviceStore.ts'
import { parseCorrections, parseLayoutUse } from '../../device/storedWords.ts'
import type { Memory } from '../../ports/memory.ts'

/** What was said of so many files is remembered; of the one that was not touched for longest it is forgotten. */
const MOST_FILES = 100

/** A key of this page alone: the pane in Excel has others, and another person may be signed in there. */
export const filesKey = (name: string): string => `livelihood.files.${name}`

/**
 * What the page remembers, all of it on this device: the token and preferences, and what a person said of the sheets of a
 * file, by the file's name. `fileName` is that of the file that is open; "" where there is none.
 */
export function fileMemory(store: DeviceStore, fileName: () => string): Memory {
  const words = (sheet: string): Readonly<Record<string, unknown>> => {
    const ofSheet = readFile(store, fileName())[sheet]
    return isRecord(ofSheet) ? ofSheet : {}
  }
  const say = (sheet: string, change: Readonly<Record<string, unknown>>) => {
    const file = readFile(store, fileName())
    writeFile(store, fileName(), { ...file, [sheet]: { ...words(sheet), ...change } })
    return store.lasts() ? ok(undefined) : fail({ tag: 'deviceForgets', during: 'remember', sheet } as const)
  }
  return {
    ...deviceMemory(store, filesKey),
    corrections: async (sheet) => ok(parseCorrections(words(sheet).corrections)),
    setCorrections: async (sheet, corrections) => say(sheet, { corrections }),
    layoutUse: async (sheet) => ok(parseLayoutUse(words(sheet).layoutUse)),
    setLayoutUse: async (sheet, layoutUse) => say(sheet, { layoutUse }),
  }
}

const fileKey = (name: string): string => filesKey(`file.${name}`)
const LIST = filesKey('files')

const readFile = (store: DeviceStore, name: string): Readonly<Record<string, unknown>> => parseRecord(store.getItem(fileKey(name)))

function writeFile(store: DeviceStore, name: string, words: Readonly<Record<string, unknown>>): void {
  const older = parseList(store.getItem(LIST)).filter((one) => one !== name)
  const all = [name, ...older]
  for (const forgotten of all.slice(MOST_FILES)) store.removeItem(fileKey(forgotten))
  store.setItem(LIST, JSON.stringify(all.slice(0, MOST_FILES)))
  store.setItem(fileKey(name), JSON.stringify(words))
}

function parseRecord(text: string | null): Readonly<Record<string, unknown>> {
  const value = parse(text)
  return isRecord(value) ? value : {}
}

function parseList(text: string | null): readonly string[] {
  const value = parse(text)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** What another version or hand left there is passed over. */
function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
