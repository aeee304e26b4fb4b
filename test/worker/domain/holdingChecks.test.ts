import { expect, it } from 'vitest'
import { CHECKS } from '../../../shared/checks/checkRecords.ts'
import { isRefused } from '../../../shared/finding/effects.ts'
import { FINDING_SEVERITY, type FindingCode } from '../../../shared/finding/finding.ts'
import { HOLDING_CHECKS } from '../../../worker/domain/holdingChecks.ts'

it('runs every check that finds errors in records alone for which a row is refused; DUPLICATE_ROW is refused before', () => {
  const canRefuse = (code: FindingCode) => code !== 'DUPLICATE_ROW' && isRefused({ code, severity: FINDING_SEVERITY[code] }, undefined)
  const wanted = CHECKS.flatMap(({ check, raises, sees }) => (sees === 'records' && raises.some(canRefuse) ? [check.name] : []))
  expect(HOLDING_CHECKS.map(({ name }) => name).sort()).toEqual(wanted.sort())
})
