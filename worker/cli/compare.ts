import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { runCommand, WrongUse } from './commandLine.ts'
import { differencesOf, type ReadingText } from './compare/differences.ts'
import { layOutCommit } from './compare/layOutCommit.ts'
import { root } from './site/projectRoot.ts'

const USAGE = `npm run -s compare -- [COMMIT] [FILE|FOLDER …]

Reads every labelled sheet and text with this tree and with that commit (HEAD: what is not committed yet), and prints what
differs: a line for each column, row, record, text, total and finding. Without files: test/sheets and test/narratives.
Exit 0: no difference; 1: differences; 2: asked wrongly.`

const LABELLED = ['test/sheets', 'test/narratives']

/** Both trees read the same files of this one, each through its own `inspect`, so that nothing of a tree's inside is known here. */
interface Readings {
  /** A document a sheet, with the `file` that it is of. */
  readonly sheets: readonly ReadingText[]
  /** A list of documents a file, one for each of its texts. */
  readonly texts: readonly (readonly ReadingText[])[]
}

async function readingsOf(tree: string, sheets: readonly string[], texts: readonly string[]): Promise<Readings> {
  return { sheets: await inspect(tree, sheets), texts: await inspect(tree, ['--narrative', ...texts]) }
}

/** The JSON documents that `inspect` of a tree prints, taken as what it is asked for. It may end with 1: a sheet that cannot be read has a document too. */
async function inspect<Document>(tree: string, args: readonly string[]): Promise<readonly Document[]> {
  if (!args.some((arg) => !arg.startsWith('--'))) return []
  const child = spawn(process.execPath, [join(tree, 'worker/cli/inspect.ts'), ...args], { cwd: tree, stdio: ['ignore', 'pipe', 'inherit'] })
  return jsonDocuments(await text(child.stdout))
}

/** JSON documents one after another, a line each or indented: only a document's first line opens at the margin. */
const jsonDocuments = <Document>(printed: string): readonly Document[] =>
  printed
    .split(/^(?=[[{])/m)
    .filter((document) => document.trim() !== '')
    .map((document) => JSON.parse(document))

/** The lines of differences between two readings of one file's documents, each under the file's path. */
function differences(file: string, before: readonly ReadingText[], now: readonly ReadingText[]): readonly string[] {
  return Array.from({ length: Math.max(before.length, now.length) }, (_, at) => differencesOf(before[at] ?? {}, now[at] ?? {}))
    .flat()
    .map((line) => `${relative(root, file)}: ${line}`)
}

/** All JSON files of a place, or the place itself. */
const jsonFiles = (place: string): readonly string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(place, name))
    : [place]

/** Whether a file is a list whose entries have a text: texts, not a sheet. */
function isTexts(file: string): boolean {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(document) && typeof document[0]?.text === 'string'
}

await runCommand({ usage: USAGE, takesWords: true }, async ({ words: [commit = 'HEAD', ...places] }) => {
  const other = layOutCommit(root, commit)
  if (other === undefined) throw new WrongUse(`${commit} is not a commit of this repository.`)
  const files = (places.length > 0 ? places : LABELLED.map((path) => join(root, path))).flatMap((place) => jsonFiles(resolve(place)))
  const sheets = files.filter((file) => !isTexts(file))
  const texts = files.filter(isTexts)
  const [before, now] = await Promise.all([other, root].map((tree) => readingsOf(tree, sheets, texts)))
  if (!before || !now) throw new Error('a tree read nothing')
  const sheetsOf = (readings: Readings, file: string) => readings.sheets.filter((document) => document.file === file)
  const lines = [
    ...sheets.flatMap((file) => differences(file, sheetsOf(before, file), sheetsOf(now, file))),
    ...texts.flatMap((file, at) => differences(file, before.texts[at] ?? [], now.texts[at] ?? [])),
  ]
  for (const line of lines) console.log(line)
  console.error(`${sheets.length} sheets and ${texts.length} files of texts read by both: ${lines.length} differences`)
  return lines.length > 0 ? 1 : 0
})
