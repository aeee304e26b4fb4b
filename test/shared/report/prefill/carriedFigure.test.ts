import { describe, expect, it } from 'vitest'
import type { Disposition, ReadRecord } from '../../../../shared/pipeline/sheetReading.ts'
import { type Scaled, scaledFromDecimal } from '../../../../shared/quantity/scaled.ts'
import { carriedFigure } from '../../../../shared/report/prefill/carriedFigure.ts'

const scaled = (figure: string | null): Scaled | null => (figure === null ? null : (scaledFromDecimal(figure) ?? null))
const record = (read: string | null, disposition: Disposition): ReadRecord => ({
  subject: '4.a',
  area: '411202',
  part: '',
  values: { cumulative: scaled(read) },
  written: {},
  origin: { sheet: '5月', row: 4, cells: { cumulative: 'D4' } },
  measure: '户',
  disposition,
})

describe('carriedFigure', () => {
  it.each<[string, string | number, string | null, Disposition, string | null, string | number | undefined]>([
    ['the figure that was read, with nothing accepted', 146, '146', 'accept', null, 146],
    ['the figure that was read and accepted', 146, '146', 'confirm', '146', 146],
    ['a number that was a text as a number', '1,460', '1460', 'accept', null, 1460],
    ['one with full-width digits', '１４６', '146', 'accept', '146', 146],
    ['no words as a number', '146公里', '146', 'accept', null, '146公里'],
    ['the accepted one where it differs', 146, '146', 'accept', '150', 150],
    ['the accepted one in the scale of the cell', 2.9, '29000', 'accept', '30000', 3],
    ['one that is no whole number in that scale', 2.9, '29000', 'accept', '30500', 3.05],
    ['the accepted one of a text', '约146', '146', 'confirm', '150', 150],
    ['nothing where the figure was refused', 146, '146', 'reject_value', null, undefined],
    ['the accepted one where nothing was read', '见备注', null, 'missing', '150', 150],
    ['nothing where nothing was read or accepted', '见备注', null, 'missing', null, undefined],
  ])('carries %s', (_, cell, read, disposition, accepted, carried) => {
    expect(carriedFigure(cell, record(read, disposition), scaled(accepted))).toBe(carried)
  })
})
