import { describe, expect, it } from 'vitest'
import { asOfAfterSubmission } from '../../../shared/checks/asOfAfterSubmission.ts'
import { dateAmbiguous } from '../../../shared/checks/dateAmbiguous.ts'
import { dateAsNumber } from '../../../shared/checks/dateAsNumber.ts'
import { dateOpenEnded } from '../../../shared/checks/dateOpenEnded.ts'
import { dateSerial } from '../../../shared/checks/dateSerial.ts'
import { dateShort } from '../../../shared/checks/dateShort.ts'
import { dateVague } from '../../../shared/checks/dateVague.ts'
import { fact, facts, record, said, table } from './sheetFacts.ts'

const DATES = [dateAmbiguous, dateAsNumber, dateOpenEnded, dateSerial, dateShort, dateVague]

describe('the checks of dates', () => {
  it.each([
    [44_342, ['info M5 DATE_SERIAL']],
    [5.26, ['info M5 DATE_AS_NUMBER']],
    [5.2, ['warning M5 DATE_AMBIGUOUS']],
    [5.4, ['info M5 DATE_AS_NUMBER']],
    ['5.26', ['info M5 DATE_SHORT']],
    ['5月26日', ['info M5 DATE_SHORT']],
    ['12月底', ['info M5 DATE_VAGUE']],
    ['一季度', ['info M5 DATE_VAGUE']],
    ['长期', ['info M5 DATE_OPEN_ENDED']],
    ['2021-05-26', []],
    ['2021年9月30日前', []],
    ['待定', []],
  ])('answer a date cell %j with %s', (value, findings) => {
    expect(DATES.flatMap((check) => said(check, { cells: [fact('M5', 'as_of', value)] }))).toEqual(findings)
  })

  it('leave the two days of 5.2 to a person', () => {
    expect(dateAmbiguous(facts({ cells: [fact('M5', 'as_of', 5.2)] }))[0]?.params).toMatchObject({
      candidates: ['2021-05-02', '2021-05-20'],
    })
  })
})

describe('asOfAfterSubmission', () => {
  it.each([
    ['2021-05-31', '2021-05-26', ['warning F2 AS_OF_AFTER_SUBMISSION']],
    ['2021-05-26', '2021-05-26', []],
    ['2021-05-31', undefined, []],
  ])('compares the line 截至 %s with the filing date %s', (asOf, fillDate, findings) => {
    const one = record({ cumulative: 1 })
    const meta = { asOf, asOfCell: 'F2', ...(fillDate !== undefined && { fillDate }) }
    expect(said(asOfAfterSubmission, { tables: [table([5], { meta })], records: [{ ...one, values: { ...one.values, asOf } }] })).toEqual(
      findings,
    )
  })

  it('says a date cell of its own where it stands', () => {
    const given = { tables: [table([5], { meta: { fillDate: '2021-05-26' } })], cells: [fact('L5', 'as_of', '2021-05-31')] }
    expect(said(asOfAfterSubmission, given)).toEqual(['warning L5 AS_OF_AFTER_SUBMISSION'])
  })
})
