import type JSZip from 'jszip'
import type { Book } from '../book.ts'
import { type Part, partsFrom, putParts, relate, relationsOf } from './package.ts'
import { attribute, escaped, sheetPaths } from './xml.ts'

/** What a sheet has by an element with a relationship, with all parts below it. */
export interface KeptPart {
  /** The element, and the relationship's kind. */
  readonly element: keyof typeof KINDS
  readonly root: string
  readonly parts: readonly Part[]
}

/** A sheet that is a chart and nothing else: its part, with all below it. */
export interface ChartSheet {
  readonly name: string
  /** Its place among all sheets. */
  readonly place: number
  readonly number: number
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  readonly root: string
  readonly parts: readonly Part[]
}

/** What is kept of a file that nothing here knows. */
export interface KeptOfFile {
  /** By sheet. */
  readonly sheets: ReadonlyMap<string, readonly KeptPart[]>
  readonly chartSheets: readonly ChartSheet[]
  /** Charts and drawings that hang on what is not kept, in words. */
  readonly lost: readonly string[]
}

/** Elements of a sheet that stand for a part, and the kind of the relationship. */
const KINDS = { drawing: 'drawing', picture: 'image' } as const
/** What may follow these elements in a sheet's XML. */
const FOLLOWING = {
  drawing: /<(?:legacyDrawing|legacyDrawingHF|picture|tableParts|extLst)\b|<\/worksheet>/,
  picture: /<(?:tableParts|extLst)\b|<\/worksheet>/,
} as const
const WORKBOOK = 'xl/workbook.xml'
/** Parts that mean another part by its name and are broken without it: slicers, timelines, charts of pivot tables. */
const HANGING = /<(?:\w+:)?(?:slicer|timeslicer|pivotSource)\b/
const MAY_HANG = /^xl\/(?:drawings|charts)\/[^/]+\.xml$/

const isWhole = (parts: readonly Part[]): boolean =>
  !parts.some(({ path, bytes }) => MAY_HANG.test(path) && HANGING.test(new TextDecoder().decode(bytes)))

/** Takes drawings, charts, pictures and chart sheets out of a file, so that ExcelJS does not make less of them. */
export async function takeKept(zip: JSZip): Promise<KeptOfFile> {
  const sheets = new Map<string, readonly KeptPart[]>()
  const chartSheets: ChartSheet[] = []
  const all: Part[] = []
  let hanging = 0
  const tags = [...((await zip.file(WORKBOOK)?.async('string')) ?? '').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => tag)
  for (const [place, [name, path]] of (await sheetPaths(zip)).entries()) {
    if (await isChartSheet(zip, path)) {
      const parts = await partsFrom(zip, path)
      all.push(...parts)
      if (isWhole(parts)) chartSheets.push({ name, place, ...saidOf(tags[place] ?? ''), root: path, parts })
      else hanging++
      continue
    }
    const found = await keptOf(zip, path)
    all.push(...found.flatMap(({ parts }) => parts))
    const whole = found.filter(({ parts }) => isWhole(parts))
    hanging += found.length - whole.length
    sheets.set(name, whole)
  }
  for (const { path } of all) zip.remove(path)
  await forgetChartSheets(zip)
  return { sheets, chartSheets, lost: hanging > 0 ? [`与切片器或数据透视表相连的图形 ${hanging}`] : [] }
}

const isChartSheet = async (zip: JSZip, path: string): Promise<boolean> =>
  /<(?:\w+:)?chartsheet\b/.test((await zip.file(path)?.async('string')) ?? '')

