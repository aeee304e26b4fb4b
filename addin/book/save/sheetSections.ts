import { areaText } from '../area.ts'
import { filterXml } from '../file/filterXml.ts'
import type { OpenedSheet } from '../file/openedFile.ts'
import { attributesOf, attributesText, escaped, inside, piecesOf, rootOf, tagOf, writtenOf } from '../file/xml.ts'
import type { Rule } from '../rule.ts'
import type { Column, SheetContent } from '../sheetContent.ts'
import type { Validation } from '../validation.ts'
import { type PartDraft, saying } from './partDraft.ts'
import type { StylesDraft } from './stylesDraft.ts'

/** What is said of a sheet beside its cells. */
type Said = Omit<SheetContent, 'rows'>

/** The order of the elements of a sheet's part. */
export const SHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  )

/** An element of a sheet as what is known of the sheet says it; where this is the same as when it was opened, what is written stays. */
type Section = (said: Said, styles: StylesDraft) => string

const SECTIONS: Readonly<Record<string, Section>> = {
  cols: ({ columns }, styles) => columnsXml(columns, styles),
  autoFilter: ({ filter }) => (filter ? filterXml(filter) : ''),
  mergeCells: ({ merges }) =>
    listXml(
      'mergeCells',
      merges.map((merge) => `<mergeCell ref="${areaText(merge)}"/>`),
    ),
  conditionalFormatting: ({ rules }, styles) => rulesXml(rules, styles),
  dataValidations: ({ validations }) => listXml('dataValidations', validations.map(validationXml)),
  sheetProtection: ({ isProtected }) => (isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : ''),
}

/** Puts into a sheet's part what is said otherwise by now. */
export function writeSections(draft: PartDraft, now: Said, { content: before }: OpenedSheet, styles: StylesDraft): void {
  for (const [name, section] of Object.entries(SECTIONS)) {
    const after = section(now, styles)
    if (after !== section(before, styles)) draft.set(name, withContainer(draft.element(name), name, after))
  }
  writePage(draft, now, before)
}

const listXml = (name: string, elements: readonly string[]): string =>
  elements.length === 0 ? '' : `<${name} count="${elements.length}">${elements.join('')}</${name}>`

/** What the list of validations says itself stays: whether prompts are shown. */
function withContainer(written: string | undefined, name: string, elements: string): string {
  if (name !== 'dataValidations' || written === undefined || elements === '') return elements
  const [list] = piecesOf(elements)
  const root = rootOf(written)
  const { count } = list ? attributesOf(elements, list) : {}
  const tag = saying(tagOf(written, root).replace(/\s*\/>$/, '>'), { count })
  const close = /^<([^\s/>]+)/.exec(tag)?.[1] ?? name
  return list ? `${tag}${elements.slice(list.from, list.to)}</${close}>` : elements
}

function columnsXml(columns: ReadonlyMap<number, Column>, styles: StylesDraft): string {
  const groups: { from: number; to: number; said: string }[] = []
  for (const [number, column] of [...columns].sort(([one], [other]) => one - other)) {
    const said = columnAttributes(column, styles)
    const last = groups.at(-1)
    if (last && last.to === number - 1 && last.said === said) last.to = number
    else groups.push({ from: number, to: number, said })
  }
  const elements = groups.filter(({ said }) => said !== '').map(({ from, to, said }) => `<col min="${from}" max="${to}"${said}/>`)
  return elements.length === 0 ? '' : `<cols>${elements.join('')}</cols>`
}

function columnAttributes({ width, hidden, style, outlineLevel, others }: Column, styles: StylesDraft): string {
  const number = style ? styles.cell(style) : 0
  return attributesText({
    width,
    style: number === 0 ? undefined : number,
    hidden: hidden ? '1' : undefined,
    outlineLevel,
    ...others,
    customWidth: width === undefined ? others?.customWidth : '1',
  })
}

