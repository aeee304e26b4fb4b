import type JSZip from 'jszip'
import { anyArea, areaText } from '../area.ts'
import type { Book } from '../book.ts'
import type { Validation } from '../validation.ts'
import { filterXml } from './filterXml.ts'
import { tableXml } from './tables.ts'
import { attributes, escaped, sheetPaths, unescaped } from './xml.ts'

const VALIDATIONS = /<dataValidations\b[\s\S]*?<\/dataValidations>/
const VALIDATION = /<dataValidation\b((?:"[^"]*"|[^">])*?)(?:\/>|>([\s\S]*?)<\/dataValidation>)/g
/** The elements that may follow data validations in a sheet's XML; the first of them that is there marks the place. */
const FOLLOWING = [
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'drawing',
  'legacyDrawing',
  'tableParts',
  'extLst',
]
const AFTER = new RegExp(`<(?:${FOLLOWING.join('|')})\\b|</worksheet>`)
const BEFORE_VALIDATIONS = ['sortState', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations']
const AFTER_FILTER = new RegExp(`<(?:${[...BEFORE_VALIDATIONS, ...FOLLOWING].join('|')})\\b|</worksheet>`)

/** Number formats that Chinese files name by an id alone, which ExcelJS does not know. */
const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The data validations of each sheet, by its name: ExcelJS makes a million entries of a whole column. */
export async function readValidations(zip: JSZip): Promise<Map<string, readonly Validation[]>> {
  const found = new Map<string, readonly Validation[]>()
  for (const [name, path] of await sheetPaths(zip)) {
    const element = VALIDATIONS.exec((await zip.file(path)?.async('string')) ?? '')?.[0] ?? ''
    const validations = [...element.matchAll(VALIDATION)].map(([, tag = '', inner = '']) => readValidation(tag, inner))
    if (validations.length > 0) found.set(name, validations)
  }
  return found
}

/** Attributes of other namespaces ("xr:uid") are left: the saved file does not declare them. */
function readValidation(tag: string, inner: string): Validation {
  const { sqref = '', ...said } = attributes(tag)
  const formulas = [...inner.matchAll(/<formula[12]>([^<]*)<\/formula[12]>/g)].map(([, formula = '']) => unescaped(formula))
  return { areas: sqref.split(/\s+/).flatMap((text) => anyArea(text) ?? []), formulas, attributes: said }
}

/** Puts the validations and filters of a book into its saved file. */
export async function writeSheetParts(zip: JSZip, { sheets }: Book): Promise<void> {
  for (const [name, path] of await sheetPaths(zip)) {
    const { validations = [], filter } = sheets.find((sheet) => sheet.name === name)?.content ?? {}
    const xml = await zip.file(path)?.async('string')
    if (!xml || (validations.length === 0 && !filter)) continue
    const list = `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
    const withList = validations.length > 0 ? xml.replace(AFTER, (next) => list + next) : xml
    zip.file(path, filter ? withList.replace(AFTER_FILTER, (next) => filterXml(filter) + next) : withList)
  }
}

/** Writes the parts of tables, which ExcelJS has declared in this order. */
export function writeTables(zip: JSZip, { sheets }: Book): void {
  for (const [i, table] of sheets.flatMap(({ content }) => content.tables).entries())
    zip.file(`xl/tables/table${i + 1}.xml`, tableXml(table, i + 1))
}

function validationXml({ areas, formulas, attributes }: Validation): string {
  const said = Object.entries({ ...attributes, sqref: areas.map(areaText).join(' ') })
  const tag = said.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  return `<dataValidation${tag}>${formulas.map((formula, i) => `<formula${i + 1}>${escaped(formula)}</formula${i + 1}>`).join('')}</dataValidation>`
}

/** Writes the Chinese built-in formats out, where the file uses one by id. */
export async function chineseFormats(zip: JSZip): Promise<void> {
  const path = 'xl/styles.xml'
  const xml = await zip.file(path)?.async('string')
  if (!xml) return
  const used = Object.entries(CHINESE_FORMATS).filter(
    ([id]) => xml.includes(`numFmtId="${id}"`) && !xml.includes(`<numFmt numFmtId="${id}"`),
  )
  if (used.length === 0) return
  const entries = used.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')
  const filled = /<numFmts\b[^>]*>/.test(xml)
    ? xml.replace(/<numFmts\b[^>]*?(\/?)>/, (_, empty: string) => `<numFmts>${entries}${empty ? '</numFmts>' : ''}`)
    : xml.replace(/(<styleSheet\b[^>]*>)/, `$1<numFmts>${entries}</numFmts>`)
  zip.file(path, filled)
}
