import { expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { shownFigures } from '../../../shared/report/shownFigures.ts'
import { withCountyTargets } from '../consolidation/countyTargets.ts'
import { row } from '../consolidation/row.ts'

it('leaves no county’s figure of a unit that is not accepted, of record or not', () => {
  const register = withCountyTargets({ '7.1.a': { '411224': 90 }, '5.a': { '411224': 900, '411282': 100 } })
  const records = [
    row('jiaotong', '7.1.a', '411224', { cumulative: 41 }),
    row('lushi', '5.a', '411224', { cumulative: 450 }),
    row('lingbao', '5.a', '411282', { cumulative: 50 }),
  ]
  const figures = consolidate(register, records, { period: '2021-05', asOfSeq: 1, era: 'e' })
  const counties = (pending: readonly string[]) =>
    shownFigures(figures, new Set(pending)).indicators.flatMap(({ indicator, counties }) =>
      counties.map(({ area }) => `${indicator} ${area}`),
    )
  expect(counties([])).toEqual(['5.a 411224', '5.a 411282', '7.1.a 411224'])
  expect(counties(['jiaotong', 'lushi'])).toEqual(['5.a 411282'])
})
