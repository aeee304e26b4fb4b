import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, it } from 'vitest'
import { LISTS } from './lists.ts'

const root = new URL('../../../', import.meta.url).pathname
const textOf = (file: string): string => readFileSync(`${root}${file}`, 'utf8')
const TESTS = globSync('test/**/*.test.{ts,tsx}', { cwd: root })

// Running the mistakes takes hours (`seededFaults.ts`); this says in a second which of them no longer fits the code.
it.each(Object.entries(LISTS))('the mistakes of list %s still fit the code that they are made in', (_, mistakes) => {
  const gone = mistakes.flatMap(({ name, edits }) =>
    edits
      .filter(({ file, find }) => textOf(file).split(find).length !== 2)
      .map(({ file, find }) => `${name}: not once in ${file}: ${find}`),
  )
  expect(gone).toEqual([])
})

it.each(Object.entries(LISTS))('the mistakes of list %s are still TypeScript, and not the same text', (_, mistakes) => {
  for (const { name, edits } of mistakes)
    for (const { file, find, replace } of edits) {
      expect(replace, name).not.toBe(find)
      if (file.endsWith('.ts')) stripTypeScriptTypes(textOf(file).replace(find, () => replace))
    }
})

it.each(Object.entries(LISTS))('the tests that list %s names are there', (_, mistakes) => {
  const named = new Set(mistakes.flatMap(({ tests }) => tests.map((test) => test.split('#')[0] ?? '')))
  expect([...named].filter((path) => !TESTS.some((file) => file.startsWith(path)))).toEqual([])
})
