import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../../shared/quantity/findQuantities.ts'
import { parseQuantity } from '../../../shared/quantity/parseQuantity.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'

type Row = [cell: string | number, value: string, measure: string | null, rest?: Record<string, unknown>]

const FIGURES: Row[] = [
  [3055, '3055', null, { inText: false }],
  [0.1 + 0.2, '0.3', null, { decimals: 1 }],
  [152.9, '152.9', null],
  [1e-7, '0', null],
  ['0.36万', '3600', null, { scale: 10_000, decimals: 2 }],
  ['3055万元', '30550000', '元', { scale: 10_000, decimals: 0 }],
  ['2.13万户', '21300', '户'],
  ['2.95亿', '295000000', null, { scale: 100_000_000 }],
  ['1亿2000万元', '120000000', '元'],
  ['12.8万余座', '128000', '座', { approx: '余' }],
  ['30余万元', '300000', '元', { approx: '余' }],
  ['２４．５', '24.5', null, { fullWidth: true }],
  ['１,２３４户', '1234', '户'],
  ['1,234,567.5元', '1234567.5', '元'],
  ['41公里', '41', '公里', { inText: true }],
  ['41 km', '41', 'km'],
  ['100个行政村', '100', '个', { after: '行政村' }],
  ['已完成130场', '130', '场', { before: '已完成', stage: 'completed' }],
  ['15（基本完工）', '15', null, { after: '（基本完工）', stage: 'basically_completed' }],
  ['130场（占43.3%）', '130', '场'],
  ['100（场）', '100', '场'],
  ['达到目标60元', '60', '元', { before: '达到目标' }],
  ['约420户', '420', '户', { approx: '约', before: '' }],
  ['近2万人', '20000', '人', { approx: '近' }],
  ['300公里左右', '300', '公里', { approx: '左右' }],
  ['100多个', '100', '个', { approx: '多' }],
  ['十几个', '10', '个', { approx: '几' }],
  ['百余户', '100', '户', { approx: '余' }],
  ['不少于6个', '6', '个', { approx: null, bound: '>=' }],
  ['986个以上', '986', '个', { bound: '>=' }],
  ['不超过3%', '3', '%', { bound: '<=' }],
  ['3-5个', '3', '个', { high: 50_000 }],
  ['63%～68%', '63', '%', { high: 680_000 }],
  ['3至5万人', '30000', '人', { high: 500_000_000 }],
  ['15/27套', '15', '套', { of: 270_000 }],
  ['一座', '1', '座', { chinese: true }],
  ['两百', '200', null, { chinese: true }],
  ['两百点两公里', '200.2', '公里', { decimals: 1 }],
  ['二十', '20', null],
  ['十', '10', null],
  ['一百零五', '105', null],
  ['一百五', '150', null],
  ['三万五千人', '35000', '人'],
  ['一万零五百', '10500', null],
  ['十千米', '10', '千米'],
  ['半', '0.5', null],
  ['两公里半', '2.5', '公里'],
  ['百分之三十', '30', '%'],
  ['三分之二', '66.6667', '%', { approx: '分之' }],
  ['近九成', '90', '%', { approx: '成' }],
  ['-3.5', '-3.5', null],
  ['12万人次', '120000', '人次'],
  ['5平方公里', '5', '平方公里'],
]

const NONE: readonly (string | boolean | null)[] = [
  null,
  true,
  '',
  '  ',
  '-',
  '—',
  '——',
  '/',
  '无',
  '#DIV/0!',
  '未开工',
  '2021.5.26',
  '2021-05-26',
  '5月26日',
  '1-5月',
  '0398-0000001',
  '13800000000000',
  'G310',
  '5G',
  '第3批',
  '三教文〔2021〕103号',
  '完成3场，计划100场',
  '9999999999999个',
]

