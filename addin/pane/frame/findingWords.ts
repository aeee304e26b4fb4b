import type { FindingCode } from '../../../shared/finding/finding.ts'
import { findingsEn } from '../text/findingsEn.ts'
import { findingsZhCN } from '../text/findingsZhCN.ts'
import type { FindingText, Texts } from '../text/texts.ts'

/** What is wrong, why, and what to do, for each finding code: wanted once something was found, and fetched with what shows it. */
export const findingWords = ({ language }: Pick<Texts, 'language'>): Readonly<Record<FindingCode, FindingText>> =>
  language === 'en' ? findingsEn : findingsZhCN
