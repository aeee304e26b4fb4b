import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { address } from '../../../../shared/grid/a1.ts'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readXlsx } from '../../../../shared/grid/xlsx/readXlsx.ts'
import { partsOf, zipOf } from './zipOf.ts'

/** What a writer may do one way or the other, a choice for each. */
interface Manner {
  readonly prefix: string
  readonly references: boolean
  readonly shares: boolean
  readonly blanks: boolean
  readonly compact: boolean
}

const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\r', '_x000D_')

/** A plain writer: the parts of a workbook with one sheet of these rows. */
function partsOfRows(
  rows: readonly (readonly CellValue[])[],
  { prefix, references, shares, blanks, compact }: Manner,
): Record<string, string> {
  const strings: string[] = []
  const element = (name: string, attributes: string, inside: string): string =>
    `<${prefix}${name}${attributes}>${inside}</${prefix}${name}>`
  const textCell = (at: string, text: string): string => {
    if (!shares) return element('c', `${at} t="inlineStr"`, element('is', '', element('t', ' xml:space="preserve"', escaped(text))))
    strings.push(element('si', '', element('t', ' xml:space="preserve"', escaped(text))))
    return element('c', `${at} t="s"`, element('v', '', String(strings.length - 1)))
  }
  const cell = (value: CellValue, at: string): string => {
    if (typeof value === 'string') return textCell(at, value)
    if (typeof value === 'boolean') return element('c', `${at} t="b"`, element('v', '', value ? '1' : '0'))
    if (value !== null) return element('c', at, element('v', '', String(value)))
    return blanks || !references ? `<${prefix}c${at} s="0"/>` : ''
  }
  const row = (values: readonly CellValue[], r: number): string => {
    const cells = values.map((value, c) => cell(value, references ? ` r="${address(r + 1, c + 1)}"` : ''))
    return element('row', references ? ` r='${r + 1}'` : '', cells.join(compact ? '' : '\n  '))
  }
  const parts = partsOf('')
  parts['xl/worksheets/sheet1.xml'] = element(
    'worksheet',
    '',
    `<!-- <${prefix}c> -->${element('sheetData', '', rows.map(row).join(compact ? '' : '\n'))}`,
  )
  if (shares) parts['xl/sharedStrings.xml'] = element('sst', '', strings.join(compact ? '' : '\n'))
  return parts
}

/** XML holds neither control characters nor halves of pairs; these tests write them in another way. */
const isXml = (word: string): boolean => word.isWellFormed() && [...word].every((sign) => sign >= ' ' && sign < '\ufffe')

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter(isXml),
  fc.constantFrom('湖滨区', '累计完成_x000D_', '_x005F_', ' 12 ', '<&>"\'', ']]>', 'a\r\nb', '&amp;'),
)
const value = fc.oneof(text, fc.boolean(), fc.constant(null), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const manner = fc.record({
  prefix: fc.constantFrom('', 'x:', 'main:'),
  references: fc.boolean(),
  shares: fc.boolean(),
  blanks: fc.boolean(),
  compact: fc.boolean(),
})

/** Rows as a grid has them: no blanks at their ends, no blank rows at the end, 0 for −0, blanks for empty texts. */
function asGrid(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const trimmed = rows.map((row) => {
    const cells = row.map((cell) => (cell === '' ? null : cell === 0 ? 0 : cell))
    return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)
  })
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1)
}

describe('readXlsx', () => {
  it('reads what a plain writer wrote, in whichever manner', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 12 }), manner, (rows, how) => {
        const grids = readXlsx(zipOf(partsOfRows(rows, how)))
        expect(grids.ok && grids.value[0]?.cells).toEqual(asGrid(rows))
      }),
      { numRuns: 2000 },
    )
  })

  it('answers whatever the bytes are', () => {
    const whole = zipOf(partsOfRows([['湖滨区', 12, true]], { prefix: '', references: true, shares: true, blanks: true, compact: true }))
    const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(change, fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice(0, length < 40 ? length : undefined)
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        expect(typeof readXlsx(bytes).ok).toBe('boolean')
      }),
      { numRuns: 5000 },
    )
  })
})
