import type { Area } from '../../shared/grid/a1.ts'
import { freshRuleId, type RuleLook } from './rule.ts'
import type { Sheet } from './sheet.ts'

/** Adds a rule above all others; it paints nothing until it has a look. Returns its id. */
export function addRule({ content }: Sheet, areas: readonly Area[]): string {
  const id = freshRuleId()
  content.rules = [{ id, areas, kind: 'expression', operator: '', formulas: ['FALSE'], look: {} }, ...content.rules]
  return id
}

/** Changes formula or look of a rule; false where there is no such rule. */
export function changeRule({ content }: Sheet, id: string, change: { formula?: string; look?: RuleLook }): boolean {
  const { formula, look } = change
  content.rules = content.rules.map((rule) =>
    rule.id === id
      ? {
          ...rule,
          ...(formula === undefined ? {} : { formulas: [formula.replace(/^=/, '')] }),
          look: look ? { ...rule.look, ...look } : rule.look,
        }
      : rule,
  )
  return content.rules.some((rule) => rule.id === id)
}

/** Moves a rule to a place among all of the sheet, 0 the most important. */
export function moveRule({ content }: Sheet, id: string, place: number): void {
  const others = content.rules.filter((rule) => rule.id !== id)
  const moved = content.rules.filter((rule) => rule.id === id)
  const at = Math.min(others.length, place < 0 ? Math.max(0, others.length + 1 + place) : place)
  content.rules = [...others.slice(0, at), ...moved, ...others.slice(at)]
}

/** Takes away the rules whose ids are to be dropped. */
export function removeRules({ content }: Sheet, drop: (id: string) => boolean): void {
  content.rules = content.rules.filter((rule) => !drop(rule.id))
}
