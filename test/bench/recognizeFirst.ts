import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../worker/cli/site/projectRoot.ts'
import type { BenchRow } from './benchRow.ts'
import { RUNS } from './besideFloor.ts'
import { rowOf } from './medians.ts'

/**
 * `recognize-first`: a fresh process that reads a sheet of 60 rows, from grid to findings, beside one that does nothing. The
 * code is bundled and made small as it is for the pane; each process says at its end what it has used itself, the
 * engine's own start among it.
 */
export default async function recognizeFirst(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-first-'))
  try {
    await bundle(`${root}test/bench/firstReading.ts`, folder)
    writeFileSync(`${folder}/empty.js`, '')
    writeFileSync(`${folder}/package.json`, '{"type":"module"}')
    writeFileSync(`${folder}/usage.cjs`, SAY_USAGE)
    const taken = { act: [] as number[], least: [] as number[] }
    for (let run = 0; run <= 2 * RUNS; run++) {
      const pair = [['act', 'firstReading.js'] as const, ['least', 'empty.js'] as const]
      for (const [which, file] of run % 2 ? pair.reverse() : pair) {
        const used = processorTimeOf(folder, file)
        if (run > 0) taken[which].push(used)
      }
    }
    return [rowOf({ name: 'recognize-first', clock: 'processor', floor: 'an empty process' }, taken)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs before everything else in a process: on its end it writes milliseconds of processor time. */
const SAY_USAGE = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(1, (user + system) / 1000 + '\\n')
})`

function processorTimeOf(folder: string, file: string): number {
  const { stdout, status } = spawnSync(process.execPath, ['--require', './usage.cjs', file], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stdout}`)
  return Number(stdout)
}

/** One file for Node, by the builder and for the engines of the pane. */
async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir,
      target: 'es2022',
      minify: true,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  })
}
