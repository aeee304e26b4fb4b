import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { everyMorning, lastMorning } from '../../../worker/node/everyMorning.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it.each([
  ['2021-05-27T21:59:59Z', '2021-05-27'],
  ['2021-05-27T22:00:00Z', '2021-05-28'],
  ['2021-05-28T21:59:59Z', '2021-05-28'],
  ['2020-12-31T22:00:00Z', '2021-01-01'],
])('at %s the last morning was that of %s', (at, day) => {
  expect(lastMorning(new Date(at))).toBe(day)
})

it('works at the start, and once after each six o’clock in China, until it is stopped', async () => {
  vi.setSystemTime('2021-05-28T01:00:00Z')
  const times: string[] = []
  const stop = everyMorning(
    async () => void times.push(new Date().toISOString().slice(0, 16)),
    () => new Date(),
    () => undefined,
  )
  await vi.advanceTimersByTimeAsync(49 * 3_600_000)
  expect(times).toEqual(['2021-05-28T01:00', '2021-05-28T22:00', '2021-05-29T22:00'])
  stop()
  await vi.advanceTimersByTimeAsync(49 * 3_600_000)
  expect(times).toHaveLength(3)
})

it('tries again what failed, and does not begin twice at once', async () => {
  vi.setSystemTime('2021-05-28T01:00:00Z')
  const failed: unknown[] = []
  let begun = 0
  const stop = everyMorning(
    async () => {
      begun += 1
      await new Promise((done) => setTimeout(done, 100_000))
      if (begun === 1) throw new Error('busy')
    },
    () => new Date(),
    (error) => failed.push(error),
  )
  await vi.advanceTimersByTimeAsync(90_000)
  expect([begun, failed.length]).toEqual([1, 0])
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect([begun, failed.length]).toEqual([2, 1])
  stop()
})
