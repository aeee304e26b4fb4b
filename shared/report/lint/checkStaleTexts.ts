import { nameKey } from '../../register/nameKey.ts'
import { lintFinding, type ReportCheck } from './lintFinding.ts'
import { type ParsedReport, parseReport } from './parseReport.ts'

/** How much of a text that did not change is quoted: enough to recognise it. */
const QUOTED = 24

/** TEXT_STALE: texts that are last period's, word for word; nothing without last period's report. */
export const checkStaleTexts: ReportCheck = (report, { previous }) => {
  if (previous === undefined) return []
  const earlier = new Map(textsOf(parseReport(previous)).map(({ task, text }) => [task, text]))
  return textsOf(report)
    .filter(({ task, text }) => nameKey(text) !== '' && !text.startsWith('暂未报送') && nameKey(earlier.get(task) ?? '') === nameKey(text))
    .map(({ task, line, text }) => lintFinding('TEXT_STALE', { line, task }, text.slice(0, QUOTED)))
}

/** Each task with its whole text; line 0 where it has none. */
const textsOf = ({ categories }: ParsedReport) =>
  categories.flatMap(({ tasks }) =>
    tasks.map(({ id, progress }) => ({
      task: id,
      line: progress[0]?.line ?? 0,
      text: progress.map((part) => part.text).join('\n'),
    })),
  )
