import { compactText } from '../view/compactText.ts'

/** Which of two figures of a cell comes first. */
export type FigurePair = 'done' | 'target'

/**
 * A heading that names two figures of its cells, what is done and what was to be done, in the order in which they stand.
 *
 *     完成数/任务数, 整治窨井设施（已完成/年度目标）   done       1200/2000
 *     任务/完成                                  target     2000/1200
 *     完成/未完成, 任务数                          undefined
 */
export function pairOfHeading(text: string): FigurePair | undefined {
  const heading = compactText(text)
  if (DONE_FIRST.test(heading)) return 'done'
  return TARGET_FIRST.test(heading) ? 'target' : undefined
}

const DONE = '(?:累计|已|实际)?(?:完成|办结|竣工|完工|建成|开工|开通|整治|改造|救助)[^/()]{0,3}'
const TARGET = '(?:年度|全年|市定)?(?:总?目标|任务|计划)[^/()]{0,4}'
const BEGINS = '(?:^|[(/:])'
const ENDS = '(?:[)]|[(][^()]{1,4}[)]|$)'
const DONE_FIRST = new RegExp(`${BEGINS}${DONE}/${TARGET}${ENDS}`, 'u')
const TARGET_FIRST = new RegExp(`${BEGINS}${TARGET}/${DONE}${ENDS}`, 'u')
