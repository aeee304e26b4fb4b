import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import type { ColumnCandidate } from './columnCandidate.ts'

/**
 * Gives groups of columns whose own words name no indicator surely that of their task which their measure counts, where
 * other groups name indicators of one task.
 *
 *     台区改造升级（个） | 线路新建改造（千米）       10.a, and 10.b: of the same task, and the one that is counted in 千米
 */
export function besideOfTask(candidates: readonly ColumnCandidate[], register: Register): readonly ColumnCandidate[] {
  const tasks = new Set(candidates.flatMap(({ subject }) => indicatorById(register, subject ?? '')?.taskId ?? []))
  const [task, another] = tasks
  if (task === undefined || another !== undefined) return candidates
  const taken = new Set(candidates.flatMap(({ subject }) => subject ?? []))
  return candidates.map((candidate) => {
    const { subject, area, derived, measure, role, path } = candidate
    const group = path.parts.at(-2)
    if (subject !== undefined || area !== undefined || derived || role !== undefined || measure === undefined || !group) return candidate
    const match = matchSubjects(register, normaliseHeading(group.text).core, { measure, among: [task] })
    const [only, other] = match.indicators
    return only !== undefined && other === undefined && !taken.has(only) ? { ...candidate, subject: only } : candidate
  })
}
