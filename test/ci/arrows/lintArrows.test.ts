import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOMS } from '../../../.ci/arrows/rooms.ts'
import { biomeConfiguration, namedRooms, upwardNames } from '../../../.ci/arrows/writeArrows.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Rooms and files of the table, and where a file of each may lie for a sample. */
const rooms = Object.keys(ROOMS)
const isFile = (room: string): boolean => /\.tsx?$/.test(room)
const fileIn = (room: string, name: string): string => (isFile(room) ? room : `${room}/${name}.ts`)
const mayImport = (room: string, to: string): boolean => {
  const named = namedRooms(ROOMS[room] ?? '')
  return named.includes(to) || (named.includes('shared/*') && to.startsWith('shared/'))
}

/** A file of each room that imports from every other one, a line each: those that the table names, or those it does not. */
function sample(room: string, allowed: boolean): readonly [path: string, source: string, targets: readonly string[]] {
  const path = fileIn(room, allowed ? 'keepsArrows' : 'breaksArrows')
  const targets = rooms.filter((to) => to !== room && mayImport(room, to) === allowed)
  const lines = targets.map((to, i) => {
    const file = relative(dirname(path), fileIn(to, 'x'))
    return `import ${i % 2 === 0 ? 'type ' : ''}{ x${i} } from '${file.startsWith('.') ? file : `./${file}`}'`
  })
  return [path, `${lines.join('\n')}\n`, targets]
}

