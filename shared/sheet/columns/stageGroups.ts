import type { Register } from '../../register/register.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { compactText } from '../view/compactText.ts'
import type { ColumnCandidate } from './columnCandidate.ts'
import { HEADING_STAGES } from './columnWords.ts'
import { isCounted } from './readColumnPath.ts'

/**
 * Groups of columns with equal headings below them, whose own headings differ by the stage alone: those of the stage that
 * counts are read, and all columns of the others are known as what they are.
 *
 *     在建线路 / 里程 / 合计 | 新建 | 改造 | 占计划（%）
 *     完成线路 / 里程 / 合计 | 新建 | 改造 | 占计划（%）      each column of 在建线路 gives way to that of 完成线路
 *     开工 / 一季度 | 二季度, 竣工 / 一季度 | 二季度         those of 开工
 */
export function stageGroups(candidates: readonly ColumnCandidate[], register: Register): ReadonlyMap<ColumnCandidate, ColumnCandidate> {
  const others = new Map<ColumnCandidate, ColumnCandidate>()
  for (const alike of Map.groupBy(candidates, keyOf).values()) {
    const staged = alike.filter((one) => stageAbove(one) !== undefined)
    const counted = staged.filter((one) => isCounted({ ...one, ...stageOfGroup(one) }, register))
    const [kept, another] = counted
    if (!kept || another) continue
    for (const one of staged) if (one !== kept) others.set(one, kept)
  }
  return others
}

/** The headings over a column, without the words of the stage in those above the lowest. */
const keyOf = ({ path }: ColumnCandidate): string =>
  path.parts.map(({ text }, level) => (level < path.parts.length - 1 ? withoutStage(compactText(text)) : compactText(text))).join('/')

function withoutStage(text: string): string {
  for (const { words } of HEADING_STAGES) if (words.pattern.test(text)) return text.replace(words.pattern, '').replace(/^已|^完成/u, '')
  return text.replace(DONE, '')
}
/** 完成线路 beside 在建线路 is the stage that counts wherever 完成 is. */
const DONE = /^(?:已|累计)?(?:完成|建成)/u

/** The stage that a heading above the lowest names. */
function stageAbove({ path }: ColumnCandidate): ColumnCandidate['stage'] {
  for (const { text } of path.parts.slice(0, -1)) {
    const { core } = normaliseHeading(text)
    const named = HEADING_STAGES.find(({ words }) => words.pattern.test(core))?.stage
    if (named !== undefined) return named
    if (DONE.test(core)) return 'completed'
  }
  return undefined
}

const stageOfGroup = (one: ColumnCandidate): Pick<ColumnCandidate, 'stage'> => {
  const stage = stageAbove(one)
  return stage === undefined ? {} : { stage }
}
