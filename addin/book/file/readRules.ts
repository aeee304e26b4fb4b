import { anyArea } from '../area.ts'
import { freshRuleId, type Rule, type RuleLook } from '../rule.ts'
import { attributesOf, inside, numberOf, type Piece, textOf, writtenOf } from './xml.ts'

/** The conditional formats of a sheet, the most important first; `looks` are the file's, by number. */
export function readRules(xml: string, blocks: readonly Piece[], looks: readonly RuleLook[]): Rule[] {
  const list: { rule: Rule; priority: number }[] = []
  for (const block of blocks) {
    const areas = (attributesOf(xml, block).sqref ?? '').split(/\s+/).flatMap((text) => anyArea(text) ?? [])
    for (const piece of inside(xml, block)) {
      if (piece.name !== 'cfRule') continue
      const { type: kind = '', operator = '', dxfId, priority } = attributesOf(xml, piece)
      const formulas = inside(xml, piece).flatMap((one) => (one.name === 'formula' ? [textOf(xml, one)] : []))
      const look = looks[Number(dxfId)] ?? {}
      const kept = { xml: writtenOf(xml, piece), block: xml.slice(block.start, block.from), formulas, look }
      list.push({ rule: { id: freshRuleId(), areas, kind, operator, formulas, look, kept }, priority: numberOf(priority) ?? list.length })
    }
  }
  return list.sort((one, other) => one.priority - other.priority).map((entry) => entry.rule)
}
