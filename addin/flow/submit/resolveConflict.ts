import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { SentRow } from './deliver.ts'
import type { Decisions } from './planSubmission.ts'
import type { SubmitFault } from './submitSheet.ts'
import { previewSubmission, submitSheet } from './submitSheet.ts'

/** The other side moved again while the person was deciding: `row` brings what it says now. */
export type ResolveFault = SubmitFault | { readonly tag: 'movedOn' } | { readonly tag: 'notInConflict' }

/**
 * Settles a conflict for the sheet's value: the row is read and pulled again and sent alone, on top of exactly the version
 * that the person has seen. (For the other value nothing is sent: the person takes it over into the cell.)
 */
export async function resolveWithMine(
  ports: Ports,
  context: PeriodContext,
  row: SentRow,
  given: Pick<Decisions, 'reasons' | 'note' | 'evidence'>,
): Promise<Result<readonly SentRow[], ResolveFault>> {
  if (row.outcome.status !== 'conflict') return fail({ tag: 'notInConflict' })
  const key = recordKeyText(row.key)
  const preview = await previewSubmission(ports, context)
  if (!preview.ok) return preview
  const stored = preview.value.stored.get(key)
  if (stored?.version !== row.outcome.server.version) return fail({ tag: 'movedOn' })
  const one = new Set([key])
  const submission = await submitSheet(ports, context, preview.value, { ...given, overwrite: one, only: one })
  return submission.ok ? ok(submission.value.sent) : submission
}
