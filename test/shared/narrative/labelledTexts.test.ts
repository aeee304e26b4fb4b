import { describe, expect, test } from 'vitest'
import { labelledTexts, scoreTexts } from './scoreTexts.ts'

const BARS = { found: 0.95, value: 0.97, progressRecall: 0.95, progressPrecision: 0.95, measures: 0.95, percents: 0.95, findings: 0.9 }

describe('labelled texts', () => {
  test('of the document: no figure labelled context is taken as progress, and nothing is raised that is not labelled', () => {
    expect(scoreTexts(labelledTexts('document'))).toMatchObject({ contextAsProgress: 0, findingsPrecision: 1 })
  })

  test('of kinds once misread: every figure and percentage is right', () => {
    expect(scoreTexts(labelledTexts('kindsOnceMisread'))).toMatchObject({
      found: 1,
      value: 1,
      progressRecall: 1,
      progressPrecision: 1,
      measures: 1,
      percents: 1,
      contextAsProgress: 0,
    })
  })

  test.each([
    ['the document', 'document'],
    ['other cities, developed on', 'otherCities/developed'],
    ['other cities, added later', 'otherCities/added'],
    ['departments, of this register and others', 'departmentReports'],
    ['counties, after published reports', 'publishedCountyReports'],
    ['cities, after published reports', 'publishedCityReports'],
    ['circulars and enterprises', 'circularsAndWeeklies'],
    ['terse county governments', 'terseCountyNotes'],
  ])('%s meet every bar', (_, file) => {
    const scores = scoreTexts(labelledTexts(file))
    for (const [name, bar] of Object.entries(BARS)) expect.soft(scores[name as keyof typeof BARS], name).toBeGreaterThanOrEqual(bar)
  })
})
