import { chinaTime } from '../../../shared/quantity/dates/chinaDay.ts'
import type { ReportedKind } from '../../../shared/wire/reported.ts'
import type { ComparedWith, ExcludedNames, ReportedWords, UnitStanding } from '../../flow/city/consolidationWords.ts'
import type { CityTexts } from './cityTexts.ts'

const LIGHTS = { blue: 'blue', green: 'green', yellow: 'yellow', red: 'red', grey: 'grey' }
const COUNTS = { due: 'Due', reported: 'All', partial: 'In part', unreported: 'Nothing', onTime: 'On time', late: 'Late' }
const rankedBy = (fewest: number): string =>
  `by the registered targets of each county: mean of what is reached, each at most 100 %, no figure that counts as 0; fewer than ${fewest} indicators: no rank; ties share one.`
const unranked = (fewest: number): string =>
  `No county can be ranked: fewer than ${fewest} indicators have a registered county target, or none has a figure that counts yet.`
const excludedText = ({ noProgress, nothingToReach, notAllReported, noCountyTarget }: ExcludedNames): string => {
  const parts = [
    noProgress && `${noProgress} (what is left, or a limit)`,
    nothingToReach && `${nothingToReach} (target 0)`,
    notAllReported && `${notAllReported} (a department has not reported all counties)`,
    noCountyTarget > 0 && `${noCountyTarget} without a county target`,
  ].filter(Boolean)
  return parts.length === 0 ? '' : ` Not counted: ${parts.join('; ')}.`
}
const sum = (reporter: string | null): string => (reporter === null ? 'sum of the counties' : `${reporter}, sum of counties`)
const REASONS: CityTexts['reasons'] = {
  done: () => 'target met',
  notReported: () => 'nothing reported',
  notCounted: () => 'what was reported cannot be counted yet',
  noProgress: () => 'reported: no progress yet',
  overdue: () => 'past its deadline',
  behind: (behind, expected) => `${behind} percent points behind schedule (${expected}% expected)`,
  dueSoon: () => 'deadline near',
  madeUp: () => 'red by the rules at the deadline, made up since',
  overshot: () => 'above a target that is exact',
  exceeded: () => 'above its limit',
  unclear: () => 'past its deadline; what was reported does not say whether it is done',
  belowTarget: () => 'below its target (a rate is not judged by time)',
  risen: () => 'more than in the period before',
  notDue: () => 'not due yet',
  onSchedule: () => 'on schedule',
}
const since = (before: ComparedWith): string => {
  if (before === null) return 'No period before.'
  return before.isEmpty ? `Nothing comparable in ${before.period}.` : `Changes are against ${before.period}.`
}

const REPORTED: ReportedWords = {
  kinds: {
    reported: '',
    noProgress: 'no progress',
    otherStage: 'not counted',
    wholeOnly: 'city only',
    partsOnly: 'counties only',
    otherOnly: 'no figure',
    nothing: 'missing',
  },
  states: { complete: 'complete', partial: 'partial', missing: 'missing' },
  inAll: {
    noProgress: 'reported: no progress',
    wholeOnly: 'counties missing',
    partsOnly: 'counties only, city missing',
    otherOnly: 'no figure (other content)',
  },
  atStage: (stage, value) => `${stage.replaceAll('_', ' ')} ${value}`,
  notCounted: (figures) => `${figures}, not counted`,
  whole: (value) => `${value} (stated for the city)`,
  stated: (value) => `stated for the city: ${value}`,
  overridden: (reason) => `light put by hand: ${reason}`,
  byStated: (why) => (why === '' ? 'light by the city’s figure' : `${why} (by the city’s figure)`),
  reports: {
    draft: 'draft',
    returned: 'returned',
    complete: 'handed in, not reviewed',
    reviewed: 'reviewed, not approved',
    approved: 'approved by the unit, not accepted',
    accepted: 'accepted',
  },
  changedSince: (report) => `${report}, changed since`,
  ofUnits: (report, units) => `${report} (${units})`,
  separator: ', ',
  clause: '; ',
}

