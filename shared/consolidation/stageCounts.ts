import { isKeyOf } from '../base/keysOf.ts'
import type { Stage } from '../quantity/stage.ts'

/** How far along each stage is; what is at the stage that counts, or beyond it, counts. Equal numbers: neither includes the other. */
const ORDER: Readonly<Record<Stage, number>> = {
  not_started: 0,
  planned: 1,
  selected: 2,
  approved: 2,
  accepted: 2,
  started: 3,
  in_progress: 4,
  basically_completed: 5,
  completed: 6,
}

/**
 * Whether a figure reported at `stage` counts for an indicator that counts `counts`. A figure without a stage counts.
 *
 * | stage | counts | |
 * | --- | --- | --- |
 * | – | any | yes |
 * | accepted (受理) | completed (办结) | no |
 * | basically_completed | completed | no |
 * | completed | started | yes |
 */
export function stageCounts(stage: string | null | undefined, counts: Stage): boolean {
  if (stage == null) return true
  // a word that is no stage (of a later version) counts for nothing
  return isKeyOf(ORDER, stage) && (stage === counts || ORDER[stage] > ORDER[counts])
}
