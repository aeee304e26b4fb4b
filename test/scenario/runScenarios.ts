import { spawn } from 'node:child_process'
import { runCommand, WrongUse } from '../../worker/cli/commandLine.ts'
import { findChromium } from '../../worker/cli/findChromium.ts'
import { root } from '../../worker/cli/site/projectRoot.ts'
import { RUNS } from './runOfScenarios.ts'

const USAGE = `npm run scenarios -- [--host strict|floor] [FILE …]

Runs all scenarios in Chromium, or those of the files: as Excel usually is, under every mood of Excel that the main way
must bear (strict), or in an engine without any function younger than the floor (floor). docs/preview.md has the moods.
Exit 0: all passed; 1: some did not, or there is no Chromium; 2: asked wrongly.`

await runCommand({ usage: USAGE, options: { host: { type: 'string' } }, takesWords: true }, async ({ values, words }) => {
  const { host = 'ordinary' } = values
  const run = RUNS.find((name) => name === host)
  if (run === undefined) throw new WrongUse(`There is no host “${host}”: ${RUNS.join(', ')}.`)
  if (!(await findChromium())) throw new Error('Scenarios need a Chromium: install one, or name it in CHROMIUM.')
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--project', 'scenario', ...words]
  const child = spawn(process.execPath, vitest, { cwd: root, stdio: 'inherit', env: { ...process.env, SCENARIO_RUN: run } })
  return new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
})
