import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const CONTRACT = 'shared/wire/contract.ts'
const POLICY = 'worker/http/policy.ts'
const HANDLERS = 'worker/routes/handlers.ts'
const ROUTE = "  'GET /v1/me': { summary: 'Who is signed in', answer: accountSchema },"

/** A change of the code, and the files in which the compiler must find fault with it. */
const violations: readonly (readonly [title: string, file: string, find: string, replace: string, faulty: readonly string[]])[] = [
  [
    'a route that nobody is named for',
    CONTRACT,
    ROUTE,
    `${ROUTE}\n  'GET /v1/secrets': { summary: 'Secrets', answer: accountSchema },`,
    [POLICY, HANDLERS],
  ],
  ['a route that the policy table forgets', POLICY, "  'GET /v1/me': EVERYBODY,\n", '', [POLICY]],
  ['a route without a handler', HANDLERS, "  'GET /v1/me': me,\n", '', [HANDLERS]],
  [
    'a rule for a route that there is not',
    POLICY,
    "  'GET /v1/me': EVERYBODY,",
    "  'GET /v1/me': EVERYBODY,\n  'GET /v1/you': EVERYBODY,",
    [POLICY],
  ],
  ['a rule for a role that there is not', POLICY, "  'GET /v1/me': EVERYBODY,", "  'GET /v1/me': { minister: 'any' },", [POLICY]],
]

/** The types hold the policy table to the contract: what is forgotten does not compile, and so does not build. */
describe('the compiler', () => {
  const house = mkdtempSync(join(tmpdir(), 'routes-'))
  beforeAll(() => {
    for (const part of ['shared', 'worker', '.tsconfig.base.json', 'package.json'])
      cpSync(join(root, part), join(house, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
    const options = { composite: false, emitDeclarationOnly: false, noEmit: true, types: ['@cloudflare/workers-types'] }
    writeFileSync(
      join(house, 'tsconfig.json'),
      JSON.stringify({ extends: './.tsconfig.base.json', compilerOptions: options, files: [POLICY, HANDLERS] }),
    )
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  it('lets the code through as it is', () => {
    expect(faultyFiles(house)).toEqual([])
  }, 120_000)

  it.each(violations)(
    'refuses %s',
    (_, file, find, replace, faulty) => {
      const sound = readFileSync(join(house, file), 'utf8')
      expect(sound.split(find)).toHaveLength(2)
      writeFileSync(join(house, file), sound.replace(find, replace))
      const found = faultyFiles(house)
      writeFileSync(join(house, file), sound)
      expect(found).toEqual(faulty)
    },
    120_000,
  )
})

/** The files in which the compiler finds fault, each once. */
function faultyFiles(folder: string): string[] {
  try {
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', '.', '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return []
  } catch (error) {
    const lines = (error as { stdout: string }).stdout.split('\n')
    return [...new Set(lines.flatMap((line) => /^(\S+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []))].sort()
  }
}
