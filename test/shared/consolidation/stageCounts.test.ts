import { describe, expect, it } from 'vitest'
import { stageCounts } from '../../../shared/consolidation/stageCounts.ts'

describe('stageCounts', () => {
  it.each([
    [null, 'completed', true],
    ['completed', 'completed', true],
    ['basically_completed', 'completed', false],
    ['accepted', 'completed', false],
    ['completed', 'started', true],
    ['in_progress', 'started', true],
    ['planned', 'started', false],
    ['selected', 'approved', false],
    ['nonsense', 'completed', false],
  ] as const)('%s for %s: %s', (stage, counts, expected) => expect(stageCounts(stage, counts)).toBe(expected))
})
