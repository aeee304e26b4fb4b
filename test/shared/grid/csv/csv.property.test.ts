import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { address } from '../../../../shared/grid/a1.ts'
import { encodeText } from '../../../../shared/grid/csv/encodeText.ts'
import { readCsv } from '../../../../shared/grid/csv/readCsv.ts'
import { fieldText, scanFields } from '../../../../shared/grid/csv/scanFields.ts'
import { writeCsv } from '../../../../shared/grid/csv/writeCsv.ts'

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
const label = (encoding: string) => (encoding === 'gbk' ? 'gb18030' : encoding)

describe('encoding a text', () => {
  it('gives bytes that decode to it, in every encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...ENCODINGS), (text, encoding) => {
        const encoded = encodeText(text, encoding)
        // of private use, and of the sign for what was no character, an edition of GB 18030 may know nothing
        if (!encoded.ok) return encoding === 'gb18030' && /[\p{Co}\uFFFD]/u.test(encoded.fault.character)
        return new TextDecoder(label(encoding), { ignoreBOM: true, fatal: true }).decode(encoded.value) === text
      }),
      { numRuns: 3000 },
    )
  })

  it('knows every character of the basic plane in GB 18030, and in GBK those of two bytes', () => {
    let short = 0
    for (let point = 0; point < 0x10000; point++) {
      // halves of pairs; private use, where the editions of the standard differ; the sign of what was no character
      if ((point >= 0xd800 && point < 0xf900) || point === 0xfffd) continue
      const text = String.fromCharCode(point)
      const encoded = encodeText(text, 'gb18030')
      if (!encoded.ok || new TextDecoder('gb18030').decode(encoded.value) !== text) throw new Error(point.toString(16))
      const gbk = encodeText(text, 'gbk')
      if (gbk.ok) short++
      if (gbk.ok !== encoded.value.length <= 2) throw new Error(`gbk ${point.toString(16)}`)
    }
    expect(short).toBeGreaterThan(21_000 + 128)
  })
})

/** Pieces that fields are made of: separators, quotes, line ends, Chinese. */
const piece = fc.constantFrom('a', '湖滨区', '"', '""', ',', '\n', '\r\n', '\r', '=', '1', ' ', '\t', ';', '😀', '')
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('lines and fields of any text', () => {
  it('lose no character: fields, separators and line ends put together are the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = scanFields(whole, ',')
        const again = lines
          .map(({ fields, lineEnd }) => fields.map(({ start, end }) => whole.slice(start, end)).join(',') + lineEnd)
          .join('')
        return again === whole
      }),
      { numRuns: 3000 },
    )
  })

  it('change where they are told to, and nowhere else', () => {
    fc.assert(
      fc.property(text, fc.string(), fc.nat(3), fc.nat(3), fc.constantFrom(...ENCODINGS), (whole, value, row, column, encoding) => {
        const encoded = encodeText(`${whole}\n`, encoding)
        const file = encoded.ok ? readCsv(encoded.value, { encoding, separator: ',' }) : encoded
        if (!file.ok) throw new Error(file.fault.tag)
        const result = writeCsv(file.value, new Map([[address(row + 1, column + 1), value]]))
        const again = result.ok ? readCsv(result.value, { encoding, separator: ',' }) : result
        if (!again.ok) throw new Error(again.fault.tag)
        const before = textsOf(file.value)
        const now = textsOf(again.value)
        for (let r = 0; r < Math.max(before.length, now.length); r++) {
          for (let c = 0; c < Math.max(before[r]?.length ?? 0, now[r]?.length ?? 0); c++) {
            if (r === row && c === column) continue
            expect(now[r]?.[c] ?? '').toBe(before[r]?.[c] ?? '')
          }
        }
        const was = before[row]?.[column] ?? ''
        const shown = /^="(.*)"$/s.test(was) ? `="${value.replaceAll('"', '""')}"` : value
        expect(now[row]?.[column] ?? '').toBe(shown)
      }),
      { numRuns: 2000, examples: [['\ra\na', '', 1, 0, 'utf-8']] },
    )
  })
})

const textsOf = ({ text: whole, lines }: { readonly text: string; readonly lines: ReturnType<typeof scanFields> }) =>
  lines.map(({ fields }) => fields.map((field) => fieldText(whole, field)))
