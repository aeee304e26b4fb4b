/** The lights of an indicator and why one shines; apart from their schema, so that the pane opens without a schema library. */
export const LIGHTS = ['blue', 'green', 'yellow', 'red', 'grey'] as const
/** Why a light is as it is: the first rule that decided it. */
export const LIGHT_REASONS = [
  'done',
  'notReported',
  'notCounted',
  'noProgress',
  'overdue',
  'exceeded',
  'overshot',
  'behind',
  'unclear',
  'belowTarget',
  'risen',
  'dueSoon',
  'madeUp',
  'onSchedule',
  'notDue',
] as const
