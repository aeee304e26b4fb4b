import { describe, expect, it } from 'vitest'
import { read } from '../readText.ts'
import { KINDS } from './kinds.ts'

describe.each(Object.entries(KINDS))('%s', (_, cases) => {
  it.each(cases.map((each) => [each.text, each] as const))('%s', (text, { indicators, figures, percents = [] }) => {
    const reading = read(text, indicators)
    const counted = reading.figures
      .filter(({ value, role }) => value !== null && role !== 'item_status' && role !== 'stage_rate')
      .map(({ raw, role, indicator }) => `${raw} ${role === 'progress' ? indicator : '-'}`)
    expect(counted).toEqual(figures)
    expect(reading.statedPercents.map(({ raw, of }) => `${raw} ${of}`)).toEqual(percents)
  })
})