/** What breaks a rule other than an arrow between rooms: where it lies, what it says, and the rule that must answer. */
const violations: readonly (readonly [path: string, source: string, rule: string])[] = [
  ['shared/grid/knowsTests.ts', `import { x } from '../../test/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['shared/grid/importsLater.ts', `export const y = () => import('../sheet/x.ts')\n`, 'noRestrictedImports'],
  ['shared/grid/passesOn.ts', `export { x } from '../sheet/x.ts'\n`, 'noRestrictedImports'],
  ['shared/grid/knowsNode.ts', `import { x } from 'node:fs'\nexport const y = x\n`, 'noRestrictedImports'],
  ['shared/grid/fetches.ts', `export const y = () => fetch('/x')\n`, 'noRestrictedGlobals'],
  ['shared/grid/askedTheTime.ts', `export const y = () => Date.now()\n`, 'plugin'],
  ['shared/grid/askedTheDay.ts', `export const y = () => new Date()\n`, 'plugin'],
  ['worker/http/knowsNode.ts', `import { x } from 'node:fs'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/http/saysExcel.ts', `export const y = () => Excel.run(async () => {})\n`, 'noRestrictedGlobals'],
  ['worker/store/knowsNodeServer.ts', `import { x } from '@hono/node-server'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/store/knowsSqlite.ts', `import { DatabaseSync } from 'node:sqlite'\nexport const y = DatabaseSync\n`, 'noRestrictedImports'],
  ['worker/node/knowsWrangler.ts', `import { x } from 'wrangler'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/node/fetches.ts', `export const y = () => fetch('https://x')\n`, 'noRestrictedGlobals'],
  ['worker/node/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`, 'plugin'],
  ['worker/node/knowsSqlite.ts', `import { DatabaseSync } from 'node:sqlite'\nexport const y = DatabaseSync\n`, 'plugin'],
  ['worker/cli/knowsSqlite.ts', `import { DatabaseSync } from 'node:sqlite'\nexport const y = DatabaseSync\n`, 'plugin'],
  ['worker/cli/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`, 'plugin'],
  ['worker/routes/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`, 'plugin'],
  ['addin/flow/fetches.ts', `export const y = () => fetch('/x')\n`, 'noRestrictedGlobals'],
  ['addin/flow/fetchesByWindow.ts', `export const y = () => window.fetch('/x')\n`, 'plugin'],
  ['addin/flow/saysExcel.ts', `export const y = () => Excel.run(async () => {})\n`, 'noRestrictedGlobals'],
  ['addin/pane/saysOffice.ts', `export const y = () => Office.onReady()\n`, 'noRestrictedGlobals'],
  ['addin/excel/fetches.ts', `export const y = () => fetch('/x')\n`, 'noRestrictedGlobals'],
  ['addin/api/saysOffice.ts', `export const y = () => Office.onReady()\n`, 'noRestrictedGlobals'],
  ['shared/base/one.ts', `import { two } from './two.ts'\nexport const one = () => two()\n`, 'noImportCycles'],
  ['shared/base/two.ts', `import { one } from './one.ts'\nexport const two = (): unknown => one()\n`, 'noImportCycles'],
  ['shared/base/typeOne.ts', `import type { Two } from './typeTwo.ts'\nexport type One = Two | 1\n`, 'noImportCycles'],
  ['shared/base/typeTwo.ts', `import type { One } from './typeOne.ts'\nexport type Two = { one: One }\n`, 'noImportCycles'],
  ['shared/base/Named_Wrong.ts', `export const y = 1\n`, 'useFilenamingConvention'],
  ['shared/base/index.ts', `export * from './one.ts'\n`, 'noBarrelFile'],
]

/** Files that keep the rules, each where a violation lies near. */
const kept: readonly (readonly [path: string, source: string])[] = [
  ['shared/grid/pure.ts', `import { x } from '../base/x.ts'\nexport const y = (at: number) => new Date(at + x)\n`],
  ['worker/store/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`],
  ['worker/cli/knowsNode.ts', `import { x } from 'node:fs'\nexport const y = x\n`],
  [
    'worker/node/sqliteDatabase.ts',
    `import { DatabaseSync } from 'node:sqlite'\nexport const y = () => new DatabaseSync(':memory:').prepare('select 1')\n`,
  ],
  ['addin/api/fetches.ts', `export const y = () => fetch('/x')\n`],
  ['addin/excel/saysExcel.ts', `export const y = () => Excel.run(async () => {})\n`],
]

interface Refusal {
  readonly path: string
  readonly rule: string
  readonly line: number | undefined
}

interface Diagnostic {
  readonly category: string
  readonly severity: string
  readonly location: { readonly path: string | { readonly file: string }; readonly start?: { readonly line: number } }
}

/** Lints a house made of these files alone. */
function lintHouse(files: readonly (readonly [path: string, source: string])[]): readonly Refusal[] {
  const house = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    for (const part of ['.biome.jsonc', '.gitignore', '.ci/rules']) cpSync(join(root, part), join(house, part), { recursive: true })
    for (const [path, source] of files) {
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), source)
    }
    return lint(house)
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

describe('the arrows between rooms', () => {
  let breaking: readonly Refusal[] = []
  let keeping: readonly Refusal[] = []
  const restricted = (found: readonly Refusal[], path: string) =>
    found.filter((one) => one.path === path && one.rule === 'noRestrictedImports').map(({ line }) => line)

  beforeAll(() => {
    breaking = lintHouse(rooms.map((room) => sample(room, false)).map(([path, source]) => [path, source]))
    keeping = lintHouse(rooms.map((room) => sample(room, true)).map(([path, source]) => [path, source]))
  }, 120_000)

  it.each(rooms)('%s imports what its row names and nothing else', (room) => {
    const [path, , refused] = sample(room, false)
    expect(new Set(restricted(breaking, path))).toEqual(new Set(refused.map((_, i) => i + 1)))
    expect(restricted(keeping, sample(room, true)[0])).toEqual([])
  })

  it('are what the table says, and the table names rooms downwards only', () => {
    expect(readFileSync(join(root, '.biome.jsonc'), 'utf8')).toBe(biomeConfiguration())
    expect(upwardNames()).toEqual([])
  })
})

describe('the other rules of the house', () => {
  let found: readonly Refusal[] = []
  beforeAll(() => {
    found = lintHouse([...violations, ...kept].map(([path, source]) => [path, source]))
  }, 120_000)

  it.each(violations)('%s is refused', (path, _source, rule) => {
    expect(found.filter((one) => one.path === path).map((one) => one.rule)).toContain(rule)
  })

  it.each(kept)('%s is let through', (path) => {
    expect(found.filter((one) => one.path === path)).toEqual([])
  })
})

/** Errors of `biome lint` in a folder. */
function lint(folder: string): readonly Refusal[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error', '.']
  const output = readOutput(process.execPath, args, folder)
  const { diagnostics } = JSON.parse(output.slice(output.indexOf('{'))) as { diagnostics: readonly Diagnostic[] }
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ category, location }) => ({
      path: typeof location.path === 'string' ? location.path : location.path.file,
      rule: category.split('/').at(-1) ?? category,
      line: location.start?.line,
    }))
}

/** What a command prints, whether or not it ends well: a linter that finds something ends with 1. */
function readOutput(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
