import type { IndicatorFigures } from '../wire/consolidation.ts'
import type { ReportedKind } from '../wire/reported.ts'
import { isAnswered } from './reported.ts'

type Area = Pick<IndicatorFigures['areas'][number], 'due' | 'reported'>

/** The areas that make an indicator whole: those that have the task; where none must, all. */
function dueAreas(areas: readonly Area[]): readonly Area[] {
  const due = areas.filter((area) => area.due)
  return due.length > 0 ? due : areas
}

/** 报送情况: whether all areas that have the task were reported, some, or none; what an area need not report is a part as well. */
export function stateOf(areas: readonly Area[]): IndicatorFigures['state'] {
  if (dueAreas(areas).every(({ reported }) => isAnswered(reported))) return 'complete'
  return areas.some(({ reported }) => isAnswered(reported)) ? 'partial' : 'missing'
}

/** Whether every area that has the task is in the figure: a sum that lacks one is another figure. */
export const isWhole = ({ areas }: { readonly areas: readonly Area[] }): boolean =>
  dueAreas(areas).every(({ reported }) => reported === 'reported')

/** What is known of an indicator in all; `stated` is what was stated for the whole city, null where that is at a stage that is not counted. */
export function reportedInAll(areas: readonly Area[], stated: { readonly value: number | null } | undefined): ReportedKind {
  const best = (kinds: readonly ReportedKind[]) => kinds.find((kind) => areas.some(({ reported }) => reported === kind))
  if (stated !== undefined && best(['reported']) === undefined) {
    if (stated.value !== null) return 'wholeOnly'
    if (best(['noProgress']) === undefined) return 'otherStage'
  }
  return best(['reported', 'otherStage', 'noProgress', 'wholeOnly', 'partsOnly', 'otherOnly']) ?? 'nothing'
}