function saidOf(tag: string): Pick<ChartSheet, 'number' | 'visibility'> {
  const state = attribute(tag, 'state')
  return { number: Number(attribute(tag, 'sheetId')), visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible' }
}

async function keptOf(zip: JSZip, sheet: string): Promise<readonly KeptPart[]> {
  const xml = (await zip.file(sheet)?.async('string')) ?? ''
  const relations = await relationsOf(zip, sheet)
  const found: KeptPart[] = []
  for (const element of ['drawing', 'picture'] as const) {
    const [tag] = new RegExp(`<${element}\\b[^>]*>`).exec(xml) ?? []
    const relation = tag === undefined ? undefined : relations.find(({ id }) => id === attribute(tag, 'r:id'))
    if (relation) found.push({ element, root: relation.path, parts: await partsFrom(zip, relation.path) })
  }
  return found
}

/** ExcelJS passes over chart sheets, and then takes the numbers of sheets in names for those of others. */
async function forgetChartSheets(zip: JSZip): Promise<void> {
  const paths = await sheetPaths(zip)
  const stays = paths.map(([, path]) => zip.file(path) !== null)
  const xml = (await zip.file(WORKBOOK)?.async('string')) ?? ''
  let at = -1
  const rest = xml.replace(/<sheet\b[^>]*?(?:\/>|><\/sheet>)/g, (tag) => {
    at += 1
    return stays[at] ? tag : ''
  })
  const renumbered = rest.replace(/\blocalSheetId="(\d+)"/g, (_, place: string) => {
    const before = stays.slice(0, Number(place)).filter((stay) => !stay).length
    return `localSheetId="${Number(place) - before}"`
  })
  zip.file(WORKBOOK, renumbered)
}

/** Puts what was kept into a saved file: into its sheets, and chart sheets in their places. */
export async function putKept(zip: JSZip, { sheets, active }: Book): Promise<void> {
  const paths = new Map(await sheetPaths(zip))
  for (const { name, content } of sheets) {
    const path = paths.get(name)
    for (const kept of path === undefined ? [] : (partsKept(content.kept)?.parts ?? [])) await putPart(zip, path ?? '', kept)
  }
  for (const [place, sheet] of sheets.entries()) {
    const kept = partsKept(sheet.content.kept)?.chartSheet
    if (kept) await putChartSheet(zip, { ...kept, name: sheet.name, visibility: sheet.content.visibility, place }, sheet === active)
  }
}

/** What the reader leaves with a sheet, beside what ExcelJS has of it. */
export interface KeptWithSheet {
  readonly worksheet?: unknown
  readonly parts?: readonly KeptPart[]
  readonly chartSheet?: ChartSheet
}

/** What was left with a sheet; a sheet that was made since has nothing. */
export const partsKept = (kept: unknown): KeptWithSheet | undefined => (typeof kept === 'object' && kept !== null ? kept : undefined)

async function putPart(zip: JSZip, sheet: string, { element, root, parts }: KeptPart): Promise<void> {
  await putParts(zip, parts)
  const id = await relate(zip, sheet, { kind: KINDS[element], path: root })
  const xml = (await zip.file(sheet)?.async('string')) ?? ''
  zip.file(
    sheet,
    xml.replace(FOLLOWING[element], (next) => `<${element} r:id="${id}"/>${next}`),
  )
}

async function putChartSheet(zip: JSZip, { name, visibility, place, root, parts }: ChartSheet, isActive: boolean): Promise<void> {
  await putParts(
    zip,
    parts.map((part) => (part.path === root && !isActive ? unselected(part) : part)),
  )
  const id = await relate(zip, WORKBOOK, { kind: 'chartsheet', path: root })
  const xml = (await zip.file(WORKBOOK)?.async('string')) ?? ''
  const tags = [...xml.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => tag)
  const number = Math.max(0, ...tags.map((tag) => Number(attribute(tag, 'sheetId')))) + 1
  const state = visibility === 'visible' ? '' : ` state="${visibility}"`
  const tag = `<sheet name="${escaped(name)}" sheetId="${number}"${state} r:id="${id}"/>`
  const next = tags[place]
  const listed = next === undefined ? xml.replace('</sheets>', () => `${tag}</sheets>`) : xml.replace(next, () => tag + next)
  zip.file(
    WORKBOOK,
    listed.replace(/\blocalSheetId="(\d+)"/g, (_, at: string) => `localSheetId="${Number(at) + (Number(at) >= place ? 1 : 0)}"`),
  )
}

/** Two selected sheets are a group: whatever is typed into one would go into both. */
function unselected(part: Part): Part {
  const xml = new TextDecoder().decode(part.bytes)
  const other = xml.replace(/ tabSelected="(?:1|true)"/, '')
  return other === xml ? part : { ...part, bytes: new TextEncoder().encode(other) }
}
