import type { CityTexts } from './cityTexts.ts'
import { fullTime } from './fullTime.ts'

const LIGHTS = { blue: 'blue', green: 'green', yellow: 'yellow', red: 'red', grey: 'grey' }
const COUNTS = { due: 'Due', reported: 'Reported', onTime: 'On time', late: 'Late', unreported: 'Not yet' }
const sum = (reporter: string | null): string => (reporter === null ? 'sum of the counties' : `${reporter}, sum of counties`)
const since = (before: string | null): string => (before === null ? 'No period before.' : `Changes are against ${before}.`)

/** The city's figures in English. */
export const cityEn: CityTexts = {
  sheet: {
    sheetName: (period) => `Figures ${period}`,
    title: (year, period) => `Livelihood projects ${year}: progress (${period})`,
    madeFrom: (asOfSeq, at, version) =>
      `As of sync ${asOfSeq} (asOfSeq ${asOfSeq}), register version ${version}, pulled ${fullTime(at)}. A blank is not reported, never 0. `,
    madeFromBegins: 'As of sync ',
    unfinished: 'Not finished: rows may be of different times. Press Pull again.',
    without: (title, none) => `${title}: ${none}`,
    left: 'no longer in the figures',
    judged: (on, before) => `Lights as of ${on}; ※ was put by a coordinator. ${since(before)}`,
    headings: {
      number: 'No.',
      category: 'Category',
      task: 'Task',
      indicator: 'Indicator',
      measure: 'Measure',
      target: 'Target',
      cumulative: 'Cumulative',
      percent: 'Percentage (%)',
      change: 'Change',
      light: 'Light',
      state: 'State',
    },
    states: { complete: 'complete', partial: 'partial', missing: 'missing' },
    stated: (value) => `; stated for the city: ${value}`,
    missing: 'missing',
    lights: LIGHTS,
    overrideMark: ' ※',
    overridden: (reason) => `; light put by hand: ${reason}`,
    completeness: { title: 'Units', scope: 'Of', city: 'City', ...COUNTS },
    ranking: {
      title: 'Counties ranked',
      rank: 'Rank',
      area: 'County',
      score: 'Mean completion',
      none: 'No county has a figure to rank by yet.',
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
      none: 'Nobody disagrees.',
      sum,
      source: (who, cell, version, by) => [who, cell, `v${version}`, by].filter(Boolean).join(' '),
    },
    unreported: {
      title: 'Units not complete',
      unit: 'Unit',
      timeliness: 'Said complete',
      count: 'Reported/required',
      what: 'Missing',
      none: 'All units are complete.',
      left: 'no longer in this list',
    },
    timeliness: (state, deadline) =>
      ({ onTime: 'on time', late: `late (by ${deadline})`, waiting: `not yet (by ${deadline})`, missing: `missing since ${deadline}` })[
        state
      ],
    count: (reported, required) => `${reported}/${required}`,
    narrative: (task) => `text of task ${task}`,
  },
  counts: COUNTS,
  judged: (on, before) => `Lights as of ${on}. ${since(before)}`,
  lights: { title: 'Lights', all: 'all', names: LIGHTS },
  reasons: {
    done: () => 'target met',
    notReported: () => 'nothing reported',
    overdue: () => 'past its deadline',
    behind: (behind, expected) => `${behind} percent points behind schedule (${expected}% expected)`,
    dueSoon: () => 'deadline near',
    madeUp: () => 'was red in this period, made up since',
    onSchedule: () => 'on schedule',
  },
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
    title: 'Counties ranked',
    lead: 'By mean completion of the indicators with a county target, each at most 100 %, silence as 0; ties share a rank.',
    none: 'No county has a figure to rank by yet.',
    rank: (place) => `No. ${place}`,
  },
  disagreements: {
    title: 'Disagreements',
    none: 'Nobody disagrees.',
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
    figure: (value, target, percent) => [value, target && `target ${target}`, percent && `${percent}%`].filter(Boolean).join(' · '),
    noFigure: 'missing',
    change: (value) => `${value} since the period before`,
    sources: 'Where it comes from',
    noSources: 'Nothing yet.',
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
}
