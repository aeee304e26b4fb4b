import type { Operation, Refusal } from '../../ports/workbookFault.ts'
import { fillTemplate } from './fillTemplate.ts'
import type { FaultText, Texts } from './texts.ts'

/** The words for a refusal of Excel. */
export function hostText({ host }: Texts, { tag, during, sheet }: Refusal & { readonly during: Operation }): FaultText {
  const { why, todo } = tag === 'hostTimeout' ? { why: host.noAnswer, todo: host.late[during] } : host.refusals[tag]
  return { what: host.sentence(fillTemplate(why, sheet === undefined ? {} : { sheet }), host.outcomes[during]), todo }
}
