import { describe, expect, it } from 'vitest'
import { DATE_FORMS, dateInText } from '../../../../shared/sheet/headings/dateInText.ts'

describe('the date of a line above a table', () => {
  it.each(DATE_FORMS)('has the form of $example', (form) => {
    expect(DATE_FORMS.find(({ pattern }) => pattern.test(form.example))).toBe(form)
  })

  it.each([
    ['截至2021年5月26日', undefined, '2021-05-26'],
    ['截至5月26日', 2021, '2021-05-26'],
    ['截至5月26日', undefined, undefined],
    ['1-5月', 2021, '2021-05-31'],
    ['1—2月', 2020, '2020-02-29'],
    ['5月底', 2021, '2021-05-31'],
    ['2021.5', undefined, '2021-05-31'],
    ['5.26', 2021, '2021-05-26'],
    ['48.67%', 2021, undefined],
    ['2021年2月30日', undefined, undefined],
    ['进展情况', 2021, undefined],
  ])('%s in %s is %s', (text, year, date) => {
    expect(dateInText(text, year)).toBe(date)
  })
})
