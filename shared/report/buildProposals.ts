import type { Register } from '../register/register.ts'
import type { LintFinding } from './lint/lintFinding.ts'
import { lintFindingText } from './lint/lintFindingText.ts'

/** Corrections proposed to one unit: its own words, and what they could be. Nothing is changed until the unit sends it. */
export interface Proposals {
  readonly reporter: string
  readonly name: string
  readonly items: readonly Proposal[]
  /** As a text to send. */
  readonly text: string
}

export interface Proposal {
  readonly task: string
  readonly quote: string
  readonly reason: string
  /** The corrected words, where they follow from the figures; null where the unit must say. */
  readonly proposed: string | null
}

/** What the lint found in texts, by the unit that files the task's text; notes and findings on the document's form go to nobody. */
export function buildProposals(register: Register, findings: readonly LintFinding[], period: string): readonly Proposals[] {
  const reporters = new Map(register.assignments.filter((one) => one.ofRecord).map((one) => [one.subject, one.reporter]))
  const byReporter = new Map<string, Proposal[]>()
  for (const finding of findings) {
    const { task, severity, code, quote } = finding
    const reporter = task === null || severity === 'info' || code === 'NOT_REPORTED' ? undefined : reporters.get(task)
    if (task === null || reporter === undefined) continue
    const reason = lintFindingText(finding).replace(/^第\d+行（[^）]*）/, '')
    const proposal = { task, quote, reason, proposed: proposedWords(finding) }
    byReporter.set(reporter, [...(byReporter.get(reporter) ?? []), proposal])
  }
  const month = `${Number(period.slice(0, 4))}年${Number(period.slice(5))}月`
  return register.units.flatMap((unit) => {
    const items = byReporter.get(unit.id)
    if (!items) return []
    const lines = items.map(
      ({ task, reason, proposed }, index) => `（${index + 1}）${task} ${reason}${proposed === null ? '' : `建议改为“${proposed}”。`}`,
    )
    const text = [`${unit.name}：`, `${month}报送的进展情况文字，请核对以下${items.length}处，确认后重新报送：`, ...lines].join('\n')
    return [{ reporter: unit.id, name: unit.name, items, text }]
  })
}

function proposedWords({ code, quote, params }: LintFinding): string | null {
  switch (code) {
    case 'PCT_MISMATCH':
    case 'PCT_ROUNDING':
      return params.right ? quote.replace(/[\d.]+(?=[%％]$)/, params.right) : null
    case 'APPROX_EXACT':
      return quote.replace(/[余多]/, '')
    case 'FULL_STOPS':
      return quote.replace(/([。，、；：])\1+/g, '$1').replace(/[，、；]。/g, '。')
    default:
      return null
  }
}
