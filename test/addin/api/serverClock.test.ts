import { expect, test } from 'vitest'
import { createRequest } from '../../../addin/api/request.ts'
import { serverClock } from '../../../addin/api/serverClock.ts'

const own = Date.parse('2021-05-30T15:59:30.500Z')
const line = { method: 'GET', path: '/v1/me', headers: {} } as const

test.each([
  ['nothing was heard', [], '2021-05-30T15:59:30.500Z'],
  ['the header is no date', ['yesterday', ''], '2021-05-30T15:59:30.500Z'],
  ['the clocks agree but for the way', ['Sun, 30 May 2021 15:59:28 GMT'], '2021-05-30T15:59:30.500Z'],
  ['the computer is an hour behind', ['Sun, 30 May 2021 16:59:30 GMT'], '2021-05-30T16:59:30.000Z'],
  ['the computer is a year ahead', ['Sat, 30 May 2020 15:59:30 GMT'], '2020-05-30T15:59:30.000Z'],
  ['an answer without a date follows', ['Sun, 30 May 2021 16:59:30 GMT', null], '2021-05-30T16:59:30.000Z'],
  ['the computer was set right since', ['Sun, 30 May 2021 16:59:30 GMT', 'Sun, 30 May 2021 15:59:30 GMT'], '2021-05-30T15:59:30.500Z'],
])('the time where %s', (_, heard, expected) => {
  const clock = serverClock(() => own)
  for (const date of heard) clock.hear(date)
  expect(clock.now()).toBe(expected)
})

test('every answer tells its time, a refusal too', async () => {
  const clock = serverClock(() => own)
  const answer = () => new Response('{}', { status: 503, headers: { Date: 'Mon, 31 May 2021 16:00:00 GMT' } })
  await createRequest('', 1_000, clock, (async () => answer()) as unknown as typeof fetch)(line)
  expect(clock.now()).toBe('2021-05-31T16:00:00.000Z')
})

test('no answer tells nothing', async () => {
  const clock = serverClock(() => own)
  const refuse = (async () => Promise.reject(new TypeError('offline'))) as typeof fetch
  await createRequest('', 1_000, clock, refuse)(line)
  expect(clock.now()).toBe('2021-05-30T15:59:30.500Z')
})