/** Rules that are on the same cells stand in one element; a rule of the file stays as it is written but for what has changed. */
function rulesXml(rules: readonly Rule[], styles: StylesDraft): string {
  const blocks = new Map<string, { readonly tag: string; readonly rules: string[] }>()
  for (const [place, rule] of rules.entries()) {
    const sqref = rule.areas.map(areaText).join(' ')
    const key = `${sqref}|${/\bpivot=/.test(rule.kept?.block ?? '')}`
    const block = blocks.get(key) ?? { tag: saying(rule.kept?.block ?? '<conditionalFormatting>', { sqref }), rules: [] }
    blocks.set(key, block)
    block.rules.push(ruleXml(rule, place + 1, styles))
  }
  return [...blocks.values()].map(({ tag, rules: list }) => `${tag}${list.join('')}</${nameIn(tag)}>`).join('')
}

const nameIn = (tag: string): string => /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''

function ruleXml({ kind, operator, formulas, look, kept }: Rule, priority: number, styles: StylesDraft): string {
  const hasLook = Object.keys(look).length > 0
  if (!kept) {
    const said = { type: kind, dxfId: hasLook ? styles.rule(look) : undefined, priority, operator: operator || undefined }
    return `<cfRule${attributesText(said)}>${formulas.map((formula) => `<formula>${escaped(formula)}</formula>`).join('')}</cfRule>`
  }
  const root = rootOf(kept.xml)
  const tag = saying(tagOf(kept.xml, root), { priority, ...(look === kept.look ? {} : { dxfId: styles.rule(look) }) })
  if (formulas.every((formula, i) => formula === kept.formulas[i])) return tag + kept.xml.slice(root.from)
  const parts = inside(kept.xml, root).map((piece) => ({
    name: piece.name,
    written: writtenOf(kept.xml, piece),
    tag: tagOf(kept.xml, piece),
  }))
  let at = 0
  const written = parts.map((part) =>
    part.name === 'formula' ? `${part.tag.replace(/\s*\/>$/, '>')}${escaped(formulas[at++] ?? '')}</${nameIn(part.tag)}>` : part.written,
  )
  return `${tag}${written.join('')}</${nameIn(tag)}>`
}

function validationXml({ areas, formulas, attributes }: Validation): string {
  const tag = `dataValidation${attributesText({ ...attributes, sqref: areas.map(areaText).join(' ') })}`
  return `<${tag}>${formulas.map((formula, i) => `<formula${i + 1}>${escaped(formula)}</formula${i + 1}>`).join('')}</dataValidation>`
}

/** How a sheet is printed: what the file says of it beside stays. */
function writePage(draft: PartDraft, { page: now }: Said, { page: before }: Said): void {
  const said = ({ landscape, paperSize, fit }: Said['page']) => ({
    orientation: landscape ? 'landscape' : 'portrait',
    paperSize,
    fitToWidth: fit?.wide,
    fitToHeight: fit?.high,
  })
  if (JSON.stringify(said(now)) !== JSON.stringify(said(before))) {
    const written = draft.element('pageSetup') ?? '<pageSetup/>'
    const root = rootOf(written)
    draft.set('pageSetup', saying(tagOf(written, root), said(now)) + written.slice(root.from))
  }
  if ((now.fit === undefined) !== (before.fit === undefined)) writeFit(draft, now.fit !== undefined)
}

function writeFit(draft: PartDraft, isFitted: boolean): void {
  const written = draft.element('sheetPr') ?? '<sheetPr/>'
  const root = rootOf(written)
  const fits = inside(written, root).find(({ name }) => name === 'pageSetUpPr')
  const said = { fitToPage: isFitted ? '1' : undefined }
  const element = saying(fits ? tagOf(written, fits) : '<pageSetUpPr/>', said)
  const [from, to] = fits ? [fits.start, fits.from] : [root.to, root.to]
  if (root.from === root.end) draft.set('sheetPr', `${tagOf(written, root).replace(/\s*\/>$/, '>')}${element}</${nameIn(written)}>`)
  else draft.set('sheetPr', written.slice(0, from) + element + written.slice(to))
}
