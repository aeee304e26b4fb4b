/** The lights of an indicator and why one shines; apart from their schema, so that the pane opens without a schema library. */
export const LIGHTS = ['blue', 'green', 'yellow', 'red', 'grey'] as const
export const LIGHT_REASONS = ['done', 'notReported', 'overdue', 'behind', 'dueSoon', 'madeUp', 'onSchedule'] as const
