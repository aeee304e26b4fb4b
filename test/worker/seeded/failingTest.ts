import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest, type TestModule } from 'vitest/node'

/** How many random cases the server's model and its fuzzers try. */
export interface Runs {
  readonly model: number
  readonly fuzz: number
}

/** The tests of a copy of the code: each question answers the first test that fails, or undefined where all pass. */
export interface CopiedTests {
  /** Of files of tests, one after the other; "path#words" are the tests named so. On SQLite in Node where they run there. */
  failing(tests: readonly string[]): Promise<string | undefined>
  /** The same in a process of its own and in workerd: what is loaded once and stays is loaded again, migrations too. */
  failingAfresh(tests: readonly string[], runs: Runs): string | undefined
  /** To be called with each file that was changed. */
  forget(path: string): void
  close(): Promise<void>
}

const PROJECTS = ['worker', 'unit', 'tools']

/** One vitest for all questions about the copy in `folder`, since starting it takes longer than most tests do. */
export async function openTests(folder: string, runs: Runs): Promise<CopiedTests> {
  Object.assign(process.env, { MODEL_RUNS: `${runs.model}`, FUZZ_RUNS: `${runs.fuzz}`, WHOLE_MATRIX: '1', CI: '1' })
  const vitest = await createVitest('test', {
    root: folder,
    config: join(folder, 'test/vitest.config.ts'),
    project: ['host', ...PROJECTS],
    watch: false,
    isolate: false,
    maxWorkers: 1,
    reporters: [{}],
  })

  async function failing(tests: readonly string[]): Promise<string | undefined> {
    for (const test of tests) {
      const [path = '', words] = test.split('#')
      if (words === undefined) vitest.resetGlobalTestNamePattern()
      else vitest.setGlobalTestNamePattern(words)
      const found = await vitest.globTestSpecifications([path])
      const onHost = found.filter(({ project }) => project.name === 'host')
      const asked = onHost.length > 0 ? onHost : found
      const result = await vitest.runTestSpecifications(asked)
      const modules = result.testModules.filter(({ moduleId }) => asked.some((each) => each.moduleId === moduleId))
      const passed = modules.reduce((sum, module) => sum + [...module.children.allTests('passed')].length, 0)
      const by = modules.map(failureOf).find((name) => name !== undefined)
      if (by !== undefined) return by
      const [error = ''] = result.unhandledErrors
      if (error !== '' || passed === 0) return `no test ran of ${test}: ${String(error).slice(0, 200)}`
    }
    return undefined
  }

  return {
    failing,
    failingAfresh: (tests, more) => failingAfresh(folder, tests, more),
    forget: (path) => void vitest.invalidateFile(path),
    close: () => vitest.close(),
  }
}

/** The first failure of a file of tests: a test, what came before its tests, or that it could not be loaded. */
function failureOf(module: TestModule): string | undefined {
  const [test] = module.children.allTests('failed')
  if (test) return `${module.relativeModuleId}: ${test.fullName}`
  for (const suite of module.children.allSuites()) {
    const [error] = suite.errors()
    if (error) return `${module.relativeModuleId}: ${suite.fullName}, beforehand: ${error.message.slice(0, 100)}`
  }
  const [error] = module.errors()
  return error && `no test ran: ${error.message.slice(0, 200)}`
}

/** What of vitest's JSON report is looked at. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

function failingAfresh(folder: string, tests: readonly string[], { model, fuzz }: Runs): string | undefined {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const { status } = spawnSync(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--config', 'test/vitest.config.ts', ...PROJECTS.flatMap((name) => ['--project', name])],
      ...['--no-isolate', '--maxWorkers=1', '--bail=1', '--reporter=json', `--outputFile=${report}`],
      ...tests.map((test) => test.split('#')[0] ?? ''),
    ],
    { cwd: folder, env: { ...process.env, MODEL_RUNS: `${model}`, FUZZ_RUNS: `${fuzz}`, CI: '1' }, stdio: 'ignore' },
  )
  if (status === 0) return undefined
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'))
  for (const file of testResults)
    for (const test of file.assertionResults) if (test.status === 'failed') return `${file.name.slice(folder.length + 1)}: ${test.fullName}`
  return `no test ran: ${testResults.find(({ message }) => message)?.message.slice(0, 200) ?? ''}`
}
