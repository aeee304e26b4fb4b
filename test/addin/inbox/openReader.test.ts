import { expect, it } from 'vitest'
import type { FromWorker, ToWorker } from '../../../addin/inbox/inboxMessages.ts'
import { openReader, type Thread } from '../../../addin/inbox/openReader.ts'
import type { InboxKnown } from '../../../shared/inbox/inboxFile.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'

const known: InboxKnown = {
  register,
  period: '2021-05',
  today: '2021-05-28',
  earlier: new Map(),
  remembered: [],
  people: new Map(),
  layouts: new Map(),
}
const file = { name: '空.xlsx', sha256: '0', bytes: new Uint8Array() }
const NOTHING = new Map()
/** What the page itself reads of a file without a byte. */
const EMPTY = { ok: false, fault: { tag: 'emptyFile' } }
const beside: FromWorker['read'] = { ok: true, value: { sheets: [], withoutTable: 7 } }

/** A thread that answers, breaks, or is silent. */
function threadThat(does: 'answers' | 'breaks' | 'nothing') {
  const heard: ToWorker[] = []
  let ended = 0
  const thread: Thread = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      heard.push(message)
      if (message.kind !== 'read') return
      if (does === 'answers') thread.onmessage?.({ data: { id: message.id, read: beside } } as MessageEvent<FromWorker>)
      if (does === 'breaks') thread.onerror?.({} as ErrorEvent)
    },
    terminate: () => {
      ended += 1
    },
  }
  return { thread, heard, ended: () => ended }
}

it('is told once what is known, and answers file by file', async () => {
  const { thread, heard } = threadThat('answers')
  const reader = openReader(known, () => thread)
  expect(await Promise.all([reader.read(file, NOTHING), reader.read(file, NOTHING)])).toEqual([beside, beside])
  expect(heard.map(({ kind }) => kind)).toEqual(['known', 'read', 'read'])
})

it('is the page itself where the browser refuses threads', async () => {
  const reader = openReader(known, () => {
    throw new DOMException('refused', 'SecurityError')
  })
  expect(await reader.read(file, NOTHING)).toMatchObject(EMPTY)
})

it('is the page itself from the file on at which the thread broke', async () => {
  const { thread, heard, ended } = threadThat('breaks')
  const reader = openReader(known, () => thread)
  expect(await reader.read(file, NOTHING)).toMatchObject(EMPTY)
  expect(await reader.read(file, NOTHING)).toMatchObject(EMPTY)
  expect(heard.filter(({ kind }) => kind === 'read')).toHaveLength(1)
  expect(ended()).toBe(1)
})

it('gives its thread back when it is closed', async () => {
  const { thread, ended } = threadThat('nothing')
  const reader = openReader(known, () => thread)
  const waiting = reader.read(file, NOTHING)
  reader.close()
  expect(ended()).toBe(1)
  expect(await waiting).toMatchObject(EMPTY)
})
