import type { Guard } from '../database/guards.ts'

/** Why an export was not taken; nothing of it is there then. */
export type ImportFault =
  /** Something was reported or done here already. */
  | { readonly tag: 'notEmpty' }
  /** Somebody has an account here whom the export does not know. */
  | { readonly tag: 'otherAccounts' }
  /** A line is not one of ours, does not go with those before it, or is missing. */
  | { readonly tag: 'malformed'; readonly line: number }
  /** Its lines are not those that were written. */
  | { readonly tag: 'different' }
  /** Who imports was signed out, or lost the role, meanwhile. */
  | { readonly tag: 'guard'; readonly guard: Guard }
