import type { ChangesTexts } from './changesTexts.ts'

/** Changes of figures, in English. */
export const changesEn: ChangesTexts = {
  title: 'Changes of figures',
  lead: 'Figures that were changed once they had been reported: who, when, from what to what, the latest first. A first report is no change.',
  afterLabel: 'After',
  afterChoices: { return: 'a return', approval: 'the unit’s approval', acceptance: 'the office’s acceptance', deadline: 'the deadline' },
  after: { return: 'after a return', approval: 'after approval', acceptance: 'after acceptance', deadline: 'after the deadline' },
  decreases: 'Only falls and withdrawals',
  further: 'Further conditions',
  from: 'From',
  to: 'To',
  acts: { changed: 'changed', withdrawn: 'withdrawn', restored: 'reported again' },
  found: (count, more) =>
    more ? `${count} changes listed; there may be more.` : count === 0 ? 'There is no such change.' : `${count} changes.`,
  more: 'Look further',
  versions: 'All versions of this row',
  filterName: (filter, { period, unit, area, subject, person }) =>
    [
      filter.after === undefined ? '' : `after ${changesEn.afterChoices[filter.after]}`,
      filter.decreases === undefined ? '' : 'falls and withdrawals',
      filter.period === undefined ? '' : period(filter.period),
      filter.reporter === undefined ? '' : unit(filter.reporter),
      filter.subject === undefined ? '' : subject(filter.subject),
      filter.area === undefined ? '' : area(filter.area),
      filter.account === undefined ? '' : person(filter.account),
      filter.from === undefined ? '' : `from ${filter.from}`,
      filter.to === undefined ? '' : `to ${filter.to}`,
    ]
      .filter((word) => word !== '')
      .join(', '),
  sheet: {
    sheetName: 'Changes',
    title: (at) => `Changes of figures (${at})`,
    note: (count, of, more) =>
      `${more ? 'The latest' : 'All'} ${count} of: ${of === '' ? 'everything' : of}; the latest first, in China’s time.${more ? ' For older ones narrow the filter.' : ''}`,
    headings: {
      at: 'Time',
      period: 'Period',
      unit: 'Unit',
      area: 'Area',
      subject: 'Id',
      name: 'Indicator',
      part: 'Part',
      act: 'What',
      field: 'Value',
      before: 'Before',
      after: 'After',
      difference: 'Difference',
      measure: 'Measure',
      who: 'Who',
      account: 'Account',
      following: 'Came',
      version: 'Version',
      seq: 'Position',
    },
  },
}
