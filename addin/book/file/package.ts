import type JSZip from 'jszip'
import { attribute } from './xml.ts'

/** A part of a file as it stands there. */
export interface Part {
  readonly path: string
  readonly bytes: Uint8Array
  /** What the file says it is; undefined of the lists of relationships, which all files name alike. */
  readonly type: string | undefined
}

/** A relationship of a part to another of the same file. */
export interface Relation {
  readonly id: string
  /** The last word of the type's address ("drawing"). */
  readonly kind: string
  readonly path: string
}

const TYPES = '[Content_Types].xml'
/** What the types of relationships begin with that are written here. */
export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const NO_RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

const textOf = async (zip: JSZip, path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? ''

/** Where the relationships of a part are. */
const relationsPath = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels')

/** A target as it is written, from the part that names it: "../charts/chart1.xml". */
function resolved(target: string, from: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const way = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') way.pop()
    else if (step !== '.') way.push(step)
  }
  return way.join('/')
}

/** What a part refers to inside the file. */
export async function relationsOf(zip: JSZip, path: string): Promise<readonly Relation[]> {
  const tags = [...(await textOf(zip, relationsPath(path))).matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag)
  return tags
    .filter((tag) => attribute(tag, 'TargetMode') !== 'External')
    .map((tag) => ({
      id: attribute(tag, 'Id'),
      kind: attribute(tag, 'Type').split('/').at(-1) ?? '',
      path: resolved(attribute(tag, 'Target'), path),
    }))
}

/** A part with all that it refers to, and what that refers to, each once; parts that are not there are left out. */
export async function partsFrom(zip: JSZip, root: string): Promise<readonly Part[]> {
  const types = await textOf(zip, TYPES)
  const found = new Map<string, Part>()
  const waiting = [root]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const bytes = await zip.file(path)?.async('uint8array')
    if (bytes === undefined || found.has(path)) continue
    found.set(path, { path, bytes, type: typeOf(types, path) })
    const relations = await zip.file(relationsPath(path))?.async('uint8array')
    if (relations) found.set(relationsPath(path), { path: relationsPath(path), bytes: relations, type: undefined })
    for (const relation of await relationsOf(zip, path)) waiting.push(relation.path)
  }
  return [...found.values()]
}

function typeOf(types: string, path: string): string {
  const tags = [...types.matchAll(/<(?:Override|Default)\b[^>]*>/g)].map(([tag]) => tag)
  const own = tags.find((tag) => attribute(tag, 'PartName') === `/${path}`)
  const extension = path.split('.').at(-1)?.toLowerCase()
  return attribute(own ?? tags.find((tag) => attribute(tag, 'Extension').toLowerCase() === extension) ?? '', 'ContentType')
}

/** Puts parts into a file under their own paths, and says what they are. */
export async function putParts(zip: JSZip, parts: readonly Part[]): Promise<void> {
  const types = await textOf(zip, TYPES)
  const said = new Set([...types.matchAll(/\bPartName="([^"]*)"/g)].map(([, name = '']) => name))
  for (const { path, bytes } of parts) zip.file(path, bytes)
  const fresh = parts.filter(({ path, type }) => type !== undefined && !said.has(`/${path}`))
  const tags = new Map(fresh.map(({ path, type }) => [path, `<Override PartName="/${path}" ContentType="${type}"/>`]))
  zip.file(
    TYPES,
    types.replace('</Types>', () => `${[...tags.values()].join('')}</Types>`),
  )
}

/** Relates a part to another; answers the relationship's id. */
export async function relate(zip: JSZip, from: string, { kind, path }: Omit<Relation, 'id'>): Promise<string> {
  const list = (await textOf(zip, relationsPath(from))) || NO_RELATIONS
  const taken = new Set([...list.matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number++
  const tag = `<Relationship Id="rId${number}" Type="${RELATION}/${kind}" Target="/${path}"/>`
  const open = list.replace(/<Relationships\b([^>]*)\/>/, '<Relationships$1></Relationships>')
  zip.file(
    relationsPath(from),
    open.replace('</Relationships>', () => `${tag}</Relationships>`),
  )
  return `rId${number}`
}
