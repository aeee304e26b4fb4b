import { keysOf } from '../../base/keysOf.ts'
import { chineseMonth } from '../../quantity/dates/chineseMonth.ts'
import { buildReminders, type NotReminded, REMIND_WITHIN_DAYS, type RemindersInput } from './buildReminders.ts'

const WHY: Readonly<Record<NotReminded['why'], string>> = {
  notDue: `距报送截止还有${REMIND_WITHIN_DAYS}天以上，暂不催办`,
  periodLocked: '本期已锁定，不能报送，不予催办；需要补报的，请先重新开放',
  unitLocked: '单位数据已锁定，不能报送，不予催办；需要补报的，请先解锁',
  lastDayPassed: '已过最迟报送日期，不能报送，不予催办；需要补报的，请先延期',
}

/** 催办清单 as a text: the letters one after the other, and at the end who lacks something and is not reminded, and why. */
export function remindersText(input: RemindersInput): string {
  const { reminders, notReminded } = buildReminders(input)
  const others = keysOf(WHY).flatMap((why) => {
    const names = notReminded.filter((unit) => unit.why === why).map(({ name }) => name)
    return names.length === 0 ? [] : [`以下${names.length}个单位未报齐，${WHY[why]}：${names.join('、')}。\n`]
  })
  const letters = reminders.map(({ text }) => `${text}\n`)
  if (letters.length + others.length === 0) return `${chineseMonth(input.figures.period)}各单位应报事项均有数据，没有需要催办的单位。\n`
  return [...letters, ...others].join('\n')
}
