import type { Memory } from '../ports/memory.ts'
import { readCorrections, writeCorrections } from './corrections.ts'
import { type DeviceStore, deviceStore } from './deviceStore.ts'
import { runOnWorkbook } from './host/runOnWorkbook.ts'
import { readLayoutUse, writeLayoutUse } from './layoutUse.ts'
import { storageKey } from './storageKey.ts'

const REMEMBER = { during: 'remember' } as const

/**
 * What is remembered: the token and preferences on this device, corrections with the workbook. Where the browser keeps
 * nothing, the token lives as long as the pane.
 */
export function createMemory(store: DeviceStore = deviceStore(() => localStorage, storageKey('probe'))): Memory {
  const set = (name: string, value: string | null) => {
    if (value === null) store.removeItem(storageKey(name))
    else store.setItem(storageKey(name), value)
  }
  return {
    token: async () => store.getItem(storageKey('token')),
    setToken: async (token) => set('token', token),
    tokenLasts: () => store.lasts(),
    corrections: async (sheet) => {
      const read = await runOnWorkbook(sheet, (batch) => readCorrections(sheet, batch), REMEMBER)
      return read.ok ? read.value : []
    },
    setCorrections: async (sheet, corrections) => {
      await runOnWorkbook(sheet, (batch) => writeCorrections(sheet, corrections, batch), REMEMBER)
    },
    layoutUse: async (sheet) => {
      const read = await runOnWorkbook(sheet, (batch) => readLayoutUse(sheet, batch), REMEMBER)
      return read.ok ? read.value : null
    },
    setLayoutUse: async (sheet, use) => {
      await runOnWorkbook(sheet, (batch) => writeLayoutUse(sheet, use, batch), REMEMBER)
    },
    preference: async (name) => store.getItem(storageKey(`preference.${name}`)),
    setPreference: async (name, value) => set(`preference.${name}`, value),
  }
}
