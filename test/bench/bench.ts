import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A measured act beside the least that could do it: the same work without what the product adds. */
export interface BenchRow {
  readonly name: string
  readonly median_ms: number
  /** What the floor is, in words. */
  readonly floor: string
  readonly floor_ms: number
  readonly ratio: number
  /** Peak heap, where it is asked for. */
  readonly peak_mb?: number
}

/** A module of test/bench: its default export measures and gives its rows. */
export type Bench = () => Promise<readonly BenchRow[]>

/** `npm run bench [-- NAME …]`: runs every module of test/bench that has a default export, one JSON object a line. */
const folder = fileURLToPath(new URL('.', import.meta.url))
const wanted = process.argv.slice(2)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'bench.ts')
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\.ts$/, '')))
for (const name of names.sort()) {
  const module = (await import(`${folder}${name}`)) as { readonly default?: Bench }
  if (typeof module.default !== 'function') continue
  for (const row of await module.default()) console.log(JSON.stringify(row))
}
process.exit(0)
