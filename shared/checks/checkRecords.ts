import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { approxValue } from './approxValue.ts'
import { areaAlias } from './areaAlias.ts'
import { areaNotInRegister } from './areaNotInRegister.ts'
import { asOfAfterSubmission } from './asOfAfterSubmission.ts'
import { carryOver } from './carryOver.ts'
import { cellError } from './cellError.ts'
import { dateAmbiguous } from './dateAmbiguous.ts'
import { dateAsNumber } from './dateAsNumber.ts'
import { dateOpenEnded } from './dateOpenEnded.ts'
import { dateSerial } from './dateSerial.ts'
import { dateShort } from './dateShort.ts'
import { dateVague } from './dateVague.ts'
import { decreasedCumulative } from './decreasedCumulative.ts'
import { denominatorMissing } from './denominatorMissing.ts'
import { duplicateRow } from './duplicateRow.ts'
import { fullwidthDigits } from './fullwidthDigits.ts'
import { indicatorSplit } from './indicatorSplit.ts'
import { milestoneOverdue } from './milestoneOverdue.ts'
import { notRead } from './notRead.ts'
import { notReported } from './notReported.ts'
import { numberInText } from './numberInText.ts'
import { overTarget } from './overTarget.ts'
import { overTargetSuspect } from './overTargetSuspect.ts'
import { pctMismatch } from './pctMismatch.ts'
import { pctRounding } from './pctRounding.ts'
import { pctScaleMixed } from './pctScaleMixed.ts'
import { pctUnverifiable } from './pctUnverifiable.ts'
import { personPhoneCombined } from './personPhoneCombined.ts'
import { rateOver100 } from './rateOver100.ts'
import { reporterNotLead } from './reporterNotLead.ts'
import { stageMismatch } from './stageMismatch.ts'
import { statusContradiction } from './statusContradiction.ts'
import { sumMismatch } from './sumMismatch.ts'
import { sumUnverifiable } from './sumUnverifiable.ts'
import { textCommitmentDue } from './textCommitmentDue.ts'
import { textContextFigure } from './textContextFigure.ts'
import { textFigureMismatch } from './textFigureMismatch.ts'
import { textNoFigure } from './textNoFigure.ts'
import { textPartsMismatch } from './textPartsMismatch.ts'
import { textStale } from './textStale.ts'
import { textStatements } from './textStatements.ts'
import { unitAlias } from './unitAlias.ts'
import { unitInconsistent } from './unitInconsistent.ts'
import { unitLevelAmbiguous } from './unitLevelAmbiguous.ts'
import { unitMismatch } from './unitMismatch.ts'
import { unitSynonym } from './unitSynonym.ts'

/** Every check, in the order in which a reader wants its findings: what withholds a figure first, notes last. */
export const CHECKS: readonly Check[] = [
  cellError,
  unitMismatch,
  unitInconsistent,
  duplicateRow,
  overTargetSuspect,
  decreasedCumulative,
  sumMismatch,
  pctMismatch,
  milestoneOverdue,
  pctRounding,
  pctUnverifiable,
  sumUnverifiable,
  stageMismatch,
  approxValue,
  notReported,
  denominatorMissing,
  dateAmbiguous,
  asOfAfterSubmission,
  areaNotInRegister,
  statusContradiction,
  textFigureMismatch,
  textPartsMismatch,
  textNoFigure,
  textCommitmentDue,
  textStale,
  textStatements,
  notRead,
  textContextFigure,
  overTarget,
  rateOver100,
  areaAlias,
  unitAlias,
  unitSynonym,
  unitLevelAmbiguous,
  reporterNotLead,
  indicatorSplit,
  numberInText,
  fullwidthDigits,
  pctScaleMixed,
  carryOver,
  dateSerial,
  dateShort,
  dateVague,
  dateAsNumber,
  dateOpenEnded,
  personPhoneCombined,
]

/**
 * Everything that the checks find in a reading. The same list runs in the pane (with cells, tables and totals) and in the worker
 * (with records only, where those of cells find nothing). No clock, no I/O; never throws on data.
 */
export const checkRecords = (facts: CheckFacts): readonly Finding[] => CHECKS.flatMap((check) => check(facts))
