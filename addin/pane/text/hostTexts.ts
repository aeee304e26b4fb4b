import type { Operation, RefusalTag } from '../../ports/workbookFault.ts'

/** What Excel refused: why, what was not done for it, and what the person does now. */
export interface HostTexts {
  /** What did not come of it, by what was asked. */
  readonly outcomes: Readonly<Record<Operation, string>>
  /** What may still come of it where Excel did not answer, and what to do then. */
  readonly late: Readonly<Record<Operation, string>>
  /** Why, where Excel did not answer. */
  readonly noAnswer: string
  /** Why, and what to do, elsewhere; `why` is a template with {sheet}. */
  readonly refusals: Readonly<Record<Exclude<RefusalTag, 'hostTimeout'>, { readonly why: string; readonly todo: string }>>
  sentence(why: string, outcome: string): string
}
