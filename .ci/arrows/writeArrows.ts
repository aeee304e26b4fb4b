import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../worker/cli/commandLine.ts'
import { GROUPS, ROOMS, WINGS } from './rooms.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const isFile = (room: string): boolean => /\.tsx?$/.test(room)
const folderOf = (room: string): string => (isFile(room) ? dirname(room) : room)

/** The rooms that a row names, groups resolved; a name that has no row is our own mistake. */
export function namedRooms(row: string): readonly string[] {
  const spelled = row.replace(/\{(\w+)\}/g, (_, group: string) => GROUPS[group] ?? '')
  if (spelled.includes('{')) return namedRooms(spelled)
  const named = [...new Set(spelled.split(' '))].filter(Boolean)
  const unknown = named.filter((room) => room !== 'shared/*' && !(room in ROOMS))
  if (unknown.length > 0) throw new Error(`rooms.ts names rooms that have no row: ${unknown.join(', ')}`)
  return named
}

/** The table read downwards: a row may only name rooms above it, so that no circle of rooms can be written. */
export function upwardNames(): readonly string[] {
  const order = Object.keys(ROOMS)
  return order.flatMap((room, at) => namedRooms(ROOMS[room] ?? '').flatMap((one) => (order.indexOf(one) < at ? [] : [`${room} → ${one}`])))
}

/** How a file of one room writes its imports of another, as a pattern: all files of a room lie equally deep. */
function specifier(from: string, to: string): string {
  const folder = relative(folderOf(from), to === 'shared/*' ? 'shared' : folderOf(to)) || '.'
  const path = folder.startsWith('.') ? folder : `./${folder}`
  if (to === 'shared/*') return `${path}/**`
  return isFile(to) ? `${path}/${to.split('/').at(-1)}` : `${path}/*`
}

/** The rules of one room: nothing relative but what its row names and its own files; nothing of what its wing forbids. */
function roomRules(room: string, uses: string) {
  const wing = WINGS.find(([prefix]) => room.startsWith(prefix))?.[1] ?? { packages: [], globals: {} }
  const own = isFile(room) ? [] : ['!./*']
  const patterns = [
    {
      group: ['../**', './**', ...own, ...namedRooms(uses).map((to) => `!${specifier(room, to)}`)],
      message: `${room} may import ${uses === '' ? 'no other room' : uses}: see .ci/arrows/rooms.ts.`,
    },
    ...(wing.packages.length === 0 ? [] : [{ group: wing.packages, message: `${room} stands without these.` }]),
  ]
  return {
    includes: isFile(room) ? [room] : [`${room}/*.ts`, `${room}/*.tsx`, ...singleFiles(room)],
    linter: {
      rules: {
        style: {
          noRestrictedImports: { level: 'error', options: { patterns } },
          ...(Object.keys(wing.globals).length === 0
            ? {}
            : { noRestrictedGlobals: { level: 'error', options: { deniedGlobals: wing.globals } } }),
        },
      },
    },
  }
}

const singleFiles = (room: string): readonly string[] =>
  Object.keys(ROOMS).flatMap((one) => (isFile(one) && dirname(one) === room ? [`!${one}`] : []))

/** Folders with sources that no row names. */
function unnamedFolders(): readonly string[] {
  const missing: string[] = []
  const walk = (folder: string): void => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    const sources = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map(({ name }) => name)
    const loose = sources.filter((name) => !(`${folder}/${name}` in ROOMS) && name !== 'vite.config.ts')
    if (loose.length > 0 && !(folder in ROOMS)) missing.push(folder)
    for (const entry of entries) if (entry.isDirectory()) walk(`${folder}/${entry.name}`)
  }
  for (const top of ['shared', 'worker', 'addin']) walk(top)
  return missing
}

/** The whole configuration as text. */
export function biomeConfiguration(): string {
  const base = JSON.parse(readFileSync(join(root, '.ci/arrows/base.json'), 'utf8'))
  const overrides = [...Object.entries(ROOMS).map(([room, uses]) => roomRules(room, uses)), ...base.overrides]
  const head = '// Written by .ci/arrows/writeArrows.ts (npm run arrows): change .ci/arrows/base.json or .ci/arrows/rooms.ts instead.\n'
  return `${head}${JSON.stringify({ ...base, overrides }, null, 1)}\n`
}

const USAGE = `npm run arrows [-- --check]

Makes .biome.jsonc of .ci/arrows/base.json and the table of rooms (.ci/arrows/rooms.ts), after a change of either.
--check only says whether it is up to date (npm run lint asks it). Exit 0: it is; 1: it is not, or the table is flawed.`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, ({ values }) => {
    const upward = upwardNames()
    if (upward.length > 0) throw new Error(`Rows that name rooms below them: ${upward.join(', ')}`)
    const missing = unnamedFolders()
    if (missing.length > 0) throw new Error(`No row in .ci/arrows/rooms.ts for: ${missing.join(', ')}`)
    const path = join(root, '.biome.jsonc')
    const text = biomeConfiguration()
    if (!values.check) writeFileSync(path, text)
    else if (readFileSync(path, 'utf8') !== text) throw new Error('.biome.jsonc is not what .ci/arrows/rooms.ts says: run npm run arrows')
    return 0
  })
}
