import { runCommand, WrongUse } from '../../worker/cli/commandLine.ts'
import type { Bench } from './benchRow.ts'

/** Loaded one by one, so that one bench does not load what another needs. */
const BENCHES: Readonly<Record<string, () => Promise<{ readonly default: Bench }>>> = {
  recognize: () => import('./recognize.ts'),
  'recognize-first': () => import('./recognizeFirst.ts'),
  books: () => import('./books.ts'),
  inbox: () => import('./inbox.ts'),
  pane: () => import('./pane.ts'),
  report: () => import('./report.ts'),
  server: () => import('./server.ts'),
  sync: () => import('./sync.ts'),
}

const USAGE = `npm run -s bench [-- NAME …]

Measures, one JSON object a line, each act beside the least that could do it (the same work without what the product adds).
What runs in this process, or is one, is measured in its processor time: the median of five runs, the floor repeated until
it takes 100 ms. What another process does (a server) is measured by the clock, act and floor in turns.
NAME is one or more of: ${Object.keys(BENCHES).join(', ')}. Without a name all are run, some ten minutes.`

await runCommand({ usage: USAGE, takesWords: true }, async ({ words }) => {
  const unknown = words.filter((name) => !(name in BENCHES))
  if (unknown.length > 0) throw new WrongUse(`There is no bench ${unknown.join(', ')}.`)
  try {
    for (const [name, load] of Object.entries(BENCHES)) {
      if (words.length > 0 && !words.includes(name)) continue
      for (const row of await (await load()).default()) console.log(JSON.stringify(row))
    }
  } finally {
    // A local server leaves handles behind, stopped or not: the process ends once the exit code is set.
    setImmediate(() => process.exit())
  }
  return 0
})