function standing({ extent, returned, timeliness, deadline, hasRows }: UnitStanding): string {
  const there = { all: 'all reported', some: 'reported in part', none: hasRows ? 'nothing of what is due' : 'nothing reported' }[extent]
  if (returned) return `${there}, returned`
  if (timeliness === 'onTime' || timeliness === 'late') {
    const said = timeliness === 'onTime' ? 'said complete on time' : `said complete late (by ${deadline})`
    return extent === 'all' ? said : `${said}, ${there}`
  }
  const owed = extent === 'all' ? 'all reported, not said complete' : there
  return timeliness === 'waiting' ? `${owed} (by ${deadline})` : `${owed}, past ${deadline}`
}

function gap(name: string, kind: ReportedKind, inWords: boolean): string {
  if (kind === 'otherOnly') return `${name} (other content, no ${inWords ? 'progress' : 'figure'})`
  if (kind === 'wholeOnly') return `${name} (city only)`
  return kind === 'partsOnly' ? `${name} (counties only)` : name
}

/** The city's figures in English. */
export const cityEn: CityTexts = {
  sheet: {
    sheetName: (period) => `Figures ${period}`,
    title: (year, period) => `Livelihood projects ${year}: progress (${period})`,
    madeFrom: (asOfSeq, at, version) =>
      `As of sync ${asOfSeq} (asOfSeq ${asOfSeq}), register version ${version}, pulled ${chinaTime(at)}. A blank is no such figure, never 0. `,
    madeFromBegins: 'As of sync ',
    unfinished: 'Not finished: rows may be of different times. Press Pull again.',
    without: (title, none) => `${title}: ${none}`,
    left: 'no longer in the figures',
    judged: (on, before) => `Lights as of ${on}; ※ was put by a coordinator. ${since(before)}`,
    incomparable: 'not comparable',
    measure: (measure, counted) => (counted === undefined ? measure : `${measure} (counted: ${counted})`),
    headings: {
      number: 'No.',
      category: 'Category',
      task: 'Task',
      indicator: 'Indicator',
      measure: 'Measure',
      target: 'Target',
      cumulative: 'Cumulative',
      standing: 'As it stands (rates, what is left)',
      reached: 'Of target (%)',
      change: 'Change (rates: points)',
      light: 'Light',
      state: 'State',
    },
    reported: REPORTED,
    lights: LIGHTS,
    overrideMark: ' ※',
    completeness: { title: 'Units', scope: 'Of', city: 'City', ...COUNTS },
    reasons: REASONS,
    counties: {
      title: 'Targets of counties',
      none: 'The register has none.',
      area: 'County',
      target: 'Target',
      figure: 'Done, or as it stands',
      why: 'Why the light',
    },
    ranking: {
      title: 'Counties ranked',
      rank: 'Rank',
      area: 'County',
      score: 'Mean completion (%)',
      base: 'Ranked by',
      counted: (count, names) => `${count}: ${names}`,
      asZero: 'Counted as 0 (no figure that counts)',
      unranked: 'not ranked',
      none: unranked,
      note: (fewest, excluded) => ` Ranks: ${rankedBy(fewest)}${excludedText(excluded)}`,
    },
    disagreements: {
      title: 'Disagreements',
      indicator: 'Indicator',
      area: 'Area',
      ofRecord: 'Unit counted',
      ofRecordValue: 'Counted',
      other: 'Other unit',
      otherValue: 'Stated beside it',
      difference: 'Difference',
      sources: 'Sources (cell, version, person)',
      asOf: (ofRecord, other) => `As of different days (${ofRecord}, ${other}). `,
      none: 'No figures that can be compared disagree.',
      sum,
      source: (who, cell, version, by) =>
        [who, cell, `v${version}`, by.onBehalf ? `sent by the office (${by.name})` : by.name].filter(Boolean).join(' '),
    },
    unreported: {
      title: 'Units that lack something, were returned, or have not said complete',
      formerTitles: ['Units not complete', 'Units not complete: All units are complete.'],
      unit: 'Unit',
      standing: 'Standing',
      count: 'Reported/required',
      what: 'Missing',
      none: 'All units have reported everything and said so.',
      left: 'no longer in this list',
    },
    standing,
    gap,
    count: (reported, required) => `${reported}/${required}`,
    narrative: (task) => `text of task ${task}`,
  },
  counts: COUNTS,
  judged: (on, before) => `Lights as of ${on}. ${since(before)}`,
  lights: { title: 'Lights', all: 'all', names: LIGHTS },
  reasons: REASONS,
  overridden: (by, when, reason) => `${by}, ${when}: ${reason}`,
  judgedAs: (light) => `${light} by the rules`,
  override: {
    open: 'Put another light',
    light: 'Light',
    put: 'Put',
    takeBack: 'Back to the rules',
    reason: 'Reason',
    done: (indicator) => `Light put: ${indicator}`,
  },
  ranking: {
    title: 'Counties ranked by mean completion of their targets',
    lead: rankedBy,
    none: unranked,
    rank: (place) => `No. ${place}`,
    unranked: 'not ranked',
    base: (count, names) => `${count}: ${names}`,
    asZero: (names) => `Counted as 0: ${names}`,
    tooFew: (count, fewest) => (count === 0 ? 'no target of its own' : `only ${count} with a target of its own, fewer than ${fewest}`),
    excluded: excludedText,
  },
  disagreements: {
    title: 'Disagreements',
    none: 'No figures that can be compared disagree.',
    ofRecord: 'Counted',
    other: 'Beside it',
    difference: (value) => `Difference ${value}`,
    sum,
  },
  indicators: {
    title: 'Indicators and sources',
    search: 'Find',
    searchPlaceholder: 'Indicator, task number or unit',
    none: 'No indicator fits.',
    figure: ({ rate, left, value, target, reached }) =>
      [
        rate && `rate ${rate}`,
        left && `stands at ${left}`,
        value && `done ${value}`,
        target && `target ${target}`,
        reached && `${reached} of target`,
      ]
        .filter(Boolean)
        .join(' · '),
    change: (before, value) => `${value} since ${before ?? 'the period before'}`,
    incomparable: {
      nothingBefore: 'nothing was reported then',
      otherAreas: 'other areas reported',
      otherStage: 'another stage was reported',
    },
    notComparable: (before, why) => `since ${before ?? 'the period before'}: not comparable (${why})`,
    points: (value) => `${value} points`,
    sources: 'Where it comes from',
    noSources: 'Nothing yet.',
    reportedByText: 'See the text on its task.',
    noArea: (names) => `Missing: ${names}`,
  },
  source: {
    version: (version, by, when) => `Version ${version} · ${by} · ${when}`,
    cell: (place) => `Cell ${place}`,
    noCell: 'no cell recorded',
    history: 'Versions',
    entry: (version, by, when) => `Version ${version} · ${by} · ${when}`,
  },
  more: (count) => `Show ${count} more`,
  documents: {
    title: 'Documents',
    lead: 'Written from the figures of this moment; the browser downloads them.',
    names: {
      report: 'Report (draft)',
      formal: 'Formal report',
      circular: 'Circular (draft)',
      formalCircular: 'Formal circular',
      reminders: 'Reminders',
      proposals: 'Corrections to propose',
      sheet: 'Draft with sources (sheet)',
      sources: 'Sources (sheet)',
      formalSources: 'Sources of the formal report',
    },
    letterhead: {
      issuer: 'Issued by',
      number: 'Number',
      signatory: 'Signed by',
      addressee: 'To',
      lead: 'Opening (a paragraph a line)',
      demands: 'What is asked (a paragraph a line)',
      annexes: 'Further annexes (a name a line)',
      date: 'Date',
      copyTo: 'Copies to',
      printedBy: 'Printed by',
      printedOn: 'Printed on',
    },
    blank: {
      report: 'What is left empty of letterhead and signature stays blank. Units not accepted yet are left out of a formal report.',
      circular: 'What is left empty of letterhead and signature stays blank. What is behind and all lights are its annexes.',
    },
    write: { report: 'Write the formal report', circular: 'Write the formal circular' },
    writeSources: 'Its sources',
    opened: (name, asOfSeq) =>
      `${name}: the link was handed to the browser; the file is written from the data of when it is opened (now: sync ${asOfSeq}).`,
    again: 'Not opened? Press here (the link works once, for 5 minutes)',
    lintFindings: (number) => `${number} ${number === 1 ? 'remark' : 'remarks'} to look at before signing`,
    letters: (count) => `Texts to ${count} ${count === 1 ? 'unit' : 'units'}, to copy one by one`,
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Cannot copy; select the text and press Ctrl+C',
  },
}
