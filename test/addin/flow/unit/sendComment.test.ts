import { expect, test } from 'vitest'
import { sendComment } from '../../../../addin/flow/unit/sendComment.ts'
import { coordinator } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { problem } from '../../fakeUnitPeriods.ts'
import { transportSheet } from '../../transportSheet.ts'

const comment = { subject: '7.1.a', area: '411202', part: '', kind: 'return', text: '请核对里程' } as const

test('a comment whose answer was lost is sent again under its id, and stands once', async () => {
  const { ports, server, waits } = fakePorts(transportSheet, coordinator)
  server.unit.faults.push('after')
  expect(await sendComment(ports, { period: '2021-05', reporter: 'jiaotong' }, 'id-1', comment)).toMatchObject({
    ok: true,
    value: { text: '请核对里程' },
  })
  expect(server.unit.calls.map(({ id }) => id)).toEqual(['id-1', 'id-1'])
  expect(server.unit.comments.size).toBe(1)
  expect(waits).toHaveLength(1)
})

test('without a connection it gives up after some tries, and one that is refused is not sent again', async () => {
  const { ports, server } = fakePorts(transportSheet, coordinator)
  server.unit.faults.push('before', 'before', 'before', 'before')
  expect(await sendComment(ports, { period: '2021-05', reporter: 'jiaotong' }, 'id-1', comment)).toEqual({
    ok: false,
    fault: { tag: 'offline' },
  })
  server.unit.faults.splice(0)
  server.unit.faults.push(problem(409, 'stateNotAllowed'))
  expect(await sendComment(ports, { period: '2021-05', reporter: 'jiaotong' }, 'id-1', comment)).toMatchObject({
    fault: { code: 'stateNotAllowed' },
  })
  expect(server.unit.comments.size).toBe(0)
})
