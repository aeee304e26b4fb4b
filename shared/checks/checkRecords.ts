import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding, FindingCode } from '../finding/finding.ts'
import { actualAhead } from './actualAhead.ts'
import { approxValue } from './approxValue.ts'
import { areaAlias } from './areaAlias.ts'
import { areaNotInRegister } from './areaNotInRegister.ts'
import { asOfAfterSubmission } from './asOfAfterSubmission.ts'
import { belowZero } from './belowZero.ts'
import { carryOver } from './carryOver.ts'
import { cellError } from './cellError.ts'
import { dateAmbiguous } from './dateAmbiguous.ts'
import { dateAsNumber } from './dateAsNumber.ts'
import { dateInFigure } from './dateInFigure.ts'
import { dateOpenEnded } from './dateOpenEnded.ts'
import { dateSerial } from './dateSerial.ts'
import { dateShort } from './dateShort.ts'
import { dateVague } from './dateVague.ts'
import { decreasedCumulative } from './decreasedCumulative.ts'
import { denominatorMissing } from './denominatorMissing.ts'
import { duplicateRow } from './duplicateRow.ts'
import { fullwidthDigits } from './fullwidthDigits.ts'
import { indicatorSplit } from './indicatorSplit.ts'
import { jumpSuspect } from './jumpSuspect.ts'
import { ledgerRows } from './ledgerRows.ts'
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
import { periodMismatch } from './periodMismatch.ts'
import { personPhoneCombined } from './personPhoneCombined.ts'
import { previousMismatch } from './previousMismatch.ts'
import { rateOver100 } from './rateOver100.ts'
import { reporterNotLead } from './reporterNotLead.ts'
import { rowNotYours } from './rowNotYours.ts'
import { sheetOfOtherUnit } from './sheetOfOtherUnit.ts'
import { stageMismatch } from './stageMismatch.ts'
import { statusContradiction } from './statusContradiction.ts'
import { stepMismatch } from './stepMismatch.ts'
import { sumMismatch } from './sumMismatch.ts'
import { sumUnverifiable } from './sumUnverifiable.ts'
import { targetMismatch } from './targetMismatch.ts'
import { textCommitmentDue } from './textCommitmentDue.ts'
import { textContextFigure } from './textContextFigure.ts'
import { textFigureMismatch } from './textFigureMismatch.ts'
import { textFigureOpen } from './textFigureOpen.ts'
import { textNoFigure } from './textNoFigure.ts'
import { textPartsMismatch } from './textPartsMismatch.ts'
import { textStale } from './textStale.ts'
import { textStatements } from './textStatements.ts'
import { unitAlias } from './unitAlias.ts'
import { unitInconsistent } from './unitInconsistent.ts'
import { unitLevelAmbiguous } from './unitLevelAmbiguous.ts'
import { unitMismatch } from './unitMismatch.ts'
import { unitSynonym } from './unitSynonym.ts'

/** A check, what it can say, and what of the facts it looks at. */
export interface ListedCheck {
  readonly check: Check
  readonly raises: readonly FindingCode[]
  /** records: alone, as the server has them. sheet: cells, tables and totals too, which only a sheet has. texts: what they claim, which takes long. */
  readonly sees: 'records' | 'sheet' | 'texts'
}

