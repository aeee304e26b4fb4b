import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/truth.md', 'utf8')

interface Row {
  readonly name: string
  readonly statement: string
  readonly saidBy: string
  readonly rule: string
  readonly test: string
}

/** The rows of the page's tables: those whose first cell is a letter and a number. */
const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  if (!/^\| [A-H]\d+ \|/.test(line)) return []
  const [name = '', statement = '', saidBy = '', rule = '', test = ''] = line.slice(2, -2).split(' | ')
  return [{ name, statement, saidBy, rule, test }]
})

const isOpen = ({ rule }: Row): boolean => rule.startsWith('open')
const quoted = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words)

describe('docs/truth.md', () => {
  it('has each row of the audit once, and no other name twice', () => {
    const names = rows.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const audited = Object.entries({ A: 25, B: 18, C: 8, D: 9, E: 28, F: 16, G: 17 })
    for (const [letter, last] of audited) {
      for (let at = 1; at <= last; at++) expect(names).toContain(`${letter}${at}`)
    }
  })

  it.each(rows)('$name: its files exist, its words stand in them, and its tests are there', (row) => {
    const files = quoted(row.saidBy)
    for (const file of files) expect(existsSync(file), file).toBe(true)
    const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n')
    for (const words of quoted(row.statement)) expect(sources, `${words} is in none of ${files.join(', ')}`).toContain(words)
    if (isOpen(row)) return
    const tests = [...row.test.matchAll(/`([^`]+)`(?:: ([^`;]+))?/g)]
    expect(tests.length, 'a rule that holds has a test').toBeGreaterThan(0)
    for (const [, file = '', title] of tests) {
      expect(existsSync(file), file).toBe(true)
      if (title !== undefined) expect(readFileSync(file, 'utf8'), file).toContain(title.trim())
    }
  })
})
