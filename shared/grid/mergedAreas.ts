import { strFromU8, unzipSync } from 'fflate'

/**
 * The merged areas of an .xlsx file ("A1:K1"), by the number that the file gives a sheet (`sheetId`), as its parts have
 * them. ExcelJS makes a cell of each cell of an area and compares every area with every other: a merged column costs it a
 * gigabyte, 20,000 areas a minute. Throws where the bytes are no zip.
 */
export function mergedAreas(bytes: Uint8Array): ReadonlyMap<number, readonly string[]> {
  const parts = new Map<string, string>()
  const files = unzipSync(bytes, { filter: ({ name }) => IS_READ.test(name) })
  for (const [name, part] of Object.entries(files)) parts.set(name.replace(/^\//, ''), strFromU8(part))
  const targets = new Map(
    tagsOf(parts.get('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  return new Map(
    tagsOf(parts.get('xl/workbook.xml'), 'sheet').map((tag) => {
      const target = targets.get(attribute(tag, 'id'))?.replace(/^\/?xl\//, '') ?? ''
      return [Number(attribute(tag, 'sheetId')), areasOf(parts.get(`xl/${target}`) ?? '')]
    }),
  )
}

/** Merged areas come behind the cells, of which there may be megabytes. */
function areasOf(sheet: string): readonly string[] {
  const behindCells = sheet.slice(Math.max(0, sheet.lastIndexOf('sheetData>')))
  return tagsOf(behindCells, 'mergeCell').map((tag) => attribute(tag, 'ref'))
}

/** The opening tags of one name, with a prefix of its namespace or without. */
const tagsOf = (xml: string | undefined, name: string): readonly string[] =>
  xml?.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? []

/** The value of an attribute, whose name may have a prefix (r:id); "" where the tag has none. */
const attribute = (tag: string, name: string): string => new RegExp(`[\\s:]${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''

const IS_READ = /^\/?xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/
