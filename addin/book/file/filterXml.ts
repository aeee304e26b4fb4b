import { anyArea, areaText } from '../area.ts'
import type { Criterion, Filter } from '../filter.ts'
import { attributesOf, escaped, inside, isOn, type Piece, writtenOf } from './xml.ts'

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
}

/** The filter of a sheet or a table as a file has it; undefined where the element says no area. */
export function readFilter(xml: string, piece: Piece): Filter | undefined {
  const area = anyArea(attributesOf(xml, piece).ref ?? '')
  if (!area) return undefined
  const criteria = inside(xml, piece).flatMap((column) => {
    const [criterion] = column.name === 'filterColumn' ? inside(xml, column) : []
    return criterion ? [[Number(attributesOf(xml, column).colId), readCriterion(xml, criterion)] as const] : []
  })
  return { area, criteria: new Map(criteria) }
}

function readCriterion(xml: string, piece: Piece): Criterion {
  const parts = inside(xml, piece)
  if (piece.name === 'customFilters') {
    const [first = '=', second] = parts.map((one) => {
      const { operator = 'equal', val = '' } = attributesOf(xml, one)
      return `${OPERATORS[operator] ?? '='}${val}`
    })
    return { on: 'custom', first, ...(second === undefined ? {} : { second }), both: isOn(attributesOf(xml, piece).and) }
  }
  if (piece.name !== 'filters' || parts.some(({ name }) => name !== 'filter')) return { on: 'kept', xml: writtenOf(xml, piece) }
  const values = parts.map((one) => attributesOf(xml, one).val ?? '')
  return { on: 'values', values, blanks: isOn(attributesOf(xml, piece).blank) }
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