describe('parseQuantity', () => {
  it.each<Row>(FIGURES)('reads %j as %s %s', (...[cell, value, measure, rest]) => {
    const parsed = parseQuantity(cell)
    expect(parsed && decimalFromScaled(parsed.value)).toBe(value)
    expect(parsed).toMatchObject({ measure, ...rest })
  })

  it.each(NONE)('finds no figure in %j', (cell) => {
    expect(parseQuantity(cell)).toBeUndefined()
  })

  it('takes the figure of the wanted measure where a cell holds several', () => {
    expect(parseQuantity('完成3场，覆盖100个', '场')).toMatchObject({ value: 30_000, measure: '场' })
    expect(parseQuantity('完成3场，计划100场', '场')).toBeUndefined()
  })

  it('gives a printed figure back, with measure, scale, width and words around it', () => {
    const digits = fc.integer({ min: 0, max: 9e15 - 1 })
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('', '公里', '户', '场', '%'),
        fc.constantFrom('', '已完成', '约'),
        fc.boolean(),
        (n, measure, word, wide) => {
          const figure = decimalFromScaled(asScaled(n))
          if (/^\d{14,}/.test(figure) || (measure !== '' && /^(19|20)\d\d$/.test(figure))) return
          const printed = wide ? figure.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : figure
          const parsed = parseQuantity(`${word}${printed}${measure}`)
          expect(parsed).toMatchObject({ value: n, measure: measure || null, fullWidth: wide, approx: word === '约' ? '约' : null })
        },
      ),
    )
  })

  it('takes a number cell from its shortest decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e13, max: 9e13 }), (n) => {
        expect(parseQuantity(n / 10_000)?.value).toBe(n)
      }),
    )
  })
})

describe('findQuantities', () => {
  it.each([
    ['完成农村公路新改建里程146公里，占目标任务的48%。完成123个自然村', ['146公里', '48%', '123个']],
    ['（三教文〔2021〕103号），编办已批准招聘100人。', ['100人']],
    ['3号院换热站已改造完成，10千伏及以下线路152.9千米', ['152.9千米']],
    ['2021年5G基站，第二批12个，1-5月完成3个', ['12个', '3个']],
    ['新建一座过街天桥，统一个标准，一起推进', ['一座']],
    ['1、完成3个；2、完成4个', ['3个', '4个']],
    ['6月10日施工开标，8:30开始', []],
    ['完成60%，300户', ['60%', '300户']],
    ['下达18个/1520户，完成146/300公里', ['18个', '1520户', '146/300公里']],
  ])('finds the figures of %s', (text, raws) => {
    expect(findQuantities(text).map((found) => found.quantity.raw)).toEqual(raws)
  })

  it('gives offsets that cut the raw figure out of the text', () => {
    const text = '累计投资２．９５亿元，约1.5万余座'
    for (const { at, end, quantity } of findQuantities(text)) expect(text.slice(at, end)).toBe(quantity.raw)
  })

  it('never throws, and never reads past the text, on any string', () => {
    const pieces = fc.constantFrom(
      '1',
      '０',
      '.',
      ',',
      '-',
      '~',
      '/',
      '万',
      '亿',
      '百',
      '一',
      '十',
      '半',
      '分之',
      '成',
      '%',
      '年',
      '月',
      '日',
      '\0',
      '\ud800',
      '个',
      '余',
      '（',
      '）',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          for (const { at, end, quantity } of findQuantities(text)) {
            expect(at).toBeLessThan(end)
            expect(text.slice(at, end)).toBe(quantity.raw)
          }
          parseQuantity(text)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it.each(['1', '1,', '一', '1.', '0-', '百分之', '万', '1万', '（', '1年', 'a1', '半', '1-1', '、', '约', '第'])(
    'reads a cell of 32,767 characters of %j',
    (piece) => {
      const text = piece.repeat(32_767).slice(0, 32_767)
      expect(findQuantities(text).length).toBeLessThanOrEqual(32_767)
    },
  )
})
