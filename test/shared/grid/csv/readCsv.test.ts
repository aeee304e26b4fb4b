import { describe, expect, it } from 'vitest'
import type { CsvEncoding } from '../../../../shared/grid/csv/csvEncoding.ts'
import { encodeText } from '../../../../shared/grid/csv/encodeText.ts'
import { type CsvChoice, gridOfCsv, readCsv } from '../../../../shared/grid/csv/readCsv.ts'

const bytesOf = (text: string, encoding: CsvEncoding = 'utf-8'): Uint8Array => {
  const encoded = encodeText(text, encoding)
  if (!encoded.ok) throw new Error(encoded.fault.character)
  return encoded.value
}
const fileOf = (bytes: Uint8Array, choice?: CsvChoice) => {
  const read = readCsv(bytes, choice)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.value
}
const cellsOf = (text: string) => gridOfCsv(fileOf(bytesOf(text)), '表').cells

const SHEET = '县（市、区）,年度目标,累计完成\r\n湖滨区,300,146\r\n陕州区,250,\r\n'
const CELLS = [
  ['县（市、区）', '年度目标', '累计完成'],
  ['湖滨区', 300, 146],
  ['陕州区', 250, null],
]

describe('the encoding of a text, told by its bytes', () => {
  it.each<[CsvEncoding, boolean]>([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', false],
    ['utf-16le', true],
    ['utf-16be', false],
    ['utf-16be', true],
    ['gbk', false],
  ])('%s, with a mark: %s', (encoding, mark) => {
    const file = fileOf(bytesOf((mark ? '\uFEFF' : '') + SHEET, encoding))
    expect([file.encoding, file.mark, file.separator]).toEqual([encoding, mark, ','])
    expect(gridOfCsv(file, '表').cells).toEqual(CELLS)
  })

  it('knows GB 18030 by a character of four bytes among the common ones', () => {
    expect(fileOf(bytesOf(SHEET.replace('湖滨区', '㙍湖滨区'), 'gb18030')).encoding).toBe('gb18030')
  })

  it('takes a text of ASCII alone as UTF-8', () => {
    expect(fileOf(bytesOf('a,1\nb,2\n')).encoding).toBe('utf-8')
  })

  it.each([
    ['two pairs that are UTF-8 and common Chinese alike', bytesOf('目录', 'gbk'), ['gbk', 'utf-8'], '目录'],
    ['UTF-8 that was cut within a character', bytesOf('县（市、区）,湖滨区').subarray(0, -1), ['utf-8', 'gbk'], '县（市、区）'],
    ['bytes that are neither', Uint8Array.of(0x41, 0x2c, 0xff, 0xff, 0xff, 0x0a), ['gbk', 'utf-8'], 'A,'],
    ['French of Windows', Uint8Array.from('Café,déjà,né\n', (char) => char.charCodeAt(0)), ['gbk', 'utf-8'], 'Caf'],
  ])('asks of %s', (_, bytes, encodings, sample) => {
    const read = readCsv(bytes)
    if (read.ok) throw new Error(`told as ${read.value.encoding}`)
    expect(read.fault.candidates.map(({ encoding }) => encoding)).toEqual(encodings)
    expect(read.fault.candidates[0]?.sample).toContain(sample)
    expect(fileOf(bytes, { encoding: 'gbk' }).encoding).toBe('gbk')
  })
})

describe('the separator of a text', () => {
  it.each([
    ['commas', ',', 'a,b,c\n1,2,3\n'],
    ['semicolons, with commas in sentences', ';', '区;进展\n湖滨区;已完成, 正在验收\n陕州区;开工\n'],
    ['tabs, with commas in sentences', '\t', '区\t进展\n湖滨区\t已完成,正在验收,下月完工\n陕州区\t开工\n'],
    ['bars', '|', '区|目标|累计\n湖滨区|300|146\n'],
    ['none', ',', '湖滨区\n陕州区\n'],
    ['a title above, and a sentence with semicolons below', ',', '进展情况表\n区,目标,累计\n湖滨区,300,146\n注：一是目标;二是累计\n'],
  ])('%s', (_, separator, text) => expect(fileOf(bytesOf(text)).separator).toBe(separator))

  it('is what the first line says, which is no row', () => {
    const file = fileOf(bytesOf('sep=;\r\n区;目标,万\r\n湖滨区;3,5\r\n'))
    expect([file.separator, gridOfCsv(file, '表').cells]).toEqual([
      ';',
      [
        ['区', '目标,万'],
        ['湖滨区', '3,5'],
      ],
    ])
  })
})

describe('lines and fields', () => {
  it.each([
    [
      'every line end',
      'a,1\r\nb,2\nc,3\rd,4',
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
        ['d', 4],
      ],
    ],
    [
      'quotes, separators and line breaks in quotes',
      '"a,""b""","x\r\ny"\r\nc,',
      [
        ['a,"b"', 'x\r\ny'],
        ['c', null],
      ],
    ],
    [
      'a quote that is never closed swallows nothing',
      '"湖滨区,1\n陕州区,2\n',
      [
        ['"湖滨区', 1],
        ['陕州区', 2],
      ],
    ],
    [
      'a quote that the next line closes by chance',
      '"湖滨区,1\n"陕州区",2\n',
      [
        ['"湖滨区', 1],
        ['陕州区', 2],
      ],
    ],
    ['blank lines', 'a\n\nb\n', [['a'], [null], ['b']]],
    ['a last field without a line end', 'a,', [['a', null]]],
    ['nothing', '', []],
  ])('%s', (_, text, cells) => expect(cellsOf(text)).toEqual(cells))
})

describe('what a field means', () => {
  it.each<[string, unknown]>([
    ['146', 146],
    ['-0.5', -0.5],
    ['48.670', 48.67],
    ['0', 0],
    ['5.26', 5.26],
    ['5.30', '5.30'],
    ['12.10', '12.10'],
    ['13.10', 13.1],
    ['5.300', 5.3],
    ['"1,460"', 1460],
    ['"12,345,678.50"', 12_345_678.5],
    ['"1,46"', '1,46'],
    ['007', '007'],
    ['="001"', '001'],
    ['"=""001"""', '001'],
    ['123456789012345', 123_456_789_012_345],
    ['1234567890123456', '1234567890123456'],
    ['0.000123456789012345', 0.000_123_456_789_012_345],
    ['411202199001011234', '411202199001011234'],
    ['1.23E+17', '1.23E+17'],
    ['48.67%', '48.67%'],
    ['2021/5/26', '2021/5/26'],
    ['1/2', '1/2'],
    ['TRUE', 'TRUE'],
    [' 146 ', ' 146 '],
    ['１４６', '１４６'],
    ['-', '-'],
  ])('%s', (field, value) => expect(cellsOf(`a,${field}\n`)).toEqual([['a', value]]))

  it('keeps how a number was written as its text, and thousands as their format', () => {
    const { texts, formats } = gridOfCsv(fileOf(bytesOf('48.670,"1,460","1,460.50",3\n')), '表')
    expect([texts, formats]).toEqual([
      { A1: '48.670', B1: '1,460', C1: '1,460.50' },
      { B1: '#,##0', C1: '#,##0.00' },
    ])
  })
})
