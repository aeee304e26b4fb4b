import { type FoundDate, findDates } from '../quantity/findDates.ts'
import type { Commitment } from './claims.ts'
import type { Clause } from './segments.ts'

/** The as-of dates of a text, each from where it stands on, and the dates that it promises. */
export interface TextTimes {
  readonly asOf: readonly { readonly at: number; readonly date: string }[]
  readonly commitments: readonly Commitment[]
}

/**
 * Dates behind 截至/截止, and spans (上半年, 1-3月份, 前三季度) that open a clause, are as-of dates; dates of a clause that
 * looks ahead (预计, 计划, 力争, 年底前) and of the clauses that go on with it are promises. Other dates are past events.
 */
export function timesOf(text: string, clauses: readonly Clause[], year: number): TextTimes {
  const asOf: { at: number; date: string }[] = []
  const commitments: Commitment[] = []
  let clause = 0
  let ahead = -1
  for (const found of findDates(text, { year })) {
    while (clause + 1 < clauses.length && (clauses[clause + 1]?.start ?? 0) <= found.at) clause++
    const own = clauses[clause]
    const date = found.date.date
    if (!own || date === undefined || own.inTitle) continue
    const pre = text.slice(Math.max(own.start, found.at - 24), found.at)
    const post = text.slice(found.end, Math.max(own.end, found.end)).slice(0, 40)
    if (/截[至止]\s*(?:到)?\s*$/.test(pre)) {
      asOf.push({ at: found.at, date })
    } else if (looksAhead(pre, post, found, ahead === own.part)) {
      ahead = own.part
      commitments.push({ raw: found.date.raw, start: found.at, end: found.end, date, what: whatOf(pre, post) })
    } else if (isSpan(text, found) && /^(?:今年|本年)?\s*$/.test(pre)) {
      asOf.push({ at: found.at, date })
    }
  }
  return { asOf, commitments }
}

function looksAhead(pre: string, post: string, found: FoundDate, going: boolean): boolean {
  if (/^(?:19|20)\d\d\s?年$/.test(found.date.raw)) return false
  if (/截[至止]|自\s*$/.test(pre)) return false
  if (AHEAD.test(pre)) return true
  if (/前$/.test(found.date.raw) || /^(?:之?前|以前)/.test(post)) return !/已|完成了/.test(pre + post)
  return going && /^[^已]{0,20}$/.test(post) && !/已/.test(pre)
}

const isSpan = (text: string, found: FoundDate): boolean =>
  /[-~—至到季]|半年|^[前上下]/.test(found.date.raw) || /^份?[，,]?/.test(text.slice(found.end, found.end + 2))

/** What is promised: the words behind the date, else those before it without the forecast. */
const whatOf = (pre: string, post: string): string => {
  const behind = post.replace(/^[前底末]?(?:之前|以前)?/, '').trim()
  return behind || pre.replace(/.*(?:预计|计划|力争|拟|将)/, '').trim()
}

const AHEAD = /预计|预期|计划|规划|力争|争取|确保|拟于?|将(?:于|在)?|准备|下一步|安排|定于|要求/
