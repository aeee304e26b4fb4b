import { describe, expect, test } from 'vitest'
import type { DeviceStore } from '../../../addin/device/deviceStore.ts'
import { createMemory } from '../../../addin/excel/createMemory.ts'
import { openWorkbook } from '../../../addin/excel/createWorkbook.ts'
import { ok } from '../../../shared/base/result.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import { bookOf, openExcel } from './excelInNode.ts'

function deviceOf(values = new Map<string, string>()): DeviceStore & { values: Map<string, string> } {
  return {
    values,
    lasts: () => true,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}

const CORRECTION: Correction = { kind: 'column', anchor: '进展/累计', occurrence: 1, field: 'cumulative' }

test('corrections are kept with the workbook, by sheet', async () => {
  const { book } = await openExcel(bookOf([['甲']]))
  const memory = createMemory(deviceOf())
  await memory.setCorrections('进展', [CORRECTION])
  expect(await memory.corrections('进展')).toEqual(ok([CORRECTION]))
  expect(await memory.corrections('另一张')).toEqual(ok([]))
  expect(book.settings.size).toBe(1)
})

test('no corrections leave nothing in the workbook', async () => {
  const { book } = await openExcel(bookOf([['甲']]))
  const memory = createMemory(deviceOf())
  await memory.setCorrections('进展', [CORRECTION])
  await memory.setCorrections('进展', [])
  expect(book.settings.size).toBe(0)
})

test.each([
  '{"a":1}',
  'not JSON',
  '[{"kind":"other"}]',
  '[{"kind":"row","anchor":"x"}]',
  '[{"kind":"column","anchor":"x","occurrence":1,"use":"y"}]',
])('%s left there by others is passed over', async (value) => {
  const { book } = await openExcel(bookOf([['甲']]))
  book.settings.set('livelihood.corrections.进展', value)
  expect(await createMemory(deviceOf()).corrections('进展')).toEqual(ok([]))
})

test('what was said of remembered layouts for a sheet is kept with the workbook, and leaves nothing once it is taken back', async () => {
  const { book } = await openExcel(bookOf([['甲']]))
  const memory = createMemory(deviceOf())
  expect(await memory.layoutUse('进展')).toEqual(ok(null))
  await memory.setLayoutUse('进展', 'ignored')
  expect(await memory.layoutUse('进展')).toEqual(ok('ignored'))
  expect(await memory.layoutUse('另一张')).toEqual(ok(null))
  await memory.setLayoutUse('进展', null)
  expect(book.settings.size).toBe(0)
  book.settings.set('livelihood.layouts.进展', 'always')
  expect(await memory.layoutUse('进展')).toEqual(ok(null))
})

test('the token stays on the device and goes when signed out; nothing of it is in the workbook', async () => {
  const { book } = await openExcel(bookOf([['甲']]))
  const device = deviceOf()
  await createMemory(device).setToken('secret')
  expect(await createMemory(device).token()).toBe('secret')
  expect(book.settings.size).toBe(0)
  await createMemory(device).setToken(null)
  expect(device.values.size).toBe(0)
})

describe('a word that the workbook does not keep', () => {
  const unkept = [
    ['settings-lost', 'notStored'],
    ['read-only', 'readOnlyBook'],
  ] as const
  test.for(unkept)('in the mood %s is told, and holds as long as the pane', async ([host, tag]) => {
    const { book } = await openExcel(bookOf([['甲']]), { host })
    const memory = createMemory(deviceOf())
    expect(await memory.setCorrections('进展', [CORRECTION])).toMatchObject({ ok: false, fault: { tag, during: 'remember' } })
    expect(await memory.setLayoutUse('进展', 'insisted')).toMatchObject({ ok: false, fault: { tag, during: 'remember' } })
    expect(await memory.corrections('进展')).toEqual(ok([CORRECTION]))
    expect(await memory.layoutUse('进展')).toEqual(ok('insisted'))
    expect(book.settings.size).toBe(0)
    expect(await createMemory(deviceOf()).corrections('进展')).toEqual(ok([]))
  })

  test('that has never been kept can be taken back', async () => {
    await openExcel(bookOf([['甲']]), { host: 'settings-lost' })
    const memory = createMemory(deviceOf())
    await memory.setCorrections('进展', [CORRECTION])
    expect(await memory.setCorrections('进展', [])).toEqual(ok(undefined))
    expect(await memory.corrections('进展')).toEqual(ok([]))
  })
})

test('what cannot be read is a fault, and no sheet of which nothing was said', async () => {
  const excel = await openExcel(bookOf([['甲']]))
  excel.intercept = () => ({
    Results: [],
    Error: { Code: 'RequestAborted', Message: '', HttpStatusCode: 500, ActionIndex: 0, Location: '' },
  })
  expect(await createMemory(deviceOf()).corrections('进展')).toMatchObject({ ok: false, fault: { tag: 'disconnected', during: 'read' } })
})

test('what was said of a sheet goes with it when it is renamed, and leaves nothing under the old name', async () => {
  const { book } = await openExcel(bookOf([['甲']]))
  const memory = createMemory(deviceOf())
  const workbook = openWorkbook()
  await workbook.readActiveSheet()
  await memory.setCorrections('进展', [CORRECTION])
  book.rename(book.active, '5月进展')
  await workbook.readActiveSheet()
  expect(await memory.corrections('5月进展')).toEqual(ok([CORRECTION]))
  await memory.setCorrections('5月进展', [CORRECTION])
  expect([...book.settings.keys()]).toEqual(['livelihood.corrections.5月进展'])
})
