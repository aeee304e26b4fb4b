import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file that breaks an arrow of the house: where it lies, what it says, and the rule that must answer. */
const violations: readonly (readonly [path: string, source: string, rule: string])[] = [
  ['shared/a/knowsWorker.ts', `import { x } from '../../worker/http/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['shared/a/knowsPane.ts', `import { x } from '../../addin/ports.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['shared/a/knowsNode.ts', `import { x } from 'node:fs'\nexport const y = x\n`, 'noRestrictedImports'],
  ['shared/a/fetches.ts', `export const y = () => fetch('/x')\n`, 'noRestrictedGlobals'],
  ['shared/a/askedTheTime.ts', `export const y = () => Date.now()\n`, 'plugin'],
  ['shared/a/askedTheDay.ts', `export const y = () => new Date()\n`, 'plugin'],
  ['worker/http/knowsPane.ts', `import { x } from '../../addin/ports.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/http/knowsNode.ts', `import { x } from 'node:fs'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/http/knowsTools.ts', `import { x } from '../cli/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/http/knowsTheHost.ts', `import { x } from '../node/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/store/knowsNodeServer.ts', `import { x } from '@hono/node-server'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/store/knowsSqlite.ts', `import { DatabaseSync } from 'node:sqlite'\nexport const y = DatabaseSync\n`, 'noRestrictedImports'],
  ['worker/node/knowsTools.ts', `import { x } from '../cli/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/node/knowsPane.ts', `import { x } from '../../addin/ports.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/node/knowsWrangler.ts', `import { x } from 'wrangler'\nexport const y = x\n`, 'noRestrictedImports'],
  ['worker/node/fetches.ts', `export const y = () => fetch('https://x')\n`, 'noRestrictedGlobals'],
  ['worker/node/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`, 'plugin'],
  ['worker/node/knowsSqlite.ts', `import { DatabaseSync } from 'node:sqlite'\nexport const y = DatabaseSync\n`, 'plugin'],
  ['worker/cli/knowsSqlite.ts', `import { DatabaseSync } from 'node:sqlite'\nexport const y = DatabaseSync\n`, 'plugin'],
  ['worker/cli/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`, 'plugin'],
  ['worker/routes/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`, 'plugin'],
  ['worker/cli/knowsPane.ts', `import { x } from '../../addin/ports.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/flow/knowsWorker.ts', `import { x } from '../../worker/http/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/flow/knowsExcel.ts', `import { x } from '../excel/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/flow/knowsState.ts', `import { x } from '../state/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/flow/fetches.ts', `export const y = () => fetch('/x')\n`, 'noRestrictedGlobals'],
  ['addin/flow/fetchesByWindow.ts', `export const y = () => window.fetch('/x')\n`, 'plugin'],
  ['addin/flow/saysExcel.ts', `export const y = () => Excel.run(async () => {})\n`, 'noRestrictedGlobals'],
  ['addin/state/knowsPane.ts', `import { x } from '../pane/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/state/knowsApi.ts', `import { x } from '../api/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/pane/Knows.tsx', `import { x } from '../outbox/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/pane/saysOffice.ts', `export const y = () => Office.onReady()\n`, 'noRestrictedGlobals'],
  ['addin/excel/knowsFlow.ts', `import { x } from '../flow/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/excel/fetches.ts', `export const y = () => fetch('/x')\n`, 'noRestrictedGlobals'],
  ['addin/api/knowsExcel.ts', `import { x } from '../excel/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/outbox/knowsApi.ts', `import { x } from '../api/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/preview/knowsPane.ts', `import { x } from '../pane/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/ports.ts', `import { x } from './flow/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['addin/main.tsx', `import { x } from './preview/x.ts'\nexport const y = x\n`, 'noRestrictedImports'],
  ['shared/b/one.ts', `import { two } from './two.ts'\nexport const one = () => two()\n`, 'noImportCycles'],
  ['shared/b/two.ts', `import { one } from './one.ts'\nexport const two = (): unknown => one()\n`, 'noImportCycles'],
  ['shared/b/Named_Wrong.ts', `export const y = 1\n`, 'useFilenamingConvention'],
  ['shared/c/index.ts', `export * from '../b/one.ts'\n`, 'noBarrelFile'],
]

/** Files that keep the arrows, each where a violation lies near. */
const kept: readonly (readonly [path: string, source: string])[] = [
  ['shared/a/pure.ts', `import { x } from '../base/x.ts'\nexport const y = (at: number) => new Date(at + x)\n`],
  ['worker/store/saysSql.ts', `export const y = (db: D1Database) => db.prepare('select 1')\n`],
  [
    'worker/routes/knowsShared.ts',
    `import { x } from '../../shared/base/x.ts'\nimport { z } from '../store/z.ts'\nexport const y = x + z\n`,
  ],
  ['worker/cli/knowsNode.ts', `import { x } from 'node:fs'\nexport const y = x\n`],
  [
    'worker/node/sqliteDatabase.ts',
    `import { DatabaseSync } from 'node:sqlite'\nexport const y = () => new DatabaseSync(':memory:').prepare('select 1')\n`,
  ],
  ['worker/node/knowsWorker.ts', `import { x } from 'node:fs'\nimport { z } from '../http/z.ts'\nexport const y = x + z\n`],
  ['worker/cli/knowsTheHost.ts', `import { x } from '../node/x.ts'\nexport const y = x\n`],
  ['addin/api/fetches.ts', `export const y = () => fetch('/x')\n`],
  ['addin/excel/saysExcel.ts', `export const y = () => Excel.run(async () => {})\n`],
  ['addin/flow/knowsPorts.ts', `import type { Api } from '../ports.ts'\nexport type Y = Api\n`],
  ['addin/state/knowsFlow.ts', `import { x } from '../flow/x.ts'\nexport const y = x\n`],
  ['addin/pane/Shows.tsx', `import { x } from '../state/x.ts'\nexport const Shows = () => <p>{x}</p>\n`],
]

interface Diagnostic {
  readonly category: string
  readonly severity: string
  readonly location: { readonly path: string | { readonly file: string } }
}

describe('the arrows between rooms', () => {
  const house = mkdtempSync(join(tmpdir(), 'house-'))
  let found: readonly (readonly [path: string, rule: string])[] = []

  beforeAll(() => {
    for (const part of ['.biome.jsonc', '.gitignore', '.ci/rules']) cpSync(join(root, part), join(house, part), { recursive: true })
    for (const [path, source] of [...violations, ...kept]) {
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), source)
    }
    found = lint(house)
  }, 60_000)

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  it.each(violations)('%s is refused', (path, _source, rule) => {
    expect(found.filter(([at]) => at === path).map(([, by]) => by)).toContain(rule)
  })

  it.each(kept)('%s is let through', (path) => {
    expect(found.filter(([at]) => at === path)).toEqual([])
  })
})

/** Errors of `biome lint` in a folder, as [path, rule]. */
function lint(folder: string): readonly (readonly [string, string])[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error', '.']
  const output = readOutput(process.execPath, args, folder)
  const { diagnostics } = JSON.parse(output.slice(output.indexOf('{'))) as { diagnostics: readonly Diagnostic[] }
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ category, location }) => [
      typeof location.path === 'string' ? location.path : location.path.file,
      category.split('/').at(-1) ?? category,
    ])
}

/** What a command prints, whether or not it ends well: a linter that finds something ends with 1. */
function readOutput(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
