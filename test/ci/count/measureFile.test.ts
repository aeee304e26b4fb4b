import { expect, it } from 'vitest'
import { measureFile } from '../../../.ci/count/measureFile.ts'

const LONG = 'a'.repeat(81)

it.each([
  ['a cast, and one through unknown', 'export const x = y as X, z = y as unknown as X\n', { casts: 3 }],
  [
    'as const, satisfies and renamed imports are none',
    "import { a as b } from 'c'\nexport const x = [b] as const satisfies X\n",
    { casts: 0 },
  ],
  ['a pattern of 80 characters and one of 81', `export const x = /${LONG.slice(1)}/u, y = /${LONG}/u\n`, { longPatterns: 1 }],
  [
    'five parameters of a method, an arrow and a type',
    'class C { m(a, b, c, d, e) {} }\nconst f = (a, b, c, d, e) => 1\ntype F = (a, b, c, d, e) => 1\n',
    { wideFunctions: 2 },
  ],
  ['lines: blank, commented in part, a comment of three', 'a\n\nb // c\n/*\n * d\n */\n', { lines: 6, written: 5, commented: 4 }],
  ['what looks like a comment in a text is none', "export const x = 'http://a /* b */'\n", { commented: 0 }],
])('counts %s', (_, source, expected) => {
  expect(measureFile('a.ts', source)).toMatchObject(expected)
})

it('names relative modules however they are named, and no packages', () => {
  const source = [
    "import type { A } from './a.ts'",
    "import b, { c } from '../b.tsx'",
    "export { d } from './d.ts'",
    "export * from './e.ts'",
    "type F = import('./f.ts').F",
    "const g = () => import('./g.ts')",
    "import { z } from 'zod'",
  ].join('\n')
  expect(measureFile('x.ts', source).imports).toEqual(['./a.ts', '../b.tsx', './d.ts', './e.ts', './f.ts', './g.ts'])
})

it('reads .tsx, and names the file that does not parse', () => {
  expect(measureFile('a.tsx', 'export const x = <p>{1 as number}</p>\n').casts).toBe(1)
  expect(() => measureFile('wrong.ts', 'const = 1')).toThrow(/^wrong\.ts: /)
})
