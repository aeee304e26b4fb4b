import { chinaTime } from '../../../shared/quantity/dates/chinaDay.ts'
import { hostEn } from './hostEn.ts'
import { problemsEn } from './problemsEn.ts'
import type { Texts } from './texts.ts'
import { unitEn } from './unitEn.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const day = (iso: string): string => {
  const [, month, date] = /^\d{4}-(\d\d)-(\d\d)/.exec(iso) ?? []
  return month && date ? `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}` : iso
}
const clock = (iso: string): string => {
  const [, month, date, time] = /^\d{4}-(\d\d)-(\d\d) (\d\d:\d\d)$/.exec(chinaTime(iso)) ?? []
  return month && date ? `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}, ${time}` : iso
}
const month = (id: string): string => {
  const [, year, number] = /^(\d{4})-(\d\d)$/.exec(id) ?? []
  return year && number ? `${MONTHS[Number(number) - 1] ?? number} ${year}` : id
}
const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** The pane in English. */
export const en: Texts = {
  language: 'en',
  separator: ', ',
  comma: ', ',
  colon: ': ',
  app: { name: 'Livelihood projects', period: month, time: clock },
  start: {
    officeMissing: {
      what: 'A part of Office that the pane needs did not load.',
      todo: 'Check the connection and open the pane again; if it stays so, tell the administrator that office.js cannot be fetched.',
    },
    hostTimeout: { what: 'Excel does not answer.', todo: 'Close the pane and open it again; if that does not help, restart Excel.' },
    notExcel: { what: 'This is not Excel.', todo: 'Open your sheet in Excel, then open the pane.' },
    unsupported: {
      what: 'This Excel is too old for the pane.',
      todo: 'Use Excel 2021 or newer, Microsoft 365, or Excel on the web; your sheet needs no change.',
    },
    bug: {
      what: 'The pane did not open.',
      todo: 'Your sheet is as it was. Open again; if it does not help, tell the supervision office the words below.',
    },
  },
  busy: {
    signIn: 'Signing in…',
    period: 'Opening the period…',
    check: 'Checking…',
    preview: 'Comparing with what was sent…',
    submit: 'Sending…',
    resolve: 'Working…',
    pull: 'Fetching the figures…',
    write: 'Writing the sheet…',
    document: 'Writing the document…',
    resend: 'Sending again…',
    look: 'Reading…',
    unit: 'Reading what was reported…',
    act: 'Working…',
    inboxSend: 'Sending on behalf…',
  },
  working: {
    rows: (done, of) => `${done} / ${of} rows`,
    parts: (done, of) => `${done} / ${of} parts`,
    cancel: 'Cancel',
    stopping: 'Stopping…',
  },
  roles: {
    clerk: 'Clerk',
    reviewer: 'Reviewer',
    coordinator: 'Supervision office',
    administrator: 'Administrator',
    auditor: 'Auditor',
    reader: 'Reader',
  },
  tabs: {
    label: 'Screens',
    sheet: 'Sheet',
    unit: 'This period',
    units: 'Units',
    city: 'Figures',
    inbox: 'Inbox',
    periods: 'Periods',
    registers: 'Register',
    accounts: 'Accounts',
    changes: 'Changes',
    audit: 'Audit',
    backup: 'Backup',
    layouts: 'Layouts',
    devices: 'Devices',
  },
  signIn: {
    lead: 'Enter the invitation code of the supervision office. It works once; after that this device knows you.',
    leadForgets:
      'Enter the invitation code that the supervision office sent you. A code works once; this computer cannot remember you, so after closing the pane you need another.',
    code: 'Invitation code',
    placeholder: 'such as 7KQ2-M4XD-…, 24 characters',
    act: 'Sign in',
    cityLogin: 'Sign in with your organisation',
    cityLoginHint: 'Sign in in the browser, then enter the code it shows above.',
    out: 'Sign out',
    visit: 'Check without signing in',
    visitHint:
      'A sheet can be checked without signing in; last month’s figures, county targets and your unit’s duties are compared after signing in, and sending needs it.',
    visiting: 'Not signed in: checking only',
    visitingLacks:
      'Not compared: last month’s figures, county targets, your unit’s duties. Sign in and check again to compare and to send.',
    leaveVisit: 'Sign in',
    privacy:
      'Checking happens on this computer; nothing of the sheet’s data is sent before you confirm. Of columns that you explain, the words of their headings are remembered.',
  },
  period: {
    label: 'Period',
    status: (status) => {
      switch (status.tag) {
        case 'open':
          return `open until ${day(status.deadline)}`
        case 'extended':
          return `open; this unit has until ${day(status.deadline)}`
        case 'late':
          return `late since ${day(status.deadline)}, taken until ${day(status.last)}`
        case 'over':
          return `closed since ${day(status.last)}`
        case 'unitLocked':
          return 'this unit’s data is locked'
        case 'locked':
          return 'locked'
      }
    },
    alsoOpen: (periods) => `${periods} is open too`,
  },
  check: {
    opensPane: 'Once saved, the workbook opens this pane',
    nextSheet: (period) => `Make the sheet for ${period}`,
    act: 'Check',
    again: 'Check again',
    lead: 'Open the sheet you always keep and press Check. Its layout stays as it is and nothing is retyped.',
    stale: 'The sheet was edited; this is from before.',
    gone: 'The sheet was deleted from the workbook; this is from before.',
    summary: (rows, indicators, records) => `${count(rows, 'row')} × ${count(indicators, 'indicator')} = ${count(records, 'record')}`,
    summaryUneven: (rows, records) => `${count(rows, 'row')}, ${count(records, 'record')}`,
    totalsLeftOut: 'totals not counted',
    blank: (number) => `${number} blank`,
    texts: (number) => `and ${count(number, 'text')}`,
    clean: 'Nothing is wrong.',
    counts: (errors, warnings, infos) => `${errors} to correct, ${warnings} to confirm, ${infos} to note.`,
    marks: 'Mark in the sheet',
    tabs: 'This check',
    tabFindings: 'Findings',
    tabReading: 'What was read',
    more: 'Show more',
    goTo: (cell) => `Go to cell ${cell}`,
    places: (cells) => `${cells} cells`,
  },
  skipToActs: 'Skip the list, to the buttons below',
  marks: {
    show: 'Mark in the sheet',
    hide: 'Remove the marks',
    clearAll: 'Remove all marks',
    undoLost: 'In this version of Excel, what was done before the marks are set or removed can no longer be undone (Ctrl+Z).',
    sheets: (names, count) => (count > 3 ? `${names} and ${count - 3} more sheets` : names),
    cleared: (sheets) => `Marks removed: ${sheets}. `,
    protected: (sheets) => `Protected, and still marked: ${sheets}. Unprotect, then remove the marks. `,
    unread: (rules) =>
      `${rules} conditional format${rules === 1 ? '' : 's'} could not be read and ${rules === 1 ? 'was' : 'were'} left alone; if marks are among them, reopen the workbook and remove them then.`,
    none: 'There are no marks to remove.',
  },
  severities: {
    error: {
      title: 'To correct',
      lead: (held) =>
        ({
          all: 'These figures stay behind until corrected; the others go.',
          some: 'These figures stay behind until corrected, unless it is said otherwise; the others go.',
          none: 'Please correct; each says what it means for sending.',
          sheet: 'Please correct; nothing of the sheet goes until it is confirmed.',
        })[held],
    },
    warning: {
      title: 'To confirm',
      lead: (held) =>
        ({
          all: 'What is right after all goes with a written reason.',
          some: 'What is right after all goes with a written reason, unless it is said otherwise.',
          none: 'Please look; each says what it means for sending.',
          sheet: 'Please look; nothing of the sheet goes until it is confirmed.',
        })[held],
    },
    info: { title: 'To note', lead: () => 'Dealt with already.' },
  },
  effects: {
    withholdsSheet: 'Nothing of the sheet goes until it is confirmed.',
    withholdsRow: 'The whole row stays behind until corrected.',
    withholdsField: 'The figure stays behind until corrected.',
    asksReason: 'The figure stays behind until corrected, or until a reason is given.',
    asksConfirmation: 'The figure stays behind until corrected or confirmed.',
    invitesReason: 'It goes in any case; a reason may be given.',
    tells: 'It goes.',
  },
  waysOut: {
    switchPeriod: (period) => `Switch to ${period}`,
    leaveOut: { rows: 'Do not report these rows', columns: 'Do not report these columns' },
    confirm: { SHEET_OF_OTHER_UNIT: 'It is our sheet', PERIOD_MISMATCH: 'It is this period’s sheet' },
  },
  question: {
    open: (count) => (count === 1 ? 'There is a question for you.' : `There are ${count} questions for you.`),
  },
  reading: {
    leaveOut: 'do not read this column',
    save: 'Read it so',
    cancel: 'Cancel',
    row: (number) => `Row ${number}`,
    rowRange: (first, last) => (first === last ? `row ${first}` : `rows ${first}–${last}`),
    notReadReasons: {
      column_unknown: 'what the column is, is not known',
      text_subject_unknown: 'which task the text is about is not known',
      subject_unknown: 'which task or indicator the row is, is not known',
      subject_ambiguous: 'several tasks or indicators fit',
      area_unknown: 'the area is not known',
    },
  },
  layouts: {
    readBy: {
      unit: (columns) => `Read as your unit corrected it last time (${columns} columns).`,
      city: (columns) => `Read as the city has agreed for this layout (${columns} columns).`,
    },
    undo: 'Undo',
    against: {
      unit: (heading) => `Your unit’s last corrections were not used: by them the figures under “${heading}” do not fit.`,
      city: (heading) => `What the city has agreed for this layout was not used: by it the figures under “${heading}” do not fit.`,
    },
    insist: 'Use it all the same',
    ignored: 'This sheet is not read as remembered.',
    use: 'Use it',
    remembered: 'Your unit remembers this layout: a sheet with the same headings is read so next time.',
    propose: 'Propose it for other units’ sheets',
    proposed: 'Proposed for the whole city; the supervision office has to agree.',
    declined: (reason) => `The supervision office did not take it last time: ${reason}`,
    agreed: 'Agreed for the city: other units’ sheets of this layout are read so.',
    forget: 'Do not use it any more',
  },
  noTable: {
    title: 'No table was recognised',
    lead: 'No heading on this sheet was recognised. Is it the sheet to report? If so, point at its heading row below.',
    stillNot: 'By that row nothing was recognised either. Choose another, or use one of the headings below and check again.',
    lookedFor: 'Headings looked for',
    choose: 'Which row is the heading?',
    thisIsHeading: 'This is the heading',
  },
  columnFields: {
    seq: 'number',
    category: 'category',
    task: 'task',
    indicator: 'indicator',
    area: 'county',
    batch: 'batch',
    milestone: 'milestone',
    unit_of_measure: 'unit of measure',
    target: 'target',
    period_value: 'this period',
    cumulative: 'cumulative',
    previous_cumulative: 'previous cumulative',
    carry_over: 'carried over',
    percent: 'percentage',
    start_rate: 'share started',
    visual_progress: 'stage of works',
    scheduled_progress: 'scheduled progress',
    as_of: 'as of',
    deadline: 'deadline',
    planned_date: 'planned date',
    actual_date: 'actual date',
    started_flag: 'started?',
    completed_flag: 'completed?',
    on_schedule_flag: 'on schedule?',
    status: 'status',
    status_light: 'light',
    invest_plan: 'investment planned',
    invest_done: 'investment done',
    progress_text: 'progress',
    issues: 'problems',
    next_steps: 'next steps',
    issues_next_steps: 'problems and next steps',
    remark: 'remark',
    lead_unit: 'lead unit',
    resp_unit: 'responsible unit',
    support_unit: 'supporting unit',
    resp_leader: 'leader',
    resp_person: 'person',
    resp_person_phone: 'person and telephone',
    reporter: 'reporting unit',
    approver: 'approver',
    phone: 'telephone',
  },
  fields: {
    target: 'target',
    cumulative: 'cumulative',
    periodValue: 'this period',
    previous: 'previous',
    carryOver: 'carried over',
    statedPercent: 'percentage',
    denominator: 'base',
    investPlan: 'investment planned',
    investDone: 'investment done',
    asOf: 'as of',
    planned: 'planned date',
    actual: 'actual date',
    stage: 'stage',
    done: 'done',
    progressText: 'progress',
    problems: 'problems',
    nextSteps: 'next steps',
    remark: 'remark',
  },
  stages: {
    completed: 'completed',
    started: 'started',
    accepted: 'accepted',
    basically_completed: 'basically completed',
    selected: 'selected',
    approved: 'approved',
    planned: 'planned',
    not_started: 'not started',
    in_progress: 'in progress',
  },
  yes: 'yes',
  no: 'no',
  blankValue: '(blank)',
  submit: {
    act: 'Send',
    title: 'Confirm',
    lead: (period, sheet) => `This is what sending “${sheet}” changes for ${period}.`,
    back: 'Back',
    confirm: (number) => `Send ${count(number, 'row')}`,
    nothing: 'Nothing has changed.',
    kinds: {
      overwrites: {
        title: 'Somebody reported otherwise',
        lead: 'A colleague, or the supervision office for your unit. Tick what this sheet is to replace; the rest stays theirs.',
      },
      changed: { title: 'Changed', lead: 'Other than last time.' },
      restored: { title: 'Reported again', lead: 'Reported in this period before, and withdrawn.' },
      takenOver: { title: 'Taken over', lead: 'The unit before reported it in this period; once sent, your own figures count instead.' },
      new: { title: 'New', lead: 'Reported for the first time in this period.' },
      withheld: { title: 'Staying behind', lead: 'Correct it or give the reason, then send; the others go.' },
      unchanged: { title: 'Unchanged', lead: 'As reported; nothing to send.' },
    },
    change: (field, before, after) => `${field}: ${before} → ${after}`,
    fresh: (field, after) => `${field}: ${after}`,
    by: (who, when) => `${who}, ${when}`,
    overwrite: 'Take this sheet’s',
    withheld: {
      blank: 'blank',
      rejected: 'the row was not taken; see the findings',
      repeated: 'says the same as a row above and is sent once; where it is another project, add a column of project names',
      question: 'answer the question on the check page first',
      ledger: 'its rows wait to be added up',
    },
    withheldField: (field, why) => `${field} stays behind: ${why}`,
    reasonsTitle: 'Reasons or confirmations, please',
    reasonsLead: 'With a reason or a confirmation they go; without, those figures stay behind. Late steps go either way.',
    reasonFor: (title, number) => (number === 1 ? title : `${title} (${number})`),
    reasonPlaceholder: 'such as: 2 km too many last month, corrected now',
    confirmRead: 'Checked: the figures below were read rightly',
    confirmedRead: 'Checked: read rightly',
    onlyOnServer: (number) => `${count(number, 'row')} reported before and not on this sheet stay as they are.`,
  },
  answer: {
    title: 'Answer',
    resentTitle: 'Answer to what waited',
    done: 'Back to the check',
    counts: ({ applied, unchanged, conflicts, rejected, undelivered, stopped, unsent }) =>
      [
        applied > 0 ? `${applied} stored` : '',
        unchanged > 0 ? `${unchanged} unchanged` : '',
        conflicts > 0 ? `${conflicts} in conflict: please choose` : '',
        rejected > 0 ? `${rejected} refused` : '',
        undelivered > 0 ? `${undelivered} not delivered yet` : '',
        stopped > 0 ? `${stopped} not sent` : '',
        unsent > 0 ? `${unsent} stayed behind` : '',
      ]
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    statuses: {
      applied: 'stored',
      unchanged: 'unchanged',
      undelivered: 'not delivered yet',
      stopped: 'not sent',
      conflict: 'conflict',
      rejected: 'refused',
      held: 'not written',
      unsent: 'stayed behind',
    },
    theirs: (who, when) => `${who} reported otherwise (${when}):`,
    both: (field, theirs, mine) => `${field}: theirs ${theirs}, this sheet ${mine}`,
    keepMine: 'Take this sheet’s',
    takeTheirs: 'Take theirs',
    takeTheirsHow: 'Theirs stays. Please write it into the cell, which is selected.',
    waiting: (number) => `${count(number, 'submission')} not delivered yet, kept on this computer.`,
    waitingInPane: (number) => `${count(number, 'submission')} not delivered yet, in this pane alone: do not close it before.`,
    resend: 'Send now',
  },
  unit: unitEn,
  coordinator: {
    title: 'The city’s figures',
    lead: 'Writes what the units reported into a sheet; done again, only its figures change, and what you added stays.',
    pull: 'Pull',
    look: 'Who has reported',
    written: (sheet, asOfSeq) => `Written into “${sheet}”, as of sync ${asOfSeq}.`,
    refreshed: (sheet, asOfSeq) => `Updated “${sheet}”, as of sync ${asOfSeq}.`,
    undoLost: 'In this Excel nothing done before can be undone once the figures are written.',
    kept: (cells, count) =>
      `${count} cells hold something else now or are merged, and were left: ${cells}. Empty them and press again to have the city’s figures.`,
    left: (rows) => `${rows} rows are no longer in the figures; they stay and say so.`,
    deleted: (names) => `Deleted from the sheet and not written again: ${names}.`,
    asOf: (asOfSeq) => `As of sync ${asOfSeq}`,
    complete: 'Complete',
    incomplete: 'Lack something',
    count: (reported, required) => `${reported} / ${required}`,
    last: (when) => `latest row ${when}`,
    never: 'no rows now',
    allReported: 'All units are complete.',
    indicators: (complete, partial, missing) => `Indicators: ${complete} complete, ${partial} partial, ${missing} missing.`,
  },
  device: {
    session: 'This computer cannot remember you: after closing the pane you sign in again, with a new code (or the city’s sign-in).',
    webStorage: 'The database of this computer does not work; what is not delivered is kept by the browser and still goes after closing.',
    pane: 'This computer cannot keep what is not delivered: closing the pane loses it, with the reasons you wrote, and you check and send anew. The workbook is not touched.',
    unread:
      'What was not delivered earlier, if anything, cannot be read now: it goes once it can be. If it is urgent, check and send again; nothing is doubled.',
  },
  faults: {
    codeMissing: { what: 'There is no code yet.', todo: 'Paste the code of the supervision office above.' },
    offline: { what: 'The server cannot be reached.', todo: 'Check the connection and try again; your sheet is as it was.' },
    timeout: { what: 'The server took too long.', todo: 'Try again later; your sheet is as it was.' },
    signedOut: { what: 'You are signed out.', todo: 'Sign in with a new code; what was not delivered goes then.' },
    foreignAnswer: {
      what: 'The answer was not ours; your network may ask you to sign in first.',
      todo: 'Open any page in a browser, sign in there, and try again.',
    },
    noPeriods: { what: 'There is no period to report yet.', todo: 'Wait for the supervision office, or ask it.' },
    readerMissing: {
      what: 'The checker could not be fetched: no connection, or the server was renewed.',
      todo: 'Check the connection and try again; if it does not help, open the pane again. Your sheet is as it was.',
    },
    languageMissing: { what: 'The English texts could not be fetched.', todo: 'Check the network and open the pane again.' },
    screenMissing: {
      what: 'This screen could not be fetched: no connection, or the server was renewed.',
      todo: 'Check the connection and try again; if it does not help, close the pane and open it again.',
    },
    periodMoved: {
      what: 'Somebody else has just changed this period; nothing was done.',
      todo: 'Its latest state was fetched: look again.',
    },
    versionTaken: {
      what: 'Somebody else has just loaded this version; nothing was loaded.',
      todo: 'Read again and look at the difference.',
    },
    identityTaken: {
      what: 'Another account is tied to this identity; nothing was changed.',
      todo: 'One person, one account: untie the other first.',
    },
    accountTaken: { what: 'There is an account of this name; none was made.', todo: 'Choose another name, or change that account.' },
    notThisAccount: {
      what: 'This button is not for your account.',
      todo: 'Check and Report are for the units that report, Consolidate is for the supervision office.',
    },
    cancelled: { what: 'Cancelled.', todo: 'The workbook is unchanged, and nothing was sent.' },
    sendingStopped: { what: 'Stopped: what was sent is below, the rest was not.', todo: 'Press Submit again to send the rest.' },
    resendingStopped: { what: 'Stopped: what has not arrived still waits, nothing is lost.', todo: 'Press Send now to go on.' },
    empty: { what: 'The sheet is empty.', todo: 'Switch to the sheet to report and press Check.' },
    noTable: { what: 'No table was recognised.', todo: 'Point at the heading row below.' },
    noReporter: { what: 'Your account belongs to no unit and cannot send.', todo: 'Ask the supervision office.' },
    periodNotOpen: { what: 'The period is locked.', todo: 'Choose an open one, or ask the supervision office to reopen it.' },
    unitLocked: {
      what: 'The supervision office has locked your unit’s period; nothing more can be sent.',
      todo: 'If a correction is needed, ask the supervision office to unlock it.',
    },
    noteMissing: {
      what: 'The period was accepted: a correction needs a reason. Nothing was sent.',
      todo: 'Say why it is corrected, then confirm again.',
    },
    quicker: {
      what: 'The state is not what you saw any more, and nothing was done.',
      todo: 'This is what stands now; look before you act.',
    },
    rowsChanged: { what: 'Rows were changed while you looked; nothing was done.', todo: 'These are the newest rows; look before you act.' },
    notInWorkbook: { what: 'The open workbook does not have this row.', todo: 'Open the sheet that was sent, then press again.' },
    nothingToSend: { what: 'Nothing has changed.', todo: 'Correct something or give a reason first.' },
    sheetChanged: {
      what: 'The sheet was edited while you confirmed; nothing was sent.',
      todo: 'It was compared anew: please look once more and confirm.',
    },
    movedOn: { what: 'The other value changed again; nothing was sent.', todo: 'Check and send again, and choose by the newest value.' },
    notInConflict: { what: 'The row is no longer in conflict.', todo: 'Check and send again.' },
    bug: {
      what: 'The pane failed; this step may not be finished.',
      todo: 'Look at your sheet, then open the pane again; if it happens again, tell the supervision office the words below.',
    },
  },
  host: hostEn,
  problems: problemsEn,
  fault: {
    willRetry: 'The data is kept here and goes at the next opening, or now; never twice.',
    willRetryInPane:
      'The data is in this pane alone: do not close it, and send again when connected; never twice. Once closed, check and send anew.',
    nothingStored: 'Nothing was stored.',
    requestId: (id) => `No. ${id}`,
    dismiss: 'OK',
    reload: 'Open again',
    retry: 'Try again',
    unfinished: (sheet, written, of) => `Not finished: ${written} of ${of} rows are in the sheet “${sheet}”.`,
    goOn: 'Press again to go on from there.',
  },
}
