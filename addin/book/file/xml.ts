import type JSZip from 'jszip'

/** The sheets of a file in their order, chart sheets too: each name and where its part is. */
export async function sheetPaths(zip: JSZip): Promise<[name: string, path: string][]> {
  const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? ''
  const links = (await zip.file('xl/_rels/workbook.xml.rels')?.async('string')) ?? ''
  const targets = new Map([...links.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]))
  return [...book.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? ''
    return [unescaped(attribute(tag, 'name')), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
  })
}

/** An attribute of a tag as it stands there; "" where it has none. */
export const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** The attributes of a tag that have no namespace, by name. */
export const attributes = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...tag.matchAll(/(?<=\s)(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]))

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The text that XML stands for. */
export const unescaped = (text: string): string =>
  text
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&(?:lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('&amp;', '&')

/** A text as XML for a text or an attribute. Line ends would become spaces in an attribute, were they not written as numbers. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"\r\n\t]/g, (char) => {
    const named = Object.entries(ENTITIES).find(([, plain]) => plain === char)
    return named ? named[0] : `&#${char.charCodeAt(0)};`
  })
