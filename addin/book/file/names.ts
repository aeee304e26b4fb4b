import type JSZip from 'jszip'
import type { Area } from '../../../shared/grid/a1.ts'
import type { Book } from '../book.ts'
import type { DefinedName } from '../definedName.ts'
import { quotedName, referenceText } from '../references.ts'
import { attributes, escaped, sheetPaths, unescaped } from './xml.ts'

const PATH = 'xl/workbook.xml'
const NAME = /<definedName\b((?:"[^"]*"|[^">])*)>([^<]*)<\/definedName>/g
/** What is printed is a matter of the sheet, and ExcelJS's. */
const PRINTED = /^_xlnm\.Print_/
/** Excel writes it for each filter of a sheet. */
const FILTERED = '_xlnm._FilterDatabase'

/** A name of a file; `sheet` is the name of the sheet that it holds on. */
export interface FileName extends Omit<DefinedName, 'sheet'> {
  readonly sheet: string | undefined
}

/** Takes the names out of a file: ExcelJS makes an entry of each cell that one means, and loses those of formulas. */
export async function takeNames(zip: JSZip): Promise<readonly FileName[]> {
  const sheets = await sheetPaths(zip)
  const xml = (await zip.file(PATH)?.async('string')) ?? ''
  const names: FileName[] = []
  const rest = xml.replace(NAME, (element, tag: string, formula: string) => {
    const { name = '', localSheetId, ...said } = attributes(tag)
    if (PRINTED.test(name)) return element
    const sheet = localSheetId === undefined ? undefined : sheets[Number(localSheetId)]?.[0]
    if (name !== FILTERED) names.push({ name, sheet, formula: unescaped(formula), attributes: said })
    return ''
  })
  zip.file(PATH, rest.replace(/<definedNames>\s*<\/definedNames>/, ''))
  return names
}

/** Excel expects a hidden name for what a sheet filters. */
function filterName(sheet: number, name: string, area: Area): DefinedName {
  const fixed = { top: true, left: true, bottom: true, right: true }
  const formula = `${quotedName(name)}!${referenceText({ sheet: undefined, area, fixed, isRange: true })}`
  return { name: FILTERED, sheet, formula, attributes: { hidden: '1' } }
}

/** Puts the names of a book into its saved file. */
export async function writeNames(zip: JSZip, { names, sheets }: Book): Promise<void> {
  const xml = (await zip.file(PATH)?.async('string')) ?? ''
  const filters = sheets.flatMap(({ number, name, content: { filter } }) => (filter ? [filterName(number, name, filter.area)] : []))
  if (names.length + filters.length === 0) return
  const elements = [...filters, ...names].map(({ name, sheet, formula, attributes: said }) => {
    const place = sheets.findIndex(({ number }) => number === sheet)
    const tag = Object.entries({ name, ...(place < 0 ? {} : { localSheetId: String(place) }), ...said })
    return `<definedName${tag.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>${escaped(formula)}</definedName>`
  })
  zip.file(
    PATH,
    xml.includes('</definedNames>')
      ? xml.replace('</definedNames>', () => `${elements.join('')}</definedNames>`)
      : xml.replace('</sheets>', () => `</sheets><definedNames>${elements.join('')}</definedNames>`),
  )
}
