import type { OutboxEntry } from '../../../addin/ports/outbox.ts'

export const entry = (id: string, at = '2021-05-26T08:00:00Z', body = '{"rows":[]}'): OutboxEntry => ({
  id,
  period: '2021-05',
  reporter: 'jiaotong',
  body,
  sheet: '5月',
  at,
})

/** Web Storage in memory, with room for so many characters. */
export function fakeStorage(room = Number.POSITIVE_INFINITY): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (key.length + value.length > room) throw new DOMException('full', 'QuotaExceededError')
      values.set(key, value)
    },
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  }
}
