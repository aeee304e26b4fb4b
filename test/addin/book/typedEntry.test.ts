import { expect, test } from 'vitest'
import { type Entry, typedEntry } from '../../../addin/book/typedEntry.ts'

const value = (held: string | number | boolean, numberFormat?: string): Entry =>
  numberFormat ? { kind: 'value', value: held, numberFormat } : { kind: 'value', value: held }

test.each<[text: string, format: string, entry: Entry]>([
  ['12', 'General', value(12)],
  ['-12.5', 'General', value(-12.5)],
  ['+5', 'General', value(5)],
  ['1,234.5', 'General', value(1234.5, '#,##0.00')],
  ['48%', 'General', value(0.48, '0%')],
  ['48.67%', '0.00%', value(0.4867)],
  ['2021-05-20', 'General', value(44_336, 'mm-dd-yy')],
  ['5月20日', 'General', value(44_336, 'yyyy"年"m"月"d"日"')],
  ['2020年12月31日', 'General', value(44_196, 'yyyy"年"m"月"d"日"')],
  ['TRUE', 'General', value(true)],
  ['约420', 'General', value('约420')],
  ['２４．５', 'General', value('２４．５')],
  ["'00123", 'General', value('00123')],
  ['00123', '@', value('00123')],
  ['=A1', '@', value('=A1')],
  ['=SUM(A1:A3)', 'General', { kind: 'formula', formula: 'SUM(A1:A3)' }],
  ['+A1', 'General', { kind: 'formula', formula: '+A1' }],
  ['-A1', 'General', { kind: 'formula', formula: '-A1' }],
  ['@A1', 'General', { kind: 'formula', formula: 'A1' }],
  ['—', 'General', value('—')],
  ['-', 'General', value('-')],
  ['', 'General', value('')],
])('%j into a cell of format %s', (text, format, entry) => {
  expect(typedEntry(text, format, 2021)).toEqual(entry)
})
