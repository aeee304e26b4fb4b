import { expect, it } from 'vitest'
import { storedNothing } from '../../../../addin/pane/FaultNotice.tsx'
import type { PaneFault } from '../../../../addin/state/fault.ts'

it('says that nothing was stored only where nothing was answered', () => {
  const undelivered = (willRetry: boolean): PaneFault => ({ tag: 'undelivered', willRetry, cause: { tag: 'offline' } })
  expect(storedNothing(undelivered(false), false)).toBe(true)
  expect(storedNothing(undelivered(false), true)).toBe(false)
  expect(storedNothing(undelivered(true), false)).toBe(false)
  expect(storedNothing({ tag: 'cancelled' }, false)).toBe(false)
})
