import { chinaTime } from '../../../shared/quantity/dates/chinaDay.ts'
import type { Notice } from '../../../shared/wire/administration.ts'
import type { ChaseWords, Standing } from '../../flow/administration/chaseList.ts'
import type { AdministrationTexts } from './administrationTexts.ts'
import { chineseDay, chineseMonthDay, chinesePeriod } from './chineseDays.ts'

const CLOSED: Readonly<Record<(Standing & { tag: 'closed' })['why'], string>> = {
  periodLocked: '期次已锁定',
  unitLocked: '单位数据已锁定',
  lastDayPassed: '已过最迟报送日',
}
const NOTED: Readonly<Record<Notice['kind'], string>> = {
  reminder: '登记提醒',
  softDeadlinePassed: '登记逾期',
  hardDeadlinePassed: '登记截止未报',
}

/** 催办: how each unit stands, and the list to copy. */
const chaseWords: ChaseWords = {
  title: (period) => `【催办】${chinesePeriod(period)}重点民生实事进展报送`,
  deadlines: (soft, hard) => `报送截止：${chineseDay(soft)}；最迟报送：${chineseDay(hard)}。`,
  due: (count) => `以下 ${count} 个单位尚未报送完成，请抓紧报送：`,
  noted: (count) => `以下 ${count} 个单位有登记：`,
  closed: (count) => `以下 ${count} 个单位未报送完成，现在不能再报；需要补报的，先延期、解锁或重新开放：`,
  none: '应报单位均已确认报送完成。',
  empty: (names) => `其中没有存入数据的：${names}。`,
  separator: '、',
  unknown: '各单位报送完成没有，管理员看不到，请问督查室。这里只列登记过的到期提醒；没有登记，不等于已经报送。',
  unit: (number, { name, standing, notices }, { softDeadline }) => {
    const kinds = notices.map(({ kind }) => kind)
    const last = (['hardDeadlinePassed', 'softDeadlinePassed', 'reminder'] as const).find((kind) => kinds.includes(kind))
    const marks =
      standing.tag === 'closed'
        ? [CLOSED[standing.why]]
        : standing.tag === 'owes'
          ? [
              standing.returned && '已退回待改',
              standing.overdue && '已逾期',
              standing.deadline > softDeadline && `延期至${chineseMonthDay(standing.deadline)}`,
              !standing.overdue && kinds.includes('reminder') && '已登记提醒',
            ].filter((mark) => mark !== false)
          : last === undefined
            ? []
            : [`已${NOTED[last]}`]
    return `${number}. ${name}${marks.length === 0 ? '' : `（${marks.join('，')}）`}`
  },
}

function standing(of: Standing, softDeadline: string): string {
  switch (of.tag) {
    case 'owes': {
      const state = of.returned ? '已退回待改' : '未报送完成'
      const later = of.deadline > softDeadline ? `，延期至${chineseMonthDay(of.deadline)}` : ''
      return `${state}${of.overdue ? '，已逾期' : ''}${later}`
    }
    case 'closed':
      return `未报送完成，${CLOSED[of.why]}`
    case 'complete':
      return of.empty ? '已确认报送完成，但没有存入数据' : '已报送完成'
    case 'unknown':
      return ''
  }
}

/** The words of 催办 among those of the periods. */
export const chaseZhCN: Pick<AdministrationTexts['periods'], 'nobodyToChase' | 'standing' | 'notice' | 'chaseWords'> = {
  nobodyToChase: '应报单位均已确认报送完成，没有需要催办的单位。',
  standing: (of, { softDeadline }) => standing(of, softDeadline),
  notice: (kind, at) => `${chineseMonthDay(chinaTime(at).slice(0, 10))}${NOTED[kind]}`,
  chaseWords,
}
