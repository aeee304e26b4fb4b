import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, WrongUse } from '../../worker/cli/commandLine.ts'
import { findCircles } from './findCircles.ts'
import { type FileMeasure, measureFile } from './measureFile.ts'

const USAGE = `npm run -s count -- [FOLDER] [--list]

Counts what docs/decisions record of the sources, for each top folder of FOLDER (this repository, or another checkout of
it): files and lines; lines that hold a comment, in percent of those not blank; casts (x as T, but for as const) in a
thousand lines; regular expressions above 80 characters; functions of more than four parameters; files above 250 lines;
folders above 25 files, and the longest; files in a circle of imports, types included.
--list names the files and folders that are too long, too full, in a circle, and those with the other four.`

const TOPS = ['shared', 'worker', 'addin', 'test', '.ci']
const PRODUCT = ['shared', 'worker', 'addin']
const LONGEST_FILE = 250
const FULLEST_FOLDER = 25

/** The sources of one top folder, by their path from the root. */
type Measures = ReadonlyMap<string, FileMeasure>

function measuresOf(root: string, top: string): Measures {
  const sources = readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${top}/${name.replaceAll('\\', '/')}`)
    .sort()
  return new Map(sources.map((path) => [path, measureFile(path, readFileSync(join(root, path), 'utf8'))]))
}

/** What a row of the table says, by the heads of its columns. */
function summary(measures: Measures): Readonly<Record<string, string>> {
  const total = (of: Exclude<keyof FileMeasure, 'imports'>): number => [...measures.values()].reduce((sum, file) => sum + file[of], 0)
  const { long, full, circling } = outliers(measures)
  const [longest] = folderSizes(measures)
  return {
    files: `${measures.size}`,
    lines: `${total('lines')}`,
    'comments %': ((100 * total('commented')) / total('written')).toFixed(1),
    casts: `${total('casts')}`,
    'per 1000': ((1000 * total('casts')) / total('lines')).toFixed(1),
    'regex>80': `${total('longPatterns')}`,
    'params>4': `${total('wideFunctions')}`,
    'lines>250': `${long.length}`,
    'folders>25': `${full.length}`,
    'in circles': `${circling.length}`,
    'longest folder': longest ? `${longest[1]} ${longest[0]}` : '',
  }
}

/** How many sources lie directly in each folder, the fullest first. */
const folderSizes = (measures: Measures): readonly (readonly [folder: string, size: number])[] =>
  [...Map.groupBy(measures.keys(), (path) => dirname(path))]
    .map(([folder, paths]) => [folder, paths.length] as const)
    .sort((one, other) => other[1] - one[1])

/** What is beyond a measure, by the measure. */
function outliers(measures: Measures) {
  const imported = (path: string, { imports }: FileMeasure) => imports.map((one) => posix.join(dirname(path), one))
  const most = (of: Exclude<keyof FileMeasure, 'imports'>) =>
    [...measures].filter(([, file]) => file[of] > 0).map(([path, file]) => `${path} (${file[of]})`)
  return {
    long: [...measures].filter(([, { lines }]) => lines > LONGEST_FILE).map(([path, { lines }]) => `${path} (${lines})`),
    full: folderSizes(measures)
      .filter(([, size]) => size > FULLEST_FOLDER)
      .map(([folder, size]) => `${folder} (${size})`),
    circling: findCircles(new Map([...measures].map(([path, file]) => [path, imported(path, file)]))).flat(),
    casts: most('casts'),
    longPatterns: most('longPatterns'),
    wideFunctions: most('wideFunctions'),
  }
}

/** Rows under the heads of the first, numbers to the right, the last column to the left. */
function table(rows: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const heads = Object.keys(rows[0] ?? {})
  const lines = [Object.fromEntries(heads.map((head) => [head, head])), ...rows]
  const widths = heads.map((head) => Math.max(...lines.map((line) => (line[head] ?? '').length)))
  return lines.map((line) =>
    heads
      .map((head, at) =>
        at === 0 || at === heads.length - 1 ? (line[head] ?? '').padEnd(widths[at] ?? 0) : (line[head] ?? '').padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

await runCommand({ usage: USAGE, options: { list: { type: 'boolean' } }, takesWords: true }, ({ values, words }) => {
  const root = resolve(words[0] ?? fileURLToPath(new URL('../..', import.meta.url)))
  const tops = TOPS.filter((top) => statSync(join(root, top), { throwIfNoEntry: false })?.isDirectory())
  if (tops.length === 0) throw new WrongUse(`${root} is not a checkout: it has none of ${TOPS.join(', ')}.`)
  const rooms = new Map(tops.map((top) => [top, measuresOf(root, top)] as const).filter(([, measures]) => measures.size > 0))
  const product = new Map([...rooms].flatMap(([top, measures]) => (PRODUCT.includes(top) ? [...measures] : [])))
  const rows = [...rooms, ['product', product] as const].map(([top, measures]) => ({ '': top, ...summary(measures) }))
  for (const line of table(rows)) console.log(line)
  if (values.list) for (const [title, paths] of Object.entries(outliers(product))) console.log(['', `${title}:`, ...paths].join('\n  '))
})
