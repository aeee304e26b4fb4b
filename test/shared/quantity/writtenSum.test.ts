import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../../shared/quantity/findQuantities.ts'
import { decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import { wrongSums } from '../../../shared/quantity/writtenSum.ts'

const figuresOf = (text: string) =>
  findQuantities(text).map(({ quantity: { raw, value, measure } }) => `${raw} ${decimalFromScaled(value)}${measure ?? ''}`)

describe('a sum that is written out', () => {
  it.each([
    ['已整治2230+920个', ['2230+920个 3150个']],
    ['已整治2230个＋920个，占45%', ['2230个＋920个 3150个', '45% 45%']],
    ['更换32 + 40 + 35 套', ['32 + 40 + 35 套 107套']],
    ['整治2230+920=3150个', ['2230+920=3150个 3150个']],
    ['整治2230+920=3150', ['2230+920=3150 3150']],
    ['改造0.3万+0.25万户', ['0.3万+0.25万户 5500户']],
    ['完成12.5+3.75公里', ['12.5+3.75公里 16.25公里']],
  ])('is one figure: %s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected)
  })

  it.each([
    ['a name', '实行“5+2”个工作模式'],
    ['a point of a road', 'K12+500公里'],
    ['of two measures', '建设12公里+500米'],
    ['of two things', '新建3个+改造2套'],
    ['without a measure', '整治2230+920'],
    ['of percentages', '30%+20%'],
    ['that does not come to its total', '整治2230+920=3250个'],
    ['of more terms than anyone writes', `完成${'1+'.repeat(20)}1个`],
  ])('is none where it is %s: %s', (_, text) => {
    expect(figuresOf(text).some((figure) => figure.split(' ')[0]?.includes('+'))).toBe(false)
  })

  it('is wrong where it comes to something else', () => {
    const said = (text: string) => wrongSums(text).map(({ sum, total }) => [decimalFromScaled(sum), decimalFromScaled(total)])
    expect(said('整治2230+920=3250个')).toEqual([['3150', '3250']])
    expect(said('整治2230个 + 920个 = 3250个，更换1+2=3个')).toEqual([['3150', '3250']])
    expect(said('整治2230+920=3150个，K12+500=512米')).toEqual([])
  })
})
