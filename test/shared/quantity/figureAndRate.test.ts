import { describe, expect, it } from 'vitest'
import { figureAndRate } from '../../../shared/quantity/figureAndRate.ts'
import { SCALE } from '../../../shared/quantity/scaled.ts'

describe('figureAndRate', () => {
  it.each([
    ['5210（74.4%）', 5210, 74.4],
    ['64.1%，1.86万户', 18_600, 64.1],
    ['211个/75.4%', 211, 75.4],
    ['236.5公里\n78.8%', 236.5, 78.8],
    ['731人、104.4%', 731, 104.4],
    ['702个 71.2%', 702, 71.2],
    ['76.2%(1904件)', 1904, 76.2],
    ['1904件，占76.2%', 1904, 76.2],
  ])('%j', (text, figure, rate) => {
    const read = figureAndRate(text)
    expect([read?.figure.value, read?.rate.value]).toEqual([figure * SCALE, rate * SCALE])
  })

  it.each(['74.4%', '5210', '12公里、146个', '74.4%、75.4%', '5210个，在建74个', '建成率62%的有30个', ''])('%j says not both', (text) => {
    expect(figureAndRate(text)).toBeUndefined()
  })
})
