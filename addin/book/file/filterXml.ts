import { anyArea, areaText } from '../area.ts'
import type { Criterion, Filter } from '../filter.ts'
import { attribute, attributes, escaped, unescaped } from './xml.ts'

/** The filter of a sheet or a table in its XML. */
export const AUTO_FILTER = /<autoFilter\b[^>]*?(?:\/>|>[\s\S]*?<\/autoFilter>)/
const COLUMN = /<filterColumn\b([^>]*?)(?:\/>|>([\s\S]*?)<\/filterColumn>)/g
const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
}
/** The number of a look, which means another one in the saved file. */
const BY_COLOR = /<colorFilter\b/

/** A filter as a file has it; undefined where the element says no area. */
export function readFilter(element: string): Filter | undefined {
  const area = anyArea(attribute(element, 'ref'))
  if (!area) return undefined
  const criteria = [...element.matchAll(COLUMN)].flatMap(([, tag = '', inner = '']) => {
    const criterion = readCriterion(inner.trim())
    return criterion ? [[Number(attribute(tag, 'colId')), criterion] as const] : []
  })
  return { area, criteria: new Map(criteria) }
}

function readCriterion(inner: string): Criterion | undefined {
  if (inner === '' || BY_COLOR.test(inner)) return undefined
  const custom = [...inner.matchAll(/<customFilter\b[^>]*>/g)].map(([tag]) => attributes(tag))
  const [first, second] = custom.map(({ operator = 'equal', val = '' }) => `${OPERATORS[operator] ?? '='}${val}`)
  if (first !== undefined)
    return { on: 'custom', first, ...(second === undefined ? {} : { second }), both: /<customFilters[^>]*\band="1"/.test(inner) }
  const isPlain = inner.startsWith('<filters') && !/<(?!\/?filters?\b)/.test(inner)
  if (!isPlain) return { on: 'kept', xml: inner }
  const values = [...inner.matchAll(/<filter\b[^>]*>/g)].map(([tag]) => unescaped(attribute(tag, 'val')))
  return { on: 'values', values, blanks: /<filters\b[^>]*\bblank="1"/.test(inner) }
}

/** A filter as XML. */
export function filterXml({ area, criteria }: Filter): string {
  const columns = [...criteria].map(([at, criterion]) => `<filterColumn colId="${at}">${criterionXml(criterion)}</filterColumn>`)
  return `<autoFilter ref="${areaText(area)}">${columns.join('')}</autoFilter>`
}

function criterionXml(criterion: Criterion): string {
  if (criterion.on === 'kept') return criterion.xml
  if (criterion.on === 'values') {
    const values = criterion.values.map((value) => `<filter val="${escaped(value)}"/>`).join('')
    return `<filters${criterion.blanks ? ' blank="1"' : ''}>${values}</filters>`
  }
  const both = criterion.both ? ' and="1"' : ''
  const parts = [criterion.first, ...(criterion.second === undefined ? [] : [criterion.second])].map(comparisonXml)
  return `<customFilters${both}>${parts.join('')}</customFilters>`
}

function comparisonXml(text: string): string {
  const [, sign = '=', operand = ''] = /^(<>|>=|<=|=|>|<)?([\s\S]*)$/.exec(text) ?? []
  const operator = Object.keys(OPERATORS).find((name) => OPERATORS[name] === sign) ?? 'equal'
  return `<customFilter operator="${operator}" val="${escaped(operand)}"/>`
}
