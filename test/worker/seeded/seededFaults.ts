import { fileURLToPath } from 'node:url'
import { runCommand, WrongUse } from '../../../worker/cli/commandLine.ts'
import { type CodeCopy, copyCode } from './copyCode.ts'
import { type CopiedTests, openTests } from './failingTest.ts'
import { LISTS } from './lists.ts'
import type { Mistake } from './mistake.ts'

const USAGE = `npm exec -c 'node test/worker/seeded/seededFaults.ts [LIST|NAME …] [--own]'

Makes each mistake of test/worker/seeded in a copy of the code and runs the tests: first those that are about it, one after
the other, then all of them. Every line must say "caught", and by which test. Arguments choose mistakes by name, or by
list: ${Object.keys(LISTS).join(', ')}. With --own only the tests that are about a mistake run, which must then catch it.
Exit 0: all caught; 1: some were not. A list takes minutes, all of them an hour.`

/** Where one of all tests may catch what the tests of a mistake missed. */
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

/** While looking for a mistake where it should be caught, and when all tests are asked. */
const [FEW, USUAL] = [
  { model: 100, fuzz: 200 },
  { model: 500, fuzz: 1_000 },
]

/** The mistakes of the lists and names; all where none is named. */
function chosenMistakes(names: readonly string[]): readonly Mistake[] {
  const known = Object.entries(LISTS).flatMap(([list, mistakes]) => [list, ...mistakes.map(({ name }) => name)])
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new WrongUse(`There is no mistake or list ${unknown.join(', ')}.`)
  return Object.entries(LISTS).flatMap(([list, mistakes]) =>
    mistakes.filter(({ name }) => names.length === 0 || names.includes(list) || names.includes(name)),
  )
}

/** Makes one mistake, asks the tests, undoes it; says what came of it, and whether it was caught. */
async function tryMistake(mistake: Mistake, copy: CodeCopy, tests: CopiedTests, own: boolean): Promise<boolean> {
  const undo = copy.make(mistake)
  if (typeof undo === 'string') {
    console.log(`GONE    ${mistake.name}: ${undo}`)
    return false
  }
  const inMigration = mistake.edits.some(({ file }) => file.endsWith('.sql'))
  const near = inMigration ? tests.failingAfresh(mistake.tests, FEW) : await tests.failing(mistake.tests)
  const by = near ?? (own ? undefined : tests.failingAfresh([...SERVER, ...UNIT], USUAL))
  undo()
  console.log(by === undefined ? `MISSED  ${mistake.name}` : `caught  ${mistake.name} — ${by}`)
  return by !== undefined
}

await runCommand({ usage: USAGE, options: { own: { type: 'boolean', default: false } }, takesWords: true }, async ({ values, words }) => {
  const chosen = chosenMistakes(words)
  const near = [...new Set(chosen.flatMap(({ tests }) => tests))]
  const started = Date.now()
  let forget = (_path: string) => {}
  const copy = copyCode(fileURLToPath(new URL('../../..', import.meta.url)), (path) => forget(path))
  const tests = await openTests(copy.folder, FEW)
  forget = tests.forget

  const broken = values.own ? undefined : await tests.failing(near)
  if (broken !== undefined) throw new Error(`the tests fail without any mistake: ${broken}`)
  let missed = 0
  for (const mistake of chosen) if (!(await tryMistake(mistake, copy, tests, values.own))) missed += 1
  const left = await tests.failing(near)
  if (left !== undefined) throw new Error(`a mistake was left behind: ${left}`)
  await tests.close()
  copy.remove()
  console.log(`${chosen.length} mistakes, ${missed} missed, ${Math.round((Date.now() - started) / 1000)} s`)
  // vitest's workers are closed, workerd's sockets may not be.
  process.exit(missed === 0 ? 0 : 1)
})
