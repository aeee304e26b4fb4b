import { expect, test } from 'vitest'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { lintSentence } from '../../../../shared/report/lint/lintFindingText.ts'
import { lintReport } from '../../../../shared/report/lint/lintReport.ts'

/** What is said of the forecasts of one text in a report of 31 May. */
const past = (text: string): readonly string[] =>
  lintReport(`标题\n\n一、甲\n工作任务：乙。\n主要责任单位：丙\n进展情况：${text}\n`, { register, on: '2021-05-31' })
    .filter(({ code }) => code === 'DATE_PAST')
    .map(lintSentence)

// D1: what is quoted is what the unit wrote, whatever its word for a day to come.
test.each([
  ['预计5月底施工招标，6月10日施工开标，8月31日完工。', '预计5月底施工招标'],
  ['计划5月中旬启动。', '计划5月中旬启动'],
  ['拟于5月20日启动，目前尚未启动。', '拟于5月20日启动'],
  ['将于5月20日完工。', '将于5月20日完工'],
  ['计划5月20日开工，已完成招标。', '计划5月20日开工'],
  ['预计5月20日完工，已完成投资60%。', '预计5月20日完工'],
  ['预计5月20日完工，预计5月30日前全部完工。', '预计5月20日完工'],
  ['拟于5月20日启动，因降雨推迟。', '拟于5月20日启动'],
  ['预计5月20日完工。下一步，加快验收准备。', '预计5月20日完工'],
  ['甲桥预计5月20日完工；乙桥已完工。', '预计5月20日完工'],
  ['甲桥预计5月20日完工。乙桥已完工。', '预计5月20日完工'],
  ['已完成评审，预计5月20日招标。', '预计5月20日招标'],
])('the forecast of %s is quoted in its own words', (text, quote) =>
  expect(past(text)[0]).toBe(`“${quote}”：至2021年5月31日所写日期已到，文中未写结果，请更新。`),
)

// D2: a text that says how it went is not asked how it went.
test.each([
  '计划5月中旬启动，已于5月18日启动。',
  '拟于5月20日启动，目前已举办3场。',
  '拟于5月20日举办首场，共举办3场。',
  '预计5月20日完工，现已竣工并投用。',
  '预计5月底施工招标，已于5月28日完成招标。',
  '计划5月中旬启动（实际5月18日启动）。',
  '计划5月中旬启动。目前活动已启动。',
  '计划5月20日开工，5月18日正式开工。',
  '预计5月20日开工，因天气原因推迟至6月15日开工。',
  '原预计5月20日开工，6月15日开工。',
  '已于5月18日启动，比计划5月中旬启动提前2天。',
  '预计6月20日完工。',
])('nothing is said of %s', (text) => expect(past(text)).toEqual([]))
