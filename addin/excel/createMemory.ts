import { ok, type Result } from '../../shared/base/result.ts'
import { deviceMemory } from '../device/deviceMemory.ts'
import { type DeviceStore, deviceStore } from '../device/deviceStore.ts'
import type { Memory } from '../ports/memory.ts'
import type { WorkbookFault } from '../ports/workbookFault.ts'
import { readCorrections, writeCorrections } from './corrections.ts'
import { type Batch, runOnWorkbook } from './host/runOnWorkbook.ts'
import { formerNames } from './host/sheetIds.ts'
import { readLayoutUse, writeLayoutUse } from './layoutUse.ts'
import { storageKey } from './storageKey.ts'

const REMEMBER = { during: 'remember' } as const

/**
 * What is remembered: the token and preferences on this device, corrections with the workbook. Where the browser keeps
 * nothing, the token lives as long as the pane.
 */
export function createMemory(store: DeviceStore = deviceStore(() => localStorage, storageKey('probe'))): Memory {
  const said = {
    corrections: sheetWords(readCorrections, writeCorrections),
    layoutUse: sheetWords(readLayoutUse, writeLayoutUse),
  }
  return {
    ...deviceMemory(store, storageKey),
    corrections: (sheet) => said.corrections.read(sheet),
    setCorrections: (sheet, corrections) => said.corrections.write(sheet, corrections),
    layoutUse: (sheet) => said.layoutUse.read(sheet),
    setLayoutUse: (sheet, use) => said.layoutUse.write(sheet, use),
  }
}

/**
 * What people said of sheets, in the workbook. What the workbook did not keep holds as long as the pane: the person has said
 * it, and is told that it goes with the pane.
 */
function sheetWords<T>(
  readFrom: (sheet: string, batch: Batch) => Promise<T>,
  writeTo: (sheet: string, value: T, batch: Batch) => Promise<void>,
) {
  const unkept = new Map<string, T>()
  return {
    async read(sheet: string): Promise<Result<T, WorkbookFault>> {
      const own = [sheet, ...formerNames(sheet)].find((name) => unkept.has(name))
      const value = own === undefined ? undefined : unkept.get(own)
      return value === undefined ? runOnWorkbook(sheet, (batch) => readFrom(sheet, batch)) : ok(value)
    },
    async write(sheet: string, value: T): Promise<Result<void, WorkbookFault>> {
      unkept.set(sheet, value)
      const written = await runOnWorkbook(sheet, (batch) => writeTo(sheet, value, batch), REMEMBER)
      if (written.ok) for (const name of [sheet, ...formerNames(sheet)]) unkept.delete(name)
      return written
    },
  }
}
