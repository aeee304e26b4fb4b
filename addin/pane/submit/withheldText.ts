import type { PlannedRow, WithheldField } from '../../flow/submit/planSubmission.ts'
import { findingWords } from '../frame/findingWords.ts'
import type { Texts } from '../text/texts.ts'

/**
 * Why a field of a row, or the whole row, stays behind. Only where the rest of the row goes is it the field that is held back;
 * where nothing goes, the reason alone is named, since 完成率暂不报送 would say that the others are reported.
 */
export function withheldText(texts: Texts, { kind }: Pick<PlannedRow, 'kind'>, { field, why }: WithheldField): string {
  const reason = why.tag === 'finding' ? findingWords(texts)[why.finding.code].title : texts.submit.withheld[why.tag]
  if (field === null) return reason
  return kind === 'withheld' ? `${texts.fields[field]}${texts.colon}${reason}` : texts.submit.withheldField(texts.fields[field], reason)
}
