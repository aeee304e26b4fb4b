import './exceljsTypes.ts'
import type { ConditionalFormattingRule, Worksheet } from 'exceljs'
import { anyArea } from '../area.ts'
import { colorText } from '../cellStyle.ts'
import { freshRuleId, type Rule, type RuleLook } from '../rule.ts'

/** A rule as the file had it, and its look as it was read: a look that is still the same object was not changed. */
export interface KeptRule {
  readonly rule: ConditionalFormattingRule
  readonly look: RuleLook
}

/** The conditional formats of a sheet, the most important first. */
export function readRules(worksheet: Worksheet): Rule[] {
  const list: { rule: Rule; priority: number }[] = []
  for (const block of worksheet.conditionalFormattings ?? []) {
    const areas = block.ref.split(' ').flatMap((text) => anyArea(text) ?? [])
    for (const rule of block.rules) {
      const formulas = 'formulae' in rule ? (rule.formulae ?? []).map(String) : []
      const operator = 'operator' in rule ? (rule.operator ?? '') : ''
      const look = readLook(rule)
      const kept: KeptRule = { rule, look }
      list.push({ rule: { id: freshRuleId(), areas, kind: rule.type, operator, formulas, look, kept }, priority: rule.priority })
    }
  }
  return list.sort((one, other) => one.priority - other.priority).map((entry) => entry.rule)
}

function readLook(rule: ConditionalFormattingRule): RuleLook {
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
