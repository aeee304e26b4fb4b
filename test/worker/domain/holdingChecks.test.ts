import { expect, it } from 'vitest'
import { FINDING_SEVERITY } from '../../../shared/finding/finding.ts'
import { HOLDING_CHECKS } from '../../../worker/domain/holdingChecks.ts'

it('runs the check of every error but MILESTONE_OVERDUE, which holds nothing back, and DUPLICATE_ROW, refused before', () => {
  const errors = Object.entries(FINDING_SEVERITY).flatMap(([code, severity]) =>
    severity === 'error' && code !== 'DUPLICATE_ROW' ? [code] : [],
  )
  const codeOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  expect(HOLDING_CHECKS.map(({ name }) => codeOf(name)).sort()).toEqual(errors.sort())
})