/** Every check, in the order in which a reader wants its findings: what withholds a figure first, notes last. */
export const CHECKS: readonly ListedCheck[] = [
  { check: sheetOfOtherUnit, raises: ['SHEET_OF_OTHER_UNIT'], sees: 'sheet' },
  { check: periodMismatch, raises: ['PERIOD_MISMATCH'], sees: 'sheet' },
  { check: rowNotYours, raises: ['ROW_NOT_YOURS'], sees: 'sheet' },
  { check: ledgerRows, raises: ['LEDGER_ROWS'], sees: 'sheet' },
  { check: cellError, raises: ['CELL_ERROR'], sees: 'sheet' },
  { check: dateInFigure, raises: ['DATE_IN_FIGURE'], sees: 'sheet' },
  { check: unitMismatch, raises: ['UNIT_MISMATCH'], sees: 'sheet' },
  { check: unitInconsistent, raises: ['UNIT_INCONSISTENT'], sees: 'sheet' },
  { check: duplicateRow, raises: ['DUPLICATE_ROW'], sees: 'records' },
  { check: overTargetSuspect, raises: ['OVER_TARGET_SUSPECT'], sees: 'records' },
  { check: belowZero, raises: ['BELOW_ZERO'], sees: 'records' },
  { check: decreasedCumulative, raises: ['DECREASED_CUMULATIVE'], sees: 'records' },
  { check: jumpSuspect, raises: ['JUMP_SUSPECT'], sees: 'records' },
  { check: stepMismatch, raises: ['STEP_MISMATCH'], sees: 'records' },
  { check: previousMismatch, raises: ['PREVIOUS_MISMATCH'], sees: 'records' },
  { check: sumMismatch, raises: ['SUM_MISMATCH'], sees: 'sheet' },
  { check: pctMismatch, raises: ['PCT_MISMATCH'], sees: 'records' },
  { check: milestoneOverdue, raises: ['MILESTONE_OVERDUE'], sees: 'records' },
  { check: actualAhead, raises: ['ACTUAL_AHEAD'], sees: 'records' },
  { check: pctRounding, raises: ['PCT_ROUNDING'], sees: 'records' },
  { check: pctUnverifiable, raises: ['PCT_UNVERIFIABLE'], sees: 'records' },
  { check: sumUnverifiable, raises: ['SUM_UNVERIFIABLE'], sees: 'sheet' },
  { check: stageMismatch, raises: ['STAGE_MISMATCH'], sees: 'records' },
  { check: approxValue, raises: ['APPROX_VALUE'], sees: 'sheet' },
  { check: targetMismatch, raises: ['TARGET_MISMATCH'], sees: 'sheet' },
  { check: notReported, raises: ['NOT_REPORTED'], sees: 'records' },
  { check: denominatorMissing, raises: ['DENOMINATOR_MISSING'], sees: 'records' },
  { check: dateAmbiguous, raises: ['DATE_AMBIGUOUS'], sees: 'sheet' },
  { check: asOfAfterSubmission, raises: ['AS_OF_AFTER_SUBMISSION'], sees: 'sheet' },
  { check: areaNotInRegister, raises: ['AREA_NOT_IN_REGISTER'], sees: 'sheet' },
  { check: statusContradiction, raises: ['STATUS_CONTRADICTION'], sees: 'sheet' },
  { check: textFigureMismatch, raises: ['TEXT_FIGURE_MISMATCH'], sees: 'texts' },
  { check: textPartsMismatch, raises: ['TEXT_PARTS_MISMATCH'], sees: 'texts' },
  { check: textFigureOpen, raises: ['TEXT_FIGURE_OPEN'], sees: 'texts' },
  { check: textNoFigure, raises: ['TEXT_NO_FIGURE'], sees: 'texts' },
  { check: textCommitmentDue, raises: ['TEXT_COMMITMENT_DUE'], sees: 'texts' },
  { check: textStale, raises: ['TEXT_STALE'], sees: 'texts' },
  {
    check: textStatements,
    raises: ['STAGE_MISMATCH', 'APPROX_VALUE', 'OVER_TARGET', 'PCT_MISMATCH', 'PCT_ROUNDING', 'PCT_UNVERIFIABLE'],
    sees: 'texts',
  },
  { check: notRead, raises: ['NOT_READ'], sees: 'sheet' },
  { check: textContextFigure, raises: ['TEXT_CONTEXT_FIGURE'], sees: 'texts' },
  { check: overTarget, raises: ['OVER_TARGET'], sees: 'records' },
  { check: rateOver100, raises: ['RATE_OVER_100'], sees: 'records' },
  { check: areaAlias, raises: ['AREA_ALIAS'], sees: 'sheet' },
  { check: unitAlias, raises: ['UNIT_ALIAS'], sees: 'sheet' },
  { check: unitSynonym, raises: ['UNIT_SYNONYM'], sees: 'sheet' },
  { check: unitLevelAmbiguous, raises: ['UNIT_LEVEL_AMBIGUOUS'], sees: 'sheet' },
  { check: reporterNotLead, raises: ['REPORTER_NOT_LEAD'], sees: 'sheet' },
  { check: indicatorSplit, raises: ['INDICATOR_SPLIT'], sees: 'records' },
  { check: numberInText, raises: ['NUMBER_IN_TEXT'], sees: 'sheet' },
  { check: fullwidthDigits, raises: ['FULLWIDTH_DIGITS'], sees: 'sheet' },
  { check: pctScaleMixed, raises: ['PCT_SCALE_MIXED'], sees: 'sheet' },
  { check: carryOver, raises: ['CARRY_OVER'], sees: 'sheet' },
  { check: dateSerial, raises: ['DATE_SERIAL'], sees: 'sheet' },
  { check: dateShort, raises: ['DATE_SHORT'], sees: 'sheet' },
  { check: dateVague, raises: ['DATE_VAGUE'], sees: 'sheet' },
  { check: dateAsNumber, raises: ['DATE_AS_NUMBER'], sees: 'sheet' },
  { check: dateOpenEnded, raises: ['DATE_OPEN_ENDED'], sees: 'sheet' },
  { check: personPhoneCombined, raises: ['PERSON_PHONE_COMBINED'], sees: 'sheet' },
]

/**
 * Everything that the checks find in a reading. The same list runs in the pane (with cells, tables and totals) and in the
 * worker (with records only, where those of the sheet find nothing). No clock, no I/O; never throws on data.
 */
export const checkRecords = (facts: CheckFacts): readonly Finding[] => CHECKS.flatMap(({ check }) => check(facts))

/** What is wrong with a single project of a ledger, whose record is the sum: its own figures, none of the indicator's. */
export const checkProjects = (facts: CheckFacts): readonly Finding[] =>
  facts.records.length === 0 ? [] : [belowZero, pctMismatch, pctRounding].flatMap((check) => check(facts))
