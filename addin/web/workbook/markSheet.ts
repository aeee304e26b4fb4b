import { freshRuleId, type Rule } from '../../book/rule.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { CellMark } from '../../ports/workbook.ts'
import { isMarkFormula, MARK_LOOKS, markAreas, markFormula } from '../../sheetForm/markRule.ts'

const isMark = ({ kind, formulas: [formula = ''] }: Rule): boolean => kind === 'expression' && isMarkFormula(formula)

/** Whether marks of ours are on a sheet. */
export const isMarked = ({ content }: Sheet): boolean => content.rules.some(isMark)

/** Puts marks above the person's own conditional formats, in place of the earlier ones. */
export function markSheet(sheet: Sheet, marks: readonly CellMark[]): void {
  const rules = markAreas(marks).flatMap(({ severity, areas }): Rule[] =>
    areas.length === 0
      ? []
      : [
          {
            id: freshRuleId(),
            areas,
            kind: 'expression',
            operator: '',
            formulas: [markFormula(severity).replace(/^=/, '')],
            look: MARK_LOOKS[severity],
          },
        ],
  )
  sheet.content.rules = [...rules, ...sheet.content.rules.filter((rule) => !isMark(rule))]
}

/** Takes our marks off a sheet; answers whether there were any. */
export function unmarkSheet(sheet: Sheet): boolean {
  const had = isMarked(sheet)
  if (had) sheet.content.rules = sheet.content.rules.filter((rule) => !isMark(rule))
  return had
}
