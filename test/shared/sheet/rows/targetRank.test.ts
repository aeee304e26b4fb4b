import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { targetRank } from '../../../../shared/sheet/rows/targetRank.ts'
import { matchSubjects } from '../../../../shared/sheet/subjects/matchSubjects.ts'

const targets = register2021.indicators.flatMap(({ target }) => target?.value ?? [])
const texts = register2021.indicators.flatMap(({ name, measure, taskId }) => [
  { text: name, measure },
  { text: register2021.tasks.find(({ id }) => id === taskId)?.text ?? name, measure },
])
const anyTarget = fc.oneof(
  fc.constantFrom(...targets),
  fc.constantFrom(...targets).map((target) => asScaled(target + 1)),
  fc.integer({ min: 0, max: 9_000_000_000 }).map(asScaled),
)

describe('targets that stand alike to those of the register', () => {
  it('match alike', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), anyTarget, anyTarget, ({ text, measure }, one, other) => {
        if (targetRank(register2021, one) !== targetRank(register2021, other)) return
        const match = (target: typeof one) => matchSubjects(register2021, text, { target, ...(measure ? { measure } : {}) })
        expect(match(one)).toEqual(match(other))
      }),
      { numRuns: 2000 },
    )
  })

  it('are told from equal ones and from those beyond the next', () => {
    const [low, high] = [...new Set(targets)].sort((a, b) => a - b) as [(typeof targets)[number], (typeof targets)[number]]
    const standing = [asScaled(low - 1), low, asScaled(low + 1), high].map((target) => targetRank(register2021, target))
    expect(standing).toEqual([-1, 0, 1, 2])
  })
})
