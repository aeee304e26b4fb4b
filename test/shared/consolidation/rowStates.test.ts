import { describe, expect, it } from 'vitest'
import { reportStates } from '../../../shared/consolidation/reportStates.ts'
import { type RowState, rowStates } from '../../../shared/consolidation/rowStates.ts'
import { REPORT_STATES, reportStateOf } from '../../../shared/wire/reportState.ts'
import { RECEIPT, SAID, SIGN_OFF } from '../../../shared/wire/submissionActs.ts'
import { row } from './row.ts'

describe('how far a report is, of the three states of its unit’s period', () => {
  it.each([
    ['draft', 'none', 'none', 'draft'],
    ['draft', 'none', 'returned', 'returned'],
    ['complete', 'none', 'none', 'complete'],
    ['complete', 'none', 'received', 'complete'],
    ['complete', 'reviewed', 'none', 'reviewed'],
    ['complete', 'approved', 'received', 'approved'],
    ['complete', 'none', 'accepted', 'accepted'],
    ['complete', 'approved', 'locked', 'accepted'],
  ] as const)('%s, %s, %s is %s', (said, signOff, receipt, state) => expect(reportStateOf({ said, signOff, receipt })).toBe(state))

  it('is accepted only where the office has said so, and signed only where the unit has', () => {
    for (const said of SAID)
      for (const signOff of SIGN_OFF)
        for (const receipt of RECEIPT) {
          const state = reportStateOf({ said, signOff, receipt })
          expect(REPORT_STATES).toContain(state)
          if (state === 'accepted') expect(['accepted', 'locked']).toContain(receipt)
          if (state === 'reviewed' || state === 'approved') expect(signOff).toBe(state)
        }
  })
})

describe('the rows of a report', () => {
  const at = (when: string) => row('jiaotong', '7.1.a', '411202', { cumulative: 5 }, { at: when })
  const early = at('2021-05-26T08:00:00.000Z')
  const stateOf = (unit: Parameters<typeof rowStates>[0][number]): RowState => rowStates([unit])(early)
  const changedRows = ['7.1.a|411202|']

  it('are a draft where nobody acted on the unit’s period, whatever others did on theirs', () => {
    expect(rowStates([])(early)).toEqual({ state: 'draft', changed: false })
    const other = { reporter: 'wenlv', completeAt: null, extendedTo: null, state: 'accepted' as const }
    expect(stateOf(other)).toEqual({ state: 'draft', changed: false })
  })

  it.each([
    ['draft', false],
    ['returned', false],
    ['complete', false],
    ['reviewed', true],
    ['approved', true],
    ['accepted', true],
  ] as const)('that differ from the signed ones are told of %s: %s', (state, changed) => {
    const unit = { reporter: 'jiaotong', completeAt: null, extendedTo: null, state }
    expect(stateOf({ ...unit, changedRows })).toEqual({ state, changed })
    expect(stateOf({ ...unit, changedRows: ['7.1.a|411203|'] })).toEqual({ state, changed: false })
  })

  it('that were written after the office accepted are told of, signed by the unit or not', () => {
    const unit = {
      reporter: 'jiaotong',
      completeAt: null,
      extendedTo: null,
      state: 'accepted' as const,
      acceptedAt: '2021-05-27T00:00:00.000Z',
    }
    expect(stateOf(unit)).toEqual({ state: 'accepted', changed: false })
    expect(rowStates([unit])(at('2021-05-27T01:00:00.000Z'))).toEqual({ state: 'accepted', changed: true })
  })
})

describe('the states of a figure’s reports', () => {
  const of = (reporter: string, state: RowState['state'], changed = false) => ({ reporter, state, changed })

  it('are each told once, the least settled first, by the number of units', () => {
    expect(reportStates([])).toEqual([])
    expect(reportStates([of('a', 'accepted'), of('b', 'returned'), of('a', 'accepted'), of('c', 'accepted')])).toEqual([
      { state: 'returned', changed: false, units: 1 },
      { state: 'accepted', changed: false, units: 2 },
    ])
  })

  it('have what changed since apart; a unit is counted once', () => {
    expect(reportStates([of('a', 'approved'), of('a', 'approved', true), of('b', 'approved')])).toEqual([
      { state: 'approved', changed: true, units: 1 },
      { state: 'approved', changed: false, units: 1 },
    ])
  })
})
