import type { Rule } from '../../../../addin/book/rule.ts'
import { ACTION, type Action, type BatchAnswer, type BatchRequest } from '../../../../addin/preview/richapi/wire.ts'
import type { ExcelInNode } from '../excelInNode.ts'

const LOAD_OF_ALL = 'ConditionalFormats'

/** Whether the list of all rules fails too where it holds a broken one, or only the rule itself. */
export type Broken = 'the list too' | 'alone'

/**
 * From now on the rules that `isBroken` names answer nothing, as in Excel after their deletion was undone: whatever touches
 * one ends its batch there.
 */
export function breakRules(excel: ExcelInNode, how: Broken, isBroken: (rule: Rule) => boolean): void {
  excel.intercept = async (request) => {
    const at = request.Actions.findIndex((action) => touches(excel, request, action, { how, isBroken }))
    if (at < 0) return undefined
    const done = await excel.executor.execute({ ...request, Actions: request.Actions.slice(0, at) })
    const refused = {
      Code: 'ItemNotFound',
      Message: 'The requested resource doesn’t exist.',
      HttpStatusCode: 404,
      ActionIndex: at,
      Location: '',
    }
    return { ...done, Error: refused } satisfies BatchAnswer
  }
}

interface Breakage {
  readonly how: Broken
  readonly isBroken: (rule: Rule) => boolean
}

function touches(excel: ExcelInNode, request: BatchRequest, action: Action, { how, isBroken }: Breakage): boolean {
  if (action.ActionType === ACTION.trace) return false
  const path = request.ObjectPaths[action.ObjectPathId]
  const broken = excel.book.sheets.flatMap((sheet) => sheet.content.rules).filter(isBroken)
  if (path?.Name === LOAD_OF_ALL && action.ActionType === ACTION.query) return how === 'the list too' && broken.length > 0
  const all = excel.book.active.content.rules
  for (let id: number | undefined = action.ObjectPathId; id !== undefined; id = request.ObjectPaths[id]?.ParentObjectPathId) {
    const { Name, ArgumentInfo } = request.ObjectPaths[id] ?? {}
    const [key] = ArgumentInfo?.Arguments ?? []
    if (Name === 'GetItemAt' && typeof key === 'number' && broken.some((rule) => rule.id === all[key]?.id)) return true
    if (broken.some((rule) => rule.id === key)) return true
  }
  return false
}
