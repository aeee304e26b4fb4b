import type { Memory } from '../ports/memory.ts'
import { readCorrections, writeCorrections } from './corrections.ts'
import { runOnWorkbook } from './host/runOnWorkbook.ts'
import { readLayoutUse, writeLayoutUse } from './layoutUse.ts'
import { storageKey } from './storageKey.ts'

/** The part of a browser's storage that is needed; tests give a Map-like one. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * What is remembered: the token and preferences on this device, corrections with the workbook. Where the browser
 * blocks storage, the token lives as long as the pane.
 */
export function createMemory(store: KeyValueStore = deviceStore()): Memory {
  const set = (name: string, value: string | null) => {
    if (value === null) store.removeItem(storageKey(name))
    else store.setItem(storageKey(name), value)
  }
  return {
    token: async () => store.getItem(storageKey('token')),
    setToken: async (token) => set('token', token),
    corrections: async (sheet) => {
      const read = await runOnWorkbook(sheet, (batch) => readCorrections(sheet, batch))
      return read.ok ? read.value : []
    },
    setCorrections: async (sheet, corrections) => {
      await runOnWorkbook(sheet, (batch) => writeCorrections(sheet, corrections, batch))
    },
    layoutUse: async (sheet) => {
      const read = await runOnWorkbook(sheet, (batch) => readLayoutUse(sheet, batch))
      return read.ok ? read.value : null
    },
    setLayoutUse: async (sheet, use) => {
      await runOnWorkbook(sheet, (batch) => writeLayoutUse(sheet, use, batch))
    },
    preference: async (name) => store.getItem(storageKey(`preference.${name}`)),
    setPreference: async (name, value) => set(`preference.${name}`, value),
  }
}

/** Reading is tried first: a browser that blocks storage throws at the first touch, and not before. */
function deviceStore(): KeyValueStore {
  try {
    localStorage.getItem(storageKey('token'))
    return localStorage
  } catch {
    const values = new Map<string, string>()
    return {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    }
  }
}
