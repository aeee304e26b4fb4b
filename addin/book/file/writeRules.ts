import type { ConditionalFormattingRule } from 'exceljs'
import { isRecord } from '../../../shared/base/keysOf.ts'
import { areaText } from '../area.ts'
import { colorOf } from '../cellStyle.ts'
import type { Rule, RuleLook } from '../rule.ts'
import type { RuleBlock } from './exceljsTypes.ts'
import type { KeptRule } from './readRules.ts'

/** Conditional formats as ExcelJS has them: a block for each area. */
export function writeRules(rules: readonly Rule[]): RuleBlock[] {
  const blocks = new Map<string, RuleBlock>()
  for (const [i, rule] of rules.entries()) {
    const ref = rule.areas.map(areaText).join(' ')
    const block = blocks.get(ref) ?? { ref, rules: [] }
    blocks.set(ref, block)
    block.rules.push(fileRule(rule, i + 1))
  }
  return [...blocks.values()]
}

function fileRule({ formulas, look, kept }: Rule, priority: number): ConditionalFormattingRule {
  if (!isKept(kept)) return { type: 'expression', priority, formulae: [...formulas], style: fileStyle(look) }
  const style = kept.look === look ? {} : { style: fileStyle(look) }
  return { ...kept.rule, ...style, ...('formulae' in kept.rule ? { formulae: [...formulas] } : {}), priority }
}

const isKept = (kept: unknown): kept is KeptRule => isRecord(kept) && 'rule' in kept

function fileStyle(look: RuleLook): NonNullable<ConditionalFormattingRule['style']> {
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
