import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type WordEntry, type WordList, wordList } from '../../shared/base/wordList.ts'

/** An entry's own pattern stays small; what is longer wants a named part. */
const LONGEST_PATTERN = 80

const shared = new URL('../../shared', import.meta.url).pathname
const files = readdirSync(shared, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, source: readFileSync(join(shared, path), 'utf8') }))
  .filter(({ path, source }) => path !== 'base/wordList.ts' && source.includes('wordList('))

describe('word lists', () => {
  it.each(files)('are all exported by $path, so that this test sees them', ({ source }) => {
    expect(source.match(/^(?:const|let) .*wordList\(/gm)).toBeNull()
  })

  it.each(files)('of $path have for each entry an example that it matches by itself', async ({ path }) => {
    const module: Record<string, unknown> = await import(join(shared, path))
    const lists = Object.entries(module).flatMap(([name, value]) => listsIn(name, value))
    expect(lists.length).toBeGreaterThan(0)
    const wrong = lists.flatMap(({ name, list }) =>
      list.entries.flatMap((entry) => faultsOf(list, entry).map((fault) => `${name}: ${fault}`)),
    )
    expect(wrong).toEqual([])
  })
})

describe('an entry', () => {
  const list = wordList(
    [
      { word: '约', notAfter: '签|违', example: '约30户' },
      { pattern: '截至{moment}', example: '截至目前' },
    ],
    { parts: { moment: '目前|现在' }, frame: '{words}$' },
  )

  it('is a word with what may not stand beside it, or a pattern with named parts', () => {
    expect(list.pattern.source).toBe('(?:(?<!签|违)约|截至(?:目前|现在))$')
    expect(list.pattern.test('已签约')).toBe(false)
    expect(list.pattern.test('截至现在')).toBe(true)
  })

  it('without a matching example fails, and so does one that repeats another or never matches', () => {
    const near: WordEntry = { word: '近', example: '约30户' }
    expect(faultsOf(wordList([near]), near)).toEqual([expect.stringContaining('约30户')])
    const about: WordEntry = { word: '约', example: '约30户' }
    expect(faultsOf(wordList([about, near]), about)).toEqual([])
    expect(faultsOf(wordList([about, { ...about, example: '约5座' }]), about)).toEqual([expect.stringContaining('twice')])
    const longer: WordEntry = { word: '约为', example: '约为30户' }
    expect(faultsOf(wordList([about, longer]), longer)).toEqual([expect.stringContaining('earlier')])
    expect(faultsOf(wordList([longer, about]), longer)).toEqual([])
  })

  it('that names an unknown part is a bug', () => {
    expect(() => wordList([{ pattern: '{nobody}', example: '' }]).pattern).toThrow('nobody')
  })
})

function listsIn(name: string, value: unknown, depth = 0): { name: string; list: WordList }[] {
  if (typeof value !== 'object' || value === null || depth > 3) return []
  if (isWordList(value)) return [{ name, list: value }]
  return Object.entries(value).flatMap(([key, inner]) => listsIn(`${name}.${key}`, inner, depth + 1))
}

const isWordList = (value: object): value is WordList => 'entries' in value && 'everywhere' in value && 'only' in value

function faultsOf(list: WordList, entry: WordEntry): string[] {
  const written = 'pattern' in entry ? entry.pattern : entry.word
  const twins = list.entries.filter((other) => JSON.stringify({ ...other, example: '' }) === JSON.stringify({ ...entry, example: '' }))
  const hiding = list.entries.slice(0, list.entries.indexOf(entry)).find((other) => hides(list, other, entry))
  return [
    ...(list.only(entry).test(entry.example) ? [] : [`${written} does not match its example ${entry.example}`]),
    ...(written.length > LONGEST_PATTERN ? [`${written} is too long: name a part of it`] : []),
    ...(hiding ? [`${written} never matches: an earlier entry is its beginning`] : []),
    ...(twins.length > 1 ? [`${written} is listed twice`] : []),
  ]
}

/** The first entry that matches at a place wins, so that a word behind its own beginning is dead unless the end is anchored. */
const hides = (list: WordList, earlier: WordEntry, entry: WordEntry): boolean =>
  'word' in earlier &&
  'word' in entry &&
  earlier.notAfter === undefined &&
  earlier.notBefore === undefined &&
  entry.word.length > earlier.word.length &&
  entry.word.startsWith(earlier.word) &&
  !list.pattern.source.endsWith('$')
