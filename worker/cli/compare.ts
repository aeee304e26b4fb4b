import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { differencesOf, type ReadingText } from './compare/differences.ts'

const USAGE = `usage: npm run -s compare -- COMMIT [FILE|FOLDER …]

Reads every labelled sheet and text with this tree and with that commit, and prints what differs: a line for each
column, row, record, text, total and finding. Without files: test/sheets and test/narratives. Exit 0: no difference,
1: differences, 2: it could not be tried.`

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Both trees read the same files through their own `inspect`, so that nothing of one tree's inside is known here. */
function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } })
  const [commit, ...places] = positionals
  if (values.help || commit === undefined) {
    console[values.help ? 'log' : 'error'](USAGE)
    return values.help ? 0 : 2
  }
  const other = treeOf(commit)
  if (other === undefined) return 2
  const files = (
    places.length > 0 ? places.map((place) => resolve(place)) : ['test/sheets', 'test/narratives'].map((path) => join(root, path))
  ).flatMap(jsonFiles)
  const sheets = files.filter((file) => !isTexts(file))
  const texts = files.filter(isTexts)
  const lines = [...differences(other, sheets, []), ...texts.flatMap((file) => differences(other, [file], ['--narrative']))]
  for (const line of lines) console.log(line)
  console.error(`${sheets.length} sheets and ${texts.length} files of texts read by both: ${lines.length} differences`)
  return lines.length > 0 ? 1 : 0
}

function differences(other: string, files: readonly string[], options: readonly string[]): readonly string[] {
  if (files.length === 0) return []
  const before = inspect(other, files, options)
  const now = inspect(root, files, options)
  return now.flatMap((reading, i) =>
    differencesOf(before[i] ?? {}, reading).map(
      (line) => `${relative(root, files.length === now.length ? (files[i] ?? '') : (files[0] ?? ''))}: ${line}`,
    ),
  )
}

/** What `inspect` of a tree prints for files, a document each; of one file of texts, its texts. */
function inspect(tree: string, files: readonly string[], options: readonly string[]): readonly ReadingText[] {
  const output = execFileSync(process.execPath, [join(tree, 'worker/cli/inspect.ts'), ...options, ...files], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (options.includes('--narrative') || files.length === 1) {
    const document: unknown = JSON.parse(output)
    return (Array.isArray(document) ? document : [document]) as readonly ReadingText[]
  }
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadingText)
}

/** The commit laid out below .local, where it finds the packages of this tree; undefined, with a word, where there is none. */
function treeOf(commit: string): string | undefined {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    const sha = git('rev-parse', '--verify', `${commit}^{commit}`)
    const folder = join(root, '.local/compare', sha)
    if (existsSync(join(folder, 'worker/cli/inspect.ts'))) return folder
    git('worktree', 'prune')
    git('worktree', 'add', '--detach', '--force', folder, sha)
    return folder
  } catch {
    console.error(`${commit}: not a commit of this repository`)
    return undefined
  }
}

const jsonFiles = (place: string): readonly string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(place, name))
    : [place]

/** Files of texts are lists whose entries have a text and a task. */
const isTexts = (file: string): boolean => {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(document) && typeof document[0]?.text === 'string'
}

process.exitCode = main()
