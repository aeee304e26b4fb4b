/** What a change can have come after: its unit's period was returned, signed, or accepted before; or its deadline was over. */
export const AFTER = ['return', 'approval', 'acceptance', 'deadline'] as const
export type After = (typeof AFTER)[number]
