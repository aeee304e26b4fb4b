import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describe as described, findingsPage } from '../../../.ci/findings/writeFindings.ts'

test('the page of findings is what the tables say', () => {
  expect(readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8')).toBe(findingsPage())
})

test('a docstring becomes prose and a truth table', () => {
  const source = `/**\n * CODE: one thing\n * and another.\n *\n *     cell   finding\n *     1      none\n */\nexport const one = 1`
  expect(described(source, 'one')).toEqual({ prose: 'CODE: one thing and another.', table: '    cell   finding\n    1      none' })
  expect(() => described('export const two = 2', 'two')).toThrow('two')
})
