import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
const [words = '', notInNames = ''] = glossary.split('## Not in names')
const rowsOf = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\|(.+)\|$/gm)].map(([, cells = '']) => cells.split('|').map((cell) => cell.trim())).slice(2)

describe('the table of words', () => {
  const rows = rowsOf(words)

  it('has no English word twice', () => {
    const terms = rows.map(([, english = '']) => english)
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([])
  })

  it.each(rows.map((row) => [row[1] ?? '', row[3] ?? '']))('%s is where it says', (_, where) => {
    const places = [...where.matchAll(/`([\w/.]+\/[\w/.]+)`/g)].map(([, path = '']) => path)
    expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([])
    for (const [, name = '', path = ''] of where.matchAll(/`(\w+)` in `([\w/.]+\.ts)`/g)) {
      expect(readFileSync(join(root, path), 'utf8'), path).toMatch(new RegExp(`\\b${name}\\b`))
    }
  })
})

describe('words that are not used', () => {
  const names = ['shared', 'worker', 'addin'].flatMap((wing) => namesIn(wing))

  it.each(rowsOf(notInNames).map(([word = '']) => word))('%s is in no name', (word) => {
    const sought = ` ${word} `
    expect(names.filter(({ spelt }) => spelt.includes(sought)).map(({ name, file }) => `${file}: ${name}`)).toEqual([])
  })

  it('are looked for in names of any form', () => {
    expect(['letUnitIn', 'LET_IN', 'letIn', 'outlet', 'let'].map(wordsOf)).toEqual([
      ' let unit in ',
      ' let in ',
      ' let in ',
      ' outlet ',
      ' let ',
    ])
  })
})

/** The identifiers of a wing's sources and the names of its files, each once a file. */
function namesIn(wing: string): readonly { readonly file: string; readonly name: string; readonly spelt: string }[] {
  return readdirSync(join(root, wing), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => {
      const code = readFileSync(join(root, wing, path), 'utf8').replace(NOT_CODE, '')
      const own = path.split('/').map((part) => part.replace(/\..*/, ''))
      const names = [...own, ...(code.match(/[A-Za-z_$][\w$]*/g) ?? [])].filter((name) => !PLATFORM.has(name))
      return [...new Set(names)].map((name) => ({
        file: `${wing}/${path}`,
        name,
        spelt: wordsOf(name),
      }))
    })
}

/** What the platform has named. */
const PLATFORM = new Set(['DOMException'])

/** Comments, texts and templates: a name inside of a template is somewhere else, too, where it was made. */
const NOT_CODE = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g

/** " let unit in " of letUnitIn. */
function wordsOf(name: string): string {
  const spaced = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[_$]+/g, ' ')
  return ` ${spaced.trim().toLowerCase()} `
}
