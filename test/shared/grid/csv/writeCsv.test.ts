import { describe, expect, it } from 'vitest'
import type { CsvEncoding } from '../../../../shared/grid/csv/csvEncoding.ts'
import { encodeText } from '../../../../shared/grid/csv/encodeText.ts'
import { type CsvChoice, readCsv } from '../../../../shared/grid/csv/readCsv.ts'
import { writeCsv } from '../../../../shared/grid/csv/writeCsv.ts'

const bytesOf = (text: string, encoding: CsvEncoding = 'utf-8'): Uint8Array => {
  const encoded = encodeText(text, encoding)
  if (!encoded.ok) throw new Error(encoded.fault.character)
  return encoded.value
}
function written(bytes: Uint8Array, changes: Readonly<Record<string, string>>, choice?: CsvChoice) {
  const file = readCsv(bytes, choice)
  if (!file.ok) throw new Error(file.fault.tag)
  return writeCsv(file.value, new Map(Object.entries(changes)))
}
const saved = (text: string, changes: Readonly<Record<string, string>>, encoding?: CsvEncoding) => {
  const result = written(bytesOf(text, encoding), changes)
  return result.ok ? new TextDecoder(encoding === 'gbk' ? 'gb18030' : encoding, { ignoreBOM: true }).decode(result.value) : result.fault
}

describe('a text with separators that is saved', () => {
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['changes the one field', '湖滨区,146\r\n陕州区,90\r\n', { B1: '150' }, '湖滨区,150\r\n陕州区,90\r\n'],
    ['keeps each line end as it is', 'a,1\r\nb,2\nc,3\r', { B1: '4', B3: '5' }, 'a,4\r\nb,2\nc,5\r'],
    ['keeps a field in quotes', 'a,"1",2\n', { B1: '3', C1: '4' }, 'a,"3",4\n'],
    ['quotes what needs it', 'a,1\n', { A1: 'x,"y"', B1: '一\n二' }, '"x,""y""","一\n二"\n'],
    ['quotes everything where the file does', '"a","1",\n', { C1: '2' }, '"a","1","2"\n'],
    ['fills an empty field without quotes where others have none', 'a,\n', { B1: '2' }, 'a,2\n'],
    ['leaves a text that Excel must not touch one', '="001",1\n', { A1: '002' }, '="002",1\n'],
    ['takes the same text as no change', '"1",="2"\n', { A1: '1', B1: '2' }, '"1",="2"\n'],
    ['makes a short line longer', 'a\nb,1\n', { C1: '7' }, 'a,,7\nb,1\n'],
    ['appends rows as the others end', 'a,1\r\n', { B3: '7', A2: 'b' }, 'a,1\r\nb\r\n,7\r\n'],
    ['appends rows to a file without a last line end', 'a,1\nb,2', { B3: '7' }, 'a,1\nb,2\n,7'],
    ['keeps the line that names the separator', 'sep=;\r\na;1\r\n', { B1: '2' }, 'sep=;\r\na;2\r\n'],
    ['keeps blank lines', 'a\n\nb\n', { A2: 'x' }, 'a\nx\nb\n'],
    ['quotes a quote that quoted nothing: the new text would close it', '"a,1\nb,2\n', { B2: '3,"' }, '"""a",1\nb,"3,"""\n'],
    ['leaves it where nothing is changed', '"a,1\nb,2\n', { B2: '2' }, '"a,1\nb,2\n'],
    ['changes nothing where nothing is changed', '\uFEFFa,"b"\r\n', {}, '\uFEFFa,"b"\r\n'],
  ])('%s', (_, text, changes, expected) => expect(saved(text, changes)).toBe(expected))

  it.each<CsvEncoding>(['utf-8', 'utf-16le', 'utf-16be', 'gbk'])('keeps %s and its mark', (encoding) => {
    const mark = encoding === 'gbk' ? '' : '\uFEFF'
    expect(saved(`${mark}湖滨区,146,"好"\r\n`, { B1: '一百五十', C1: '优' }, encoding)).toBe(`${mark}湖滨区,一百五十,"优"\r\n`)
  })

  it('leaves every byte of what is not changed, also one of two codes of a character', () => {
    // 0x80 and 0xA2E3 are both the euro sign
    const bytes = Uint8Array.from([0x80, 0x2c, 0x31, 0x2c, 0xa2, 0xe3, 0x2c, ...bytesOf('湖滨区', 'gbk'), 0x0a])
    const result = written(bytes, { B1: '22' }, { encoding: 'gbk' })
    expect(result.ok && [...result.value]).toEqual([0x80, 0x2c, 0x32, 0x32, ...bytes.subarray(3)])
  })

  it('finds its place behind characters of four bytes', () => {
    expect(saved('😀湖滨区,1,😀\n', { B1: '2' })).toBe('😀湖滨区,2,😀\n')
    const bytes = bytesOf('😀湖滨区湖滨区,1,㙍\n', 'gb18030')
    const result = written(bytes, { B1: '2' }, { encoding: 'gb18030' })
    expect(result.ok && result.value).toEqual(bytesOf('😀湖滨区湖滨区,2,㙍\n', 'gb18030'))
  })

  it('says which character of which cell its encoding does not have', () => {
    expect(saved('湖滨区,1\n', { B1: '完成😀' }, 'gbk')).toEqual({ tag: 'notEncodable', cell: 'B1', character: '😀' })
    expect(saved('湖滨区,1\n', { B1: '\uD800' })).toEqual({ tag: 'notEncodable', cell: 'B1', character: '\uD800' })
  })

  it('does not save over bytes that mean nothing', () => {
    const bytes = Uint8Array.of(0x61, 0x2c, 0xff, 0x0a)
    expect(written(bytes, { A1: 'b' }, { encoding: 'utf-8' })).toEqual({ ok: false, fault: { tag: 'damagedText' } })
  })
})
