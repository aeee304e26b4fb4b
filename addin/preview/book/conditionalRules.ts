import type { ConditionalFormattingRule, Worksheet } from 'exceljs'
import { type Area, parseArea } from '../../../shared/grid/a1.ts'
import { areaText } from './area.ts'
import { colorOf, colorText } from './cellStyle.ts'
import type { KeyedRule, RuleBlock } from './exceljsTypes.ts'

/** What a rule paints over a cell. */
export interface RuleLook {
  fill?: string
  color?: string
  bold?: boolean
  underline?: boolean
}

/** One conditional format of a sheet. Only "expression" rules are written by us; all kinds stay. */
export interface Rule {
  readonly id: string
  readonly areas: readonly Area[]
  readonly kind: ConditionalFormattingRule['type']
  readonly operator: string
  readonly formulas: readonly string[]
  readonly look: RuleLook
}

let lastKey = 0

/** All rules of a sheet, the file's and the add-in's, the most important first. */
export function rulesOf(worksheet: Worksheet): Rule[] {
  const list: { rule: Rule; priority: number }[] = []
  for (const block of blocks(worksheet)) {
    const areas = block.ref.split(' ').flatMap((text) => parseArea(text) ?? [])
    for (const rule of block.rules) {
      rule.key ??= `{CF-${++lastKey}}`
      const formulas = 'formulae' in rule ? (rule.formulae ?? []).map(String) : []
      const operator = 'operator' in rule ? (rule.operator ?? '') : ''
      list.push({ rule: { id: rule.key, areas, kind: rule.type, operator, formulas, look: ruleLook(rule) }, priority: rule.priority })
    }
  }
  return list.sort((one, other) => one.priority - other.priority).map((entry) => entry.rule)
}

/** Adds a rule above all others; it paints nothing until it has a look. Returns its id. */
export function addRule(worksheet: Worksheet, areas: readonly Area[]): string {
  const key = `{CF-${++lastKey}}`
  for (const block of blocks(worksheet)) for (const rule of block.rules) rule.priority = (rule.priority ?? 0) + 1
  const rule: KeyedRule = { type: 'expression', priority: 1, formulae: ['FALSE'], style: {}, key }
  worksheet.addConditionalFormatting({ ref: areas.map(areaText).join(' '), rules: [rule] })
  return key
}

/** Changes formula or look of a rule; false where there is no such rule. */
export function changeRule(worksheet: Worksheet, id: string, change: { formula?: string; look?: RuleLook }): boolean {
  for (const block of blocks(worksheet)) {
    for (const rule of block.rules) {
      if (rule.key !== id) continue
      if (change.formula !== undefined && 'formulae' in rule) rule.formulae = [change.formula.replace(/^=/, '')]
      if (change.look) rule.style = ruleStyle({ ...ruleLook(rule), ...change.look })
      return true
    }
  }
  return false
}

/** Moves a rule to a place among all of the sheet, 0 the most important. */
export function moveRule(worksheet: Worksheet, id: string, place: number): void {
  const order = rulesOf(worksheet).map((rule) => rule.id)
  const others = order.filter((one) => one !== id)
  const at = Math.min(others.length, place < 0 ? Math.max(0, others.length + 1 + place) : place)
  const next = [...others.slice(0, at), id, ...others.slice(at)]
  for (const block of blocks(worksheet)) for (const rule of block.rules) rule.priority = next.indexOf(rule.key ?? '') + 1
}

/** Takes away the rules whose ids are to be dropped, and blocks that have none left. */
export function removeRules(worksheet: Worksheet, drop: (id: string) => boolean): void {
  for (const block of blocks(worksheet)) block.rules = block.rules.filter((rule) => !drop(rule.key ?? ''))
  worksheet.conditionalFormattings = blocks(worksheet).filter((block) => block.rules.length > 0)
}

const blocks = (worksheet: Worksheet): RuleBlock[] => worksheet.conditionalFormattings ?? []

function ruleLook(rule: ConditionalFormattingRule): RuleLook {
  const { fill, font } = rule.style ?? {}
  const paint = fill?.type === 'pattern' ? (colorText(fill.bgColor) ?? colorText(fill.fgColor)) : undefined
  const color = colorText(font?.color)
  return {
    ...(paint ? { fill: paint } : {}),
    ...(color ? { color } : {}),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.underline ? { underline: true } : {}),
  }
}

function ruleStyle(look: RuleLook): NonNullable<ConditionalFormattingRule['style']> {
  const font = {
    ...(look.color ? { color: colorOf(look.color) } : {}),
    ...(look.bold ? { bold: true } : {}),
    ...(look.underline ? { underline: true } : {}),
  }
  return {
    ...(look.fill ? { fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: colorOf(look.fill) } } : {}),
    ...(Object.keys(font).length > 0 ? { font } : {}),
  }
}
