import { expect, it } from 'vitest'
import { deviceStore } from '../../../../addin/device/deviceStore.ts'
import { fileMemory, filesKey } from '../../../../addin/web/memory/fileMemory.ts'
import type { Correction } from '../../../../shared/record/reading.ts'

function storage(fails = false) {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (fails) throw new Error('full')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  }
}

const SAID: readonly Correction[] = [{ kind: 'column', anchor: '累计', occurrence: 1, use: 'stored' }]

it('what was said of a sheet comes back with a file of the same name, and with no other', async () => {
  const disk = storage()
  let file = '5月.xlsx'
  const memory = fileMemory(
    deviceStore(() => disk, 'probe'),
    () => file,
  )
  await memory.setCorrections('进展', SAID)
  await memory.setLayoutUse('进展', 'ignored')
  const again = fileMemory(
    deviceStore(() => disk, 'probe'),
    () => file,
  )
  expect(await again.corrections('进展')).toEqual({ ok: true, value: SAID })
  expect(await again.layoutUse('进展')).toEqual({ ok: true, value: 'ignored' })
  expect(await again.corrections('别的')).toEqual({ ok: true, value: [] })
  file = '6月.xlsx'
  expect(await again.corrections('进展')).toEqual({ ok: true, value: [] })
})

it('the file that was not touched for longest is forgotten first', async () => {
  const disk = storage()
  let file = ''
  const memory = fileMemory(
    deviceStore(() => disk, 'probe'),
    () => file,
  )
  for (let i = 0; i <= 100; i++) {
    file = `${i}.xlsx`
    await memory.setCorrections('进展', SAID)
  }
  const readOf = async (name: string) => {
    file = name
    const read = await memory.corrections('进展')
    return read.ok ? read.value.length : -1
  }
  expect([await readOf('0.xlsx'), await readOf('1.xlsx'), await readOf('100.xlsx')]).toEqual([0, 1, 1])
})

it('where the browser keeps nothing it holds as long as the page, and says so', async () => {
  const memory = fileMemory(
    deviceStore(() => storage(true), 'probe'),
    () => '5月.xlsx',
  )
  expect(await memory.setCorrections('进展', SAID)).toEqual({
    ok: false,
    fault: { tag: 'deviceForgets', during: 'remember', sheet: '进展' },
  })
  expect(await memory.corrections('进展')).toEqual({ ok: true, value: SAID })
  expect(memory.tokenLasts()).toBe(false)
})

it('what another hand left there is passed over', async () => {
  const disk = storage()
  disk.kept.set(filesKey('file.5月.xlsx'), '[nonsense')
  disk.kept.set(filesKey('files'), '{}')
  const memory = fileMemory(
    deviceStore(() => disk, 'probe'),
    () => '5月.xlsx',
  )
  expect(await memory.corrections('进展')).toEqual({ ok: true, value: [] })
  expect((await memory.setCorrections('进展', SAID)).ok).toBe(true)
})
