import type { ChangesTexts } from './changesTexts.ts'
import { chineseDay } from './chineseDays.ts'

/** Changes of figures, in Chinese. */
export const changesZhCN: ChangesTexts = {
  title: '数据改动',
  lead: '报送之后改过的数：谁在什么时候、由多少改为多少，最近的在前。首次报送不算改动。',
  afterLabel: '发生在',
  afterChoices: { return: '被退回之后', approval: '本单位批准之后', acceptance: '督查室采纳之后', deadline: '报送截止之后' },
  after: { return: '退回后', approval: '批准后', acceptance: '采纳后', deadline: '截止后' },
  decreases: '只看改小和撤下的',
  further: '更多条件',
  from: '自',
  to: '至',
  acts: { changed: '修改', withdrawn: '撤下', restored: '重新报送' },
  found: (count, more) => (more ? `已列出 ${count} 处改动，后面可能还有。` : count === 0 ? '没有这样的改动。' : `共 ${count} 处改动。`),
  more: '继续查找',
  versions: '这一条的历次报送',
  filterName: (filter, { period, unit, area, subject, person }) =>
    [
      filter.after === undefined ? '' : changesZhCN.afterChoices[filter.after],
      filter.decreases === undefined ? '' : '改小和撤下',
      filter.period === undefined ? '' : period(filter.period),
      filter.reporter === undefined ? '' : unit(filter.reporter),
      filter.subject === undefined ? '' : subject(filter.subject),
      filter.area === undefined ? '' : area(filter.area),
      filter.account === undefined ? '' : person(filter.account),
      filter.from === undefined ? '' : `自${chineseDay(filter.from)}`,
      filter.to === undefined ? '' : `至${chineseDay(filter.to)}`,
    ]
      .filter((word) => word !== '')
      .join('，'),
  sheet: {
    sheetName: '数据改动',
    title: (at) => `数据改动（${at}）`,
    note: (count, of, more) =>
      `${more ? '只列最近' : '共'} ${count} 处，范围：${of === '' ? '全部' : of}，最近的在前；时间为北京时间。${more ? '更早的请缩小范围另查。' : ''}`,
    headings: {
      at: '时间',
      period: '期次',
      unit: '单位',
      area: '地区',
      subject: '编号',
      name: '指标',
      part: '分项',
      act: '事项',
      field: '数据项',
      before: '改前',
      after: '改后',
      difference: '增减',
      measure: '计量单位',
      who: '何人',
      account: '账号',
      following: '发生在',
      version: '版次',
      seq: '报送序号',
    },
  },
}
