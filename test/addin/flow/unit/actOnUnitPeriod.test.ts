import { expect, test } from 'vitest'
import { actOnUnitPeriod } from '../../../../addin/flow/unit/actOnUnitPeriod.ts'
import { openUnitPeriod } from '../../../../addin/flow/unit/openUnitPeriod.ts'
import type { Account } from '../../../../shared/wire/session.ts'
import { clerk, coordinator } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { problem } from '../../fakeUnitPeriods.ts'
import { transportSheet } from '../../transportSheet.ts'

const reviewer: Account = { ...clerk, id: 'a2', name: '王某', role: 'reviewer' }
const row = { subject: '7.1.a', area: '411202', part: '', by: '张三', at: '2021-05-26T08:00:00Z', values: { cumulative: 10_000 } }

async function world(account: Account) {
  const fakes = fakePorts(transportSheet, account)
  const { unit } = fakes.server
  const read = async () => {
    const answer = await openUnitPeriod(fakes.ports, '2021-05', 'jiaotong')
    if (!answer.ok) throw new Error(answer.fault.tag)
    return answer.value
  }
  return { ...fakes, unit, read }
}

test('an act is done, and what stands is read anew', async () => {
  const { ports, read, unit } = await world(clerk)
  const done = await actOnUnitPeriod(ports, await read(), 'complete', { reason: null })
  expect(done.ok && done.value.submission).toMatchObject({ said: 'complete', version: 1 })
  expect(unit.calls).toEqual([{ act: 'complete', body: {} }])
})

test('a reason travels with the act', async () => {
  const { ports, read, unit } = await world(reviewer)
  unit.force('complete')
  const done = await actOnUnitPeriod(ports, await read(), 'send-back', { reason: '里程不对' })
  expect(done.ok && done.value.submission).toMatchObject({ said: 'draft', reason: '里程不对' })
})

test('where somebody was quicker it is said, with what stands now, and nothing was done', async () => {
  const { ports, read, unit } = await world(coordinator)
  unit.force('complete')
  const seen = await read()
  unit.force('return', '别人退回了')
  const done = await actOnUnitPeriod(ports, seen, 'receive', { reason: null })
  expect(done).toMatchObject({ ok: false, fault: { why: { tag: 'quicker' }, now: { submission: { receipt: 'returned' } } } })
})

test('a reviewer does not sign rows that were written after they were read', async () => {
  const { ports, read, unit, server } = await world(reviewer)
  server.write(row)
  unit.force('complete')
  const seen = await read()
  server.write({ ...row, values: { cumulative: 20_000 } })
  const done = await actOnUnitPeriod(ports, seen, 'review', { reason: null })
  expect(done).toMatchObject({ ok: false, fault: { why: { tag: 'rowsChanged' }, now: { asOfSeq: 2 } } })
  expect(unit.submissions.get('jiaotong')?.signOff).toBe('none')
  const again = await actOnUnitPeriod(ports, await read(), 'review', { reason: null })
  expect(again).toMatchObject({ ok: true, value: { submission: { signOff: 'reviewed', signedSeq: 2 } } })
})

test.for(['clerk’s complete', 'coordinator’s receive'])(
  'an answer that was lost counts as done where the state says so: %s',
  async (who) => {
    const asClerk = who.startsWith('clerk')
    const { ports, read, unit } = await world(asClerk ? clerk : coordinator)
    if (!asClerk) unit.force('complete')
    const seen = await read()
    unit.faults.push('after')
    const done = await actOnUnitPeriod(ports, seen, asClerk ? 'complete' : 'receive', { reason: null })
    expect(done).toMatchObject({ ok: true, value: { submission: asClerk ? { said: 'complete' } : { receipt: 'received' } } })
    expect(unit.calls).toHaveLength(1)
  },
)

test('an act that never arrived is not done, and what stands is known', async () => {
  const { ports, read, unit } = await world(clerk)
  const seen = await read()
  unit.faults.push('before')
  const done = await actOnUnitPeriod(ports, seen, 'complete', { reason: null })
  expect(done).toMatchObject({ ok: false, fault: { why: { tag: 'offline' }, now: { submission: { said: 'draft' } } } })
})

test('where not even the state can be read, nothing is known to offer', async () => {
  const { ports, read, unit } = await world(clerk)
  const seen = await read()
  unit.faults.push('after', 'before')
  const done = await actOnUnitPeriod(ports, seen, 'complete', { reason: null })
  expect(done).toMatchObject({ ok: false, fault: { why: { tag: 'timeout' }, now: null } })
  expect(unit.submissions.get('jiaotong')?.said).toBe('complete')
})

test('a state that happens to be the one wished for is not taken for done where nothing moved', async () => {
  const { ports, read, unit } = await world(coordinator)
  unit.force('complete')
  unit.force('receive')
  const seen = await read()
  unit.faults.push(problem(503, 'busy'))
  expect(await actOnUnitPeriod(ports, seen, 'receive', { reason: null })).toMatchObject({ ok: false, fault: { why: { code: 'busy' } } })
})
