import type { FindingCode } from '../../../shared/finding/finding.ts'
import type { FindingText } from './texts.ts'

const NOTHING = 'Nothing to do.'

/** Every finding in English, by code. */
export const findingsEn: Readonly<Record<FindingCode, FindingText>> = {
  CELL_ERROR: {
    title: 'Cell error',
    reason: 'The cell shows an error‹ ({error})›; there is no figure to read.',
    fix: 'Correct the formula or enter the figure.',
  },
  DATE_IN_FIGURE: {
    title: 'A date where a figure belongs',
    reason: 'The cell is shown as a date; it was not taken.',
    fix: 'Set the cell’s format to General and type the figure again.',
  },
  UNIT_MISMATCH: {
    title: 'Wrong unit of measure',
    reason: 'The unit here is “{measure}‹{noun}›”, the indicator counts “{registered}”; they do not convert, so the figure was not taken.',
    fix: 'Report in the registered unit, or correct the heading.',
  },
  UNIT_INCONSISTENT: {
    title: 'Scales mixed',
    reason:
      '‹The unit is “{measure}”, yet some figures of the column look ten thousand times larger or smaller; each was read at the scale that fits the others.›‹The line above the table names {choices} and the column neither: the first was taken.›‹ It concerns {cells}.›',
    fix: 'Confirm the figures as read when reporting, or use one scale for the whole column and name it in its heading.',
  },
  PCT_MISMATCH: {
    title: 'Percentage does not fit',
    reason: 'It says {stated}%‹; completed ÷ target ({part} ÷ {whole}) is {right}%›.',
    fix: 'Correct the percentage or check both figures. A wrong percentage stays behind alone.',
  },
  SUM_MISMATCH: {
    title: 'Total does not fit',
    reason: 'The total says {stated}; the rows add up to {sum}.',
    fix: 'Check the rows and the total. Totals are compared, never sent.',
  },
  SHEET_OF_OTHER_UNIT: {
    title: 'Perhaps another unit’s sheet',
    reason: 'The sheet, its name or its file says “{stated}”; you are signed in for {reporter}.',
    fix: 'Open your unit’s sheet; if this is it, say so below, or correct the name.',
  },
  PERIOD_MISMATCH: {
    title: 'Perhaps another period’s sheet',
    reason: 'The sheet, its name or its file says “{stated}”; the period that is reported is {period}.',
    fix: 'Open this period’s sheet, or switch the period; if it is the right one, say so below, or correct the date.',
  },
  ROW_NOT_YOURS: {
    title: 'Rows that are not yours to report',
    reason: '{count} rows or columns are not for {reporter} to report; if sent, they are stored apart and not added up.',
    fix: 'Leave them out below, this time and later, where they are not yours.',
  },
  DECREASED_CUMULATIVE: {
    title: 'Cumulative figure fell',
    reason: '{cumulative}‹ {unit}› is less than the last one, {previous}‹ {unit}›‹, reported for {period}›. Cumulative figures only grow.',
    fix: 'Check it; where the last one was too high, say so when sending.',
  },
  JUMP_SUSPECT: {
    title: 'Too far above the last figure',
    reason:
      '{cumulative}‹ {unit}›‹ (of {target})›; the last figure was {previous}‹ {unit}›‹, reported for {period}›‹: about {times} times as much›.',
    fix: 'Check digits, point and unit (ten thousands?); if it is so, say why when sending.',
  },
  STEP_MISMATCH: {
    title: 'Before and added do not make the total',
    reason: '{previous} before‹ (reported for {period})› and {added} added make {sum}; the cumulative figure is {cumulative}.',
    fix: 'Check the three; where a correction keeps them apart, say so when sending.',
  },
  PREVIOUS_MISMATCH: {
    title: 'Not what was reported before',
    reason: 'The last figure here is {previous}; {stored} was reported for {period}.',
    fix: 'Check which is wrong; a mistake of the last report can be explained when sending.',
  },
  OVER_TARGET_SUSPECT: {
    title: 'Implausibly far above target',
    reason: '{cumulative} of {target}‹, {percent}%›‹, last {previous}›: the jump is implausible or another row contradicts it.',
    fix: 'Check decimal point and unit; where it is right, give the reason when sending.',
  },
  BELOW_ZERO: {
    title: 'Below 0',
    reason: 'It says {value}; what is completed, aimed at or counted is not below 0.',
    fix: 'Check the sign; where it takes back what was reported too much, give the reason when reporting.',
  },
  DUPLICATE_ROW: {
    title: 'Reported twice',
    reason: '‹{area}, ›{subject} stands in rows {rows} with different figures; none was taken.',
    fix: 'Keep the right row only.',
  },
  MILESTONE_OVERDUE: {
    title: 'Milestone overdue',
    reason: '‹“{node}” was ›planned for {planned}‹; {days} days late on {asOf}› and not done.',
    fix: 'Enter the date it was done, or give the reason when sending; the row is sent either way.',
  },
  PCT_ROUNDING: {
    title: 'Percentage one off in its last place',
    reason: 'It says {stated}%‹; it should be {right}%›‹ ({part} ÷ {whole})›.',
    fix: 'Correct it, or say why when sending.',
  },
  PCT_UNVERIFIABLE: {
    title: 'Percentage cannot be checked',
    reason:
      '‹A figure that the percentage {stated}% rests on is missing or was not taken.›' +
      '‹It says {written}%; {part} ÷ {whole} makes {made}%. Most of the column is made of something else.›',
    fix: 'Complete or correct the figures; where it is no percentage of the target, set the column to “are not reported”.',
  },
  STAGE_MISMATCH: {
    title: 'Another stage',
    reason: 'The words‹ “{words}”›‹ “{raw}”› say another stage‹ (“{stage}”)› than the indicator counts‹ (“{counts}”)›.',
    fix: 'Report at the indicator’s stage; where it is the same, say so when sending.',
  },
  AS_OF_AFTER_SUBMISSION: {
    title: 'As-of date after the filing date',
    reason: 'The data is as of {asOf}, filed on {filled}.',
    fix: 'Check both dates.',
  },
  ACTUAL_AHEAD: {
    title: 'Day of completion still to come',
    reason:
      '‹“{node}” is ›said to be done on {actual}‹, after the filing date {filled}›‹, after {asOf}, the day of the data›‹, and today is {today}›; until then it is not done.',
    fix: 'Of what is not done yet enter it as the planned date; correct a date that is wrong.',
  },
  APPROX_VALUE: {
    title: 'Not exact',
    reason: '‹“{written}”›‹“{raw}”› is no exact figure‹ (“{word}”)›.',
    fix: 'Enter the exact figure; where there is none yet, say so when sending.',
  },
  TARGET_MISMATCH: {
    title: 'Target differs from the registered one',
    reason: '‹The target stated is {stated}; ›‹the counties’ targets add up to {sum}; ›registered for {area} is {registered}.',
    fix: 'Check the target and its unit. Where a target is registered, percentages are of that one.',
  },
  NOT_REPORTED: {
    title: 'Blank',
    reason: '“{indicator}” must be reported; there is no figure here‹, but “{written}”›. No figure is not 0.',
    fix: 'Enter the figure; enter 0 where there is no progress.',
  },
  DENOMINATOR_MISSING: {
    title: 'Base missing',
    reason:
      '‹“{indicator}”: ›There are rates without their base, so they cannot be averaged.‹ By the figures the base of {area} may be {implied}.›',
    fix: 'Add a column with the base, or say it when sending.',
  },
  DATE_AMBIGUOUS: {
    title: 'Ambiguous date',
    reason: '“{written}”‹ can be read as {candidates};› which day is not certain.',
    fix: 'Write the whole date, such as 2021-05-20.',
  },
  AREA_NOT_IN_REGISTER: {
    title: 'Area not in the register',
    reason: 'The register does not know “‹{written}›‹{area}›”; the row was not taken‹: target {target}›‹, completed {cumulative}›.',
    fix: 'Use a registered county’s name; add a zone’s figures to its county.',
  },
  SUM_UNVERIFIABLE: {
    title: 'Total cannot be checked',
    reason: 'The total {stated} fits only a part of rows that contradict each other‹ (all add up to {sum})›.',
    fix: 'Correct the contradicting rows first.',
  },
  STATUS_CONTRADICTION: {
    title: 'Flag contradicts the figures',
    reason: '“{flag}” says “{written}”‹; completed {cumulative}›‹, target {target}›‹, scheduled {scheduled}%›‹, done on {actual}›.',
    fix: 'Check the flag, or the figures.',
  },
  OVER_TARGET: { title: 'Above target', reason: '‹{cumulative}›‹{value}› of {target}‹, {percent}%›.', fix: NOTHING },
  LEDGER_ROWS: {
    title: 'A list of single projects',
    reason:
      '‹{rows} rows are single projects of “{subject}”, told apart by “{items}”; they can be added up by county to {areas} records, and wait for that.›‹{summed} rows of single projects are added up to {areas} records.›‹ There is no completed figure: {counted} were counted by their state.›',
    fix: 'Check the sums and choose to report them; if it is no such list, correct the rows that repeat each other.',
  },
  RATE_OVER_100: { title: 'Rate above 100%', reason: '{percent}% is above 100%, which can be right; it was taken.', fix: NOTHING },
  AREA_ALIAS: { title: 'Another name of an area', reason: '“{written}” was read as “{area}”.', fix: NOTHING },
  UNIT_ALIAS: { title: 'Another name of a unit', reason: '“{written}” was read as “{units}”.', fix: NOTHING },
  UNIT_SYNONYM: { title: 'Another word for the measure', reason: '“{measure}” was read as “{registered}”.', fix: NOTHING },
  UNIT_LEVEL_AMBIGUOUS: {
    title: 'City or county bureau',
    reason: '“{units}” may be the county-level city’s bureau or the prefecture’s.',
    fix: 'Write the full name.',
  },
  REPORTER_NOT_LEAD: {
    title: 'Not the lead unit',
    reason: 'The task is led‹ by {leads}›, not by {reporter}. Figures that are not assigned to your unit are kept beside, not added.',
    fix: NOTHING,
  },
  INDICATOR_SPLIT: { title: 'Two indicators in a row', reason: '{indicators} stand together here; they were read apart.', fix: NOTHING },
  NUMBER_IN_TEXT: {
    title: 'Number in a text',
    reason: '{value} was read out of “{written}”.',
    fix: 'Check it; better enter the number alone.',
  },
  FULLWIDTH_DIGITS: { title: 'Full-width digits', reason: '“{written}” was read as {value}.', fix: NOTHING },
  PCT_SCALE_MIXED: {
    title: 'Percentages written in two ways',
    reason: 'Fractions and percent points stand in one column‹ (see {other})›; all were read as percent points.',
    fix: 'Write them in one way.',
  },
  CARRY_OVER: {
    title: 'Carried over',
    reason: 'This column is last year’s carry-over and is left out of this year’s figure.',
    fix: NOTHING,
  },
  DATE_SERIAL: {
    title: 'Date as serial number',
    reason: '{written} is a date’s serial number‹, read as {date}›.',
    fix: 'Format the cell as a date.',
  },
  DATE_SHORT: { title: 'Date without year', reason: '“{written}”‹ was read as {date}›.', fix: NOTHING },
  DATE_VAGUE: { title: 'Vague date', reason: '“{written}”‹ was read as {date}›.', fix: NOTHING },
  DATE_AS_NUMBER: { title: 'Date as a number', reason: '“{written}”‹ was read as {date}›.', fix: 'Check it; better write a date.' },
  DATE_OPEN_ENDED: { title: 'No end date', reason: '“{written}” names no date.', fix: NOTHING },
  PERSON_PHONE_COMBINED: { title: 'Name and telephone in one cell', reason: 'They were read apart.', fix: NOTHING },
  TEXT_FIGURE_MISMATCH: {
    title: 'Text and figure differ',
    reason: 'The text says {text}, the column {figure}‹ ({indicator})›.',
    fix: 'Make them agree; where they mean different things, say so when sending.',
  },
  TEXT_PARTS_MISMATCH: {
    title: 'Parts do not add up',
    reason: 'The parts in the text add up to {sum}, the whole is {whole}‹ ({indicator})›.',
    fix: 'Check parts and whole.',
  },
  TEXT_NO_FIGURE: {
    title: 'No figure in the text',
    reason: 'The task has a target and the text no progress figure‹ ({indicator})›.',
    fix: 'Say how much is done, or why nothing is.',
  },
  TEXT_FIGURE_OPEN: {
    title: 'Unclear what a figure counts',
    reason: '‹{indicator}: ›the text does not say what {raw} counts, or which is the cumulative figure; nothing was taken.',
    fix: 'Name the item before the figure, say which one is cumulative, or fill in the column.',
  },
  TEXT_CONTEXT_FIGURE: {
    title: 'Context figure left out',
    reason: '“{raw}” is context (a survey, a plan), no progress; it was left out.',
    fix: 'Nothing to do; if it is progress, enter it in its column.',
  },
  TEXT_COMMITMENT_DUE: {
    title: 'A promise is due',
    reason: '“{promised}”‹ ({date})› of an earlier text has passed and is not spoken of.',
    fix: 'Say whether it was done.',
  },
  TEXT_STALE: {
    title: 'Text not renewed',
    reason: 'The figure changed, the text is last period’s word for word‹ ({indicator})›.',
    fix: 'Renew the text.',
  },
  NOT_READ: {
    title: 'Not understood',
    reason: '‹“{written}” was ›not understood and left out‹: {reason}›.',
    fix: 'Write it another way, or say under “What was read” what the column is.',
  },
  FIGURE_TWICE: {
    title: 'One figure in two cells',
    reason: 'This and {taken} state the same figure and differ; {taken} was taken, this one was not‹ ({count} such cells)›.',
    fix: 'Keep the right one; if the column is about something else, say so under “What was read”.',
  },
  FIGURES_OUTSIDE: {
    title: 'Figures outside the tables',
    reason: '{count} figures from {first} to {last} are in no table that was found, and were not read.',
    fix: 'If they are to be reported, move them into the table or give them headings; if not, nothing is to be done.',
  },
  SUBJECT_AMBIGUOUS: {
    title: 'Which task is not certain',
    reason: 'It is not certain which task or indicator this is‹: {candidates}›.',
    fix: 'Choose it under “What was read”.',
  },
}
