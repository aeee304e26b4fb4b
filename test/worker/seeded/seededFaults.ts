import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVitest, type TestModule } from 'vitest/node'
import { LISTS } from './lists.ts'
import type { Mistake } from './mistake.ts'

/**
 * Makes each mistake in a copy of the code and runs the tests: first those that speak of it, one after the other, then all
 * of them. Every line must say "caught", and by which test. Arguments choose mistakes by name, or by list: sync, access,
 * city, client, signOff. With --own only the tests that speak of a mistake run, which must then catch it.
 *
 *     npm exec -c 'node test/worker/seeded/seededFaults.ts client'
 */
const SERVER = ['domain', 'faultMatrix', 'http', 'index', 'model', 'routes', 'store'].map((room) => `test/worker/${room}`)
const UNIT = [
  'test/worker/oidc',
  'test/shared/consolidation',
  'test/shared/wire',
  'test/addin/flow',
  'test/addin/state',
  'test/addin/outbox',
  'test/addin/api',
]

const [FEW, USUAL] = [
  { model: 100, fuzz: 200 },
  { model: 500, fuzz: 1_000 },
]

const root = new URL('../../..', import.meta.url).pathname
const copy = mkdtempSync(join(tmpdir(), 'mistakes-'))
for (const part of ['addin', 'worker', 'shared', 'test', 'tsconfig.json', 'wrangler.toml', 'package.json', '.tsconfig.base.json'])
  cpSync(join(root, part), join(copy, part), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

/** In a process of its own: the first test that fails, 'no test ran' where none could, or undefined where all pass. */
function failingAnew(tests: readonly string[], runs: { model: number; fuzz: number }): string | undefined {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--config', 'test/vitest.config.ts', ...['worker', 'unit', 'tools'].flatMap((name) => ['--project', name])],
      ...['--no-isolate', '--maxWorkers=1', '--bail=1', '--reporter=json', `--outputFile=${report}`],
      ...tests.map((test) => test.split('#')[0] ?? ''),
    ],
    {
      cwd: copy,
      env: {
        ...process.env,
        MODEL_RUNS: `${runs.model}`,
        FUZZ_RUNS: `${runs.fuzz}`,
        CI: '1',
      },
      stdio: 'ignore',
    },
  )
  if (status === 0) return undefined
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; message: string; assertionResults: { fullName: string; status: string }[] }[]
  }
  for (const file of testResults)
    for (const test of file.assertionResults) if (test.status === 'failed') return `${file.name.slice(copy.length + 1)}: ${test.fullName}`
  return `no test ran: ${testResults.find(({ message }) => message)?.message.slice(0, 200) ?? ''}`
}

function write(path: string, text: string): void {
  writeFileSync(path, text)
  vitest.invalidateFile(path)
}

/** Applies the edits, answers what undoes them; a place that is not there once is a mistake in the list. */
function make({ edits }: Mistake): (() => void) | string {
  const sound = new Map<string, string>()
  const undo = () => {
    for (const [path, text] of sound) write(path, text)
  }
  for (const { file, find, replace } of edits) {
    const path = join(copy, file)
    const text = readFileSync(path, 'utf8')
    if (!sound.has(path)) sound.set(path, text)
    if (text.split(find).length !== 2) {
      undo()
      return `not once in ${file}: ${find}`
    }
    const wrong = text.replace(find, () => replace)
    if (file.endsWith('.ts')) stripTypeScriptTypes(wrong)
    write(path, wrong)
  }
  return undo
}

const own = process.argv.includes('--own')
const names = process.argv.slice(2).filter((name) => name !== '--own')
const chosen = Object.entries(LISTS).flatMap(([list, mistakes]) =>
  mistakes.filter(({ name }) => names.length === 0 || names.includes(list) || names.includes(name)),
)
const started = Date.now()
const all = [...SERVER, ...UNIT]
const spoken = [...new Set(chosen.flatMap(({ tests }) => tests))]

/**
 * One vitest for all mistakes, since starting it takes longer than most tests do, and the worker's tests over SQLite in Node
 * where they run there. What they miss is looked at in workerd.
 */
Object.assign(process.env, { MODEL_RUNS: '100', FUZZ_RUNS: '200', WHOLE_MATRIX: '1', CI: '1' })
const vitest = await createVitest('test', {
  root: copy,
  config: join(copy, 'test/vitest.config.ts'),
  project: ['host', 'worker', 'unit', 'tools'],
  watch: false,
  isolate: false,
  maxWorkers: 1,
  reporters: [{}],
})

/** The first test that fails of those that speak of a mistake, one file after the other; "path#words" are the tests named so. */
async function failing(tests: readonly string[]): Promise<string | undefined> {
  for (const test of tests) {
    const [path = '', words] = test.split('#')
    if (words === undefined) vitest.resetGlobalTestNamePattern()
    else vitest.setGlobalTestNamePattern(words)
    const found = await vitest.globTestSpecifications([path])
    const onHost = found.filter(({ project }) => project.name === 'host')
    const asked = onHost.length > 0 ? onHost : found
    const told = await vitest.runTestSpecifications(asked)
    const { unhandledErrors } = told
    const testModules = told.testModules.filter(({ moduleId }) => asked.some((each) => each.moduleId === moduleId))
    const passed = testModules.reduce((sum, module) => sum + [...module.children.allTests('passed')].length, 0)
    const by = testModules.map(failed).find((name) => name !== undefined)
    if (by !== undefined) return by
    if (unhandledErrors.length > 0 || passed === 0) return `no test ran of ${test}: ${String(unhandledErrors[0] ?? '').slice(0, 200)}`
  }
  return undefined
}
function failed(module: TestModule): string | undefined {
  const [test] = module.children.allTests('failed')
  if (test) return `${module.relativeModuleId}: ${test.fullName}`
  for (const suite of module.children.allSuites()) {
    const [error] = suite.errors()
    if (error) return `${module.relativeModuleId}: ${suite.fullName}, beforehand: ${error.message.slice(0, 100)}`
  }
  const [error] = module.errors()
  return error && `no test ran: ${error.message.slice(0, 200)}`
}

const broken = own ? undefined : await failing(spoken)
if (broken !== undefined) throw new Error(`the tests fail without any mistake: ${broken}`)
let missed = 0
for (const mistake of chosen) {
  const undo = make(mistake)
  if (typeof undo === 'string') {
    missed += 1
    console.log(`GONE    ${mistake.name}: ${undo}`)
    continue
  }
  const migrated = mistake.edits.some(({ file }) => file.endsWith('.sql'))
  const by = (migrated ? failingAnew(mistake.tests, FEW) : await failing(mistake.tests)) ?? (own ? undefined : failingAnew(all, USUAL))
  undo()
  if (by === undefined) missed += 1
  console.log(by === undefined ? `MISSED  ${mistake.name}` : `caught  ${mistake.name} — ${by}`)
}
const left = await failing(spoken)
if (left !== undefined) throw new Error(`a mistake was left behind: ${left}`)
await vitest.close()
rmSync(copy, { recursive: true, force: true })
console.log(`${chosen.length} mistakes, ${missed} missed, ${Math.round((Date.now() - started) / 1000)} s`)
process.exit(missed === 0 ? 0 : 1)
