import { isAnswered, isInWords } from '../consolidation/reported.ts'
import type { ReportedTask } from './reportedTask.ts'
import type { ReportInput } from './reportInput.ts'
import { pendingReporters } from './shownFigures.ts'

/** Whether a figure that must be reported of a task is missing; nothing is said of one that a formal report leaves out. */
export const lacksFigures = ({ indicators, figures }: ReportedTask, { letterhead, pending = new Set() }: ReportInput): boolean =>
  indicators.some((indicator) => {
    const found = figures.get(indicator.id)
    if (isInWords(indicator) || found === undefined) return false
    if (letterhead && pendingReporters(found, pending).length > 0) return false
    return found.areas.some(({ due, reported }) => due && !isAnswered(reported))
  })
