import { chineseMonth } from '../../quantity/dates/chineseMonth.ts'
import type { Register } from '../../register/register.ts'
import type { LintFinding } from '../lint/lintFinding.ts'
import { lintSentence } from '../lint/lintFindingText.ts'
import { taskInWords } from './namedInLetters.ts'

/** Corrections proposed to one unit: its own words, and what they could be. Nothing is changed until the unit sends it. */
export interface Proposals {
  readonly reporter: string
  readonly name: string
  readonly items: readonly Proposal[]
  /** As a text to send. */
  readonly text: string
}

/** One place of a unit's text, why it was found, and what it could say. */
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
  const proposals = findings.flatMap((finding) => {
    const proposal = proposalOf(finding)
    const reporter = proposal && reporters.get(proposal.task)
    return proposal && reporter !== undefined ? [{ reporter, proposal }] : []
  })
  const byReporter = Map.groupBy(proposals, ({ reporter }) => reporter)
  return register.units.flatMap(({ id, name }) => {
    const items = byReporter.get(id)?.map(({ proposal }) => proposal)
    return items ? [{ reporter: id, name, items, text: letterText(name, itemLines(register, items), period) }] : []
  })
}

/** A finding as a proposal to whoever wrote the task's text; undefined where nobody has to change anything. */
function proposalOf(finding: LintFinding): Proposal | undefined {
  const { task, severity, code, quote } = finding
  // who reported nothing is reminded, not corrected
  if (task === null || severity === 'info' || code === 'NOT_REPORTED') return undefined
  return { task, quote, reason: lintSentence(finding), proposed: proposedWords(finding) }
}

function proposedWords({ code, quote, params }: LintFinding): string | null {
  switch (code) {
    case 'PCT_MISMATCH':
    case 'PCT_ROUNDING':
      return params.right ? quote.replace(/[\d.]+(?=[%％]$)/, params.right) : null
    case 'FULL_STOPS':
      return quote.replace(/([。，、；：])\1+/g, '$1').replace(/[，、；]。/g, '。')
    default:
      return null
  }
}

const itemLines = (register: Register, items: readonly Proposal[]): readonly string[] =>
  items.map(({ task, reason, proposed }, index) => {
    const instead = proposed === null ? '' : `建议改为“${proposed}”。`
    return `（${index + 1}）${taskInWords(register, task)}：${reason}${instead}`
  })

function letterText(name: string, lines: readonly string[], period: string): string {
  const about = `${chineseMonth(period)}报送的进展情况文字，请核对以下${lines.length}处，确认后重新报送：`
  return [`${name}：`, about, ...lines].join('\n')
}
