import type { Area } from '../../shared/grid/a1.ts'
import type { CellMark } from '../ports/workbook.ts'
import { joinCells } from './joinCells.ts'

type Severity = CellMark['severity']

/** The gravest first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning']

/** Colour and one thing more than colour, so that marks can be distinguished without it. */
export const MARK_LOOKS: Readonly<
  Record<Severity, { readonly fill: string; readonly color: string; readonly bold: boolean; readonly underline: boolean }>
> = {
  error: { fill: '#F8C9C6', color: '#8A0E0E', bold: true, underline: false },
  warning: { fill: '#FFE7A8', color: '#6B4A00', bold: false, underline: true },
}

/** Always true, and by its text known to be ours, wherever the sheet is copied or inserted rows move it. */
export const markFormula = (severity: Severity): string => `="livelihood-mark:${severity}"<>""`

/** The whole formula, not a part of it: a person's own rule may say something alike. */
const OWN = /^=?\s*"livelihood-mark:[a-z]+"\s*<>\s*""$/

/** Whether the formula of a conditional format, with or without its "=", is one of our marks. */
export const isMarkFormula = (formula: string): boolean => OWN.test(formula)

/** The marked areas of each severity; a cell marked twice is in those of its gravest. */
export function markAreas(marks: readonly CellMark[]): readonly { readonly severity: Severity; readonly areas: readonly Area[] }[] {
  const taken = new Set<string>()
  return SEVERITIES.map((severity) => {
    const cells = marks.filter((mark) => mark.severity === severity && !taken.has(mark.cell)).map(({ cell }) => cell)
    for (const cell of cells) taken.add(cell)
    return { severity, areas: joinCells(cells) }
  })
}
