import { expect, test } from 'vitest'
import { mapReferences, movedFormula, quotedName } from '../../../addin/book/references.ts'

test.each([
  ['SUM(B3:B4)', ['|B3:B4']],
  ['C3/$B$3', ['|C3', '|$B$3']],
  ["'5月进展'!C5+汇总!D6", ['5月进展|C5', '汇总|D6']],
  ["'它''的 表'!A1:B2", ["它'的 表|A1:B2"]],
  ['SUM(A:C,$2:4)', ['|A:C', '|$2:4']],
  ['"A1"&B1', ['|B1']],
  ['LOG10(A1)+Tbl_1+率A1', ['|A1']],
  ['表1[[#All],[B2]]+A1', ['|A1']],
  ['[1]Sheet1!A1+A2', ['|A2']],
  ['Sheet1:Sheet3!A1+A2', ['|A2']],
  ['1E5+A1.5', []],
  ['B4:A1', ['|A1:B4']],
  ['A1048577', []],
])('%s refers to %j', (formula, expected) => {
  const found: string[] = []
  const same = mapReferences(formula, ({ sheet = '', area, fixed }) => {
    const mark = (side: keyof typeof area) => (fixed[side] ? '$' : '')
    const letters = (side: 'left' | 'right') => `${mark(side)}${String.fromCharCode(64 + area[side])}`
    const whole = area.bottom === 1_048_576 ? `${letters('left')}:${letters('right')}` : undefined
    const rows = area.right === 16_384 ? `${mark('top')}${area.top}:${mark('bottom')}${area.bottom}` : undefined
    const first = `${letters('left')}${mark('top')}${area.top}`
    const last = `${letters('right')}${mark('bottom')}${area.bottom}`
    found.push(`${sheet}|${whole ?? rows ?? (first === last ? first : `${first}:${last}`)}`)
    return undefined
  })
  expect(found).toEqual(expected)
  expect(same).toBe(formula)
})

test.each([
  ['A1+$A$1+A$1+$A1', 1, 2, 'C2+$A$1+C$1+$A2'],
  ['SUM(A:A)+SUM(1:1)', 3, 1, 'SUM(B:B)+SUM(4:4)'],
  ["'5月'!B2*2", 1, 0, "'5月'!B3*2"],
  ['B2', -2, 0, '#REF!'],
] as const)('%s copied %i down and %i to the right is %s', (formula, rows, columns, expected) => {
  expect(movedFormula(formula, rows, columns)).toBe(expected)
})

test.each([
  ['汇总', '汇总'],
  ['5月进展', "'5月进展'"],
  ['A1', "'A1'"],
  ["它'的", "'它''的'"],
  ['一 二', "'一 二'"],
])('a formula names the sheet %s as %s', (name, expected) => {
  expect(quotedName(name)).toBe(expected)
})
