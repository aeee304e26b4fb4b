/** How far a thing has come, as the register's indicators and the sheets' columns name it. */
export const STAGES = [
  'completed',
  'started',
  'accepted',
  'basically_completed',
  'selected',
  'approved',
  'planned',
  'not_started',
  'in_progress',
] as const
export type Stage = (typeof STAGES)[number]

/** Whether what is at `stage` has come as far as `counts`: what is completed was also started. */
export const reaches = (stage: Stage, counts: Stage): boolean => ORDER[stage] >= ORDER[counts]

const ORDER: Readonly<Record<Stage, number>> = {
  not_started: 0,
  planned: 1,
  approved: 2,
  selected: 2,
  accepted: 3,
  started: 4,
  in_progress: 4,
  basically_completed: 5,
  completed: 6,
}
