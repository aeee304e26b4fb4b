import type { Correction } from '../record/reading.ts'
import { effectOf } from './effects.ts'
import type { Finding } from './finding.ts'

/**
 * A person's word that a sheet is the right one although a finding doubts it. It is remembered with the workbook among the
 * corrections, for exactly this doubt: the same words in the sheet, the same reporter, the same period. Another unit that
 * opens the file, and next month, are asked again.
 */
export const confirmationOf = ({ code, params }: Pick<Finding, 'code' | 'params'>): Correction => ({
  kind: 'sheet',
  anchor: [code, params.period, params.reporter, params.stated].map((part) => String(part ?? '')).join('|'),
  occurrence: 1,
})

/** The findings without the doubts about the whole sheet that a person has settled. */
export function withoutConfirmed(findings: readonly Finding[], corrections: readonly Correction[]): readonly Finding[] {
  const confirmed = new Set(corrections.flatMap(({ kind, anchor }) => (kind === 'sheet' ? [anchor] : [])))
  if (confirmed.size === 0) return findings
  return findings.filter((finding) => !waitsForConfirmation(finding) || !confirmed.has(confirmationOf(finding).anchor))
}

/** Whether nothing of the sheet is sent until a person has said that it is the right one. */
export const waitsForConfirmation = (finding: Pick<Finding, 'code' | 'severity'>): boolean => effectOf(finding) === 'withholdsSheet'
