import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }

const PAGES = ['README.md', 'test/README.md', ...globSync('docs/**/*.md', { cwd: root })]

/** What a row of the walk names: a function and its file. */
const WALK = [...read('docs/contributing.md').matchAll(/^\| `(\w+)` \| `([\w/.-]+\.tsx?)` \|/gm)].map(
  ([, name = '', file = '']) => [name, file] as const,
)

it('the way of a grid is told in ten steps', () => {
  expect(WALK).toHaveLength(10)
})

it.each(WALK)('%s is exported by %s', (name, file) => {
  expect(read(file)).toMatch(new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm'))
})

it.each(PAGES)('the commands that %s names are in package.json', (page) => {
  const named = [...read(page).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

it.each(PAGES)('the files that %s links to are there', (page) => {
  const folder = page.replace(/[^/]*$/, '')
  const linked = [...read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path)
  expect(linked.filter((path) => !existsSync(`${root}${folder}${path}`))).toEqual([])
})

/** `shared/quantity`, `worker/store/SCHEMA.md`, `test/worker/{cli,node}`: paths of this repository, between backticks. */
const PATH = /`((?:shared|worker|addin|test|docs|\.ci)\/[\w./{},*-]+)`/g

it.each(PAGES.filter((page) => !page.startsWith('docs/decisions/')))('the paths that %s names are there', (page) => {
  const named = [...read(page).matchAll(PATH)].map(([, path = '']) => path)
  const missing = named.filter((path) => globSync([path, `${path}.*`, `${path}*`], { cwd: root }).length === 0)
  expect([...new Set(missing)]).toEqual([])
})
