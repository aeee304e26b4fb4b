import { wordList } from '../../base/wordList.ts'

/** Headings of the whole year. */
export const WHOLE_YEAR = wordList(
  [
    { word: '全年', example: '全年' },
    { word: '年度', example: '年度目标' },
    { word: '全部', example: '全部任务' },
    { pattern: '^年(?=目标|任务|计划)', example: '年目标' },
    { pattern: '^总(?=完成率|进度|目标|任务|计划)', example: '总完成率' },
  ],
  { flags: 'u' },
)

/** Headings of all that was done up to now. */
export const UP_TO_NOW = wordList(
  [
    { word: '累计', example: '累计完成' },
    { word: '累积', example: '累积完成' },
    { word: '目前', example: '截至目前' },
    { pattern: '[本当](?:期|月|周|旬|季度?)[末底]', example: '本期末完成' },
    { pattern: '^(?:报告)?期末', example: '期末数' },
    { word: '至今', example: '年初至今' },
    { word: '开工以来', example: '开工以来完成' },
    { word: '今年以来', example: '今年以来完成' },
  ],
  { flags: 'u' },
)

/** Headings of a stretch of the year. */
export const PART_OF_YEAR = wordList(
  [
    { word: '本月', example: '本月完成' },
    { word: '当月', example: '当月完成' },
    { word: '本期', example: '本期新增' },
    { word: '本周', example: '本周办结' },
    { word: '季度', example: '季度目标' },
    { word: '本季', example: '本季完成' },
    { word: '当季', example: '当季完成' },
    { word: '半年', example: '上半年计划' },
    { word: '月度', example: '月度计划' },
    { pattern: '\\d月份?(?=目标|任务|计划)', example: '5月计划' },
    { pattern: '阶段(?=性?(?:目标|任务|计划))', example: '阶段性目标' },
  ],
  { flags: 'u' },
)

/** Headings of a time that is over. */
export const OVER = wordList(
  [
    { word: '上月', example: '上月完成' },
    { word: '上期', example: '上期' },
    { word: '上周', example: '上周' },
    { word: '上季', example: '上季度末' },
    { word: '期初', example: '期初数' },
    { word: '上年', example: '上年结转' },
    { word: '去年', example: '去年同期' },
    { word: '同期', example: '同期完成' },
  ],
  { flags: 'u' },
)

/** Times that are a heading by themselves. */
export const TIMES_ALONE = wordList(
  [
    { pattern: '前?[一二三四1-4]?季度', example: '前三季度' },
    { pattern: '\\d{1,2}月(?:[-—–~～至到]\\d{1,2}月)?(?:份|\\d{1,2}日)?', example: '6月30日' },
    { word: '全年', example: '全年' },
    { word: '年度', example: '年度' },
    { word: '上半年', example: '上半年' },
    { word: '下半年', example: '下半年' },
    { word: '当季', example: '当季' },
    { word: '本季', example: '本季' },
    { word: '本季度', example: '本季度' },
    { word: '当季度', example: '当季度' },
  ],
  { frame: '^(?:截[至止]到?|至|到)?(?:(?:19|20)\\d{2}年)?{words}(?:末|底|止)?$', flags: 'u' },
)

/** Percentages of something else than the year's target. */
export const OTHER_PERCENTAGES = wordList(
  [
    { word: '环比', example: '环比增长（%）' },
    { word: '同比', example: '同比' },
    { word: '增长', example: '增长率' },
    { word: '增幅', example: '增幅' },
    { word: '增速', example: '增速' },
    { word: '较上', example: '较上月增加（%）' },
    { word: '比上', example: '比上月提高（%）' },
    { word: '降幅', example: '降幅（%）' },
    { word: '偏差', example: '偏差（%）' },
    { pattern: '超\\(?欠\\)?', example: '超欠进度（%）' },
    { word: '占全市', example: '占全市比重' },
    { word: '占全县', example: '占全县比例' },
    { word: '占全区', example: '占全区比例' },
    { word: '占比重', example: '占比重' },
    { word: '满意', example: '群众满意率' },
    { word: '好评', example: '好评率' },
    { word: '知晓', example: '群众知晓率' },
    { word: '时序', example: '时序进度' },
    { word: '序时', example: '序时进度' },
  ],
  { flags: 'u' },
)

/** Headings of places in an order, and of points. */
export const RANKS = wordList([
  { word: '排名', example: '上月排名' },
  { word: '排序', example: '全市排序' },
  { word: '位次', example: '位次变化' },
  { word: '名次', example: '上期名次' },
  { pattern: '[排序]位', example: '排位' },
  { word: '得分', example: '得分' },
  { pattern: '分数$', example: '考核分数' },
])

/** Columns of numbers that are no figures of the work. */
export const NO_FIGURES = wordList(
  [
    { word: '时间', example: '开工时间' },
    { word: '日期', example: '完成日期' },
    { word: '时限', example: '完成时限' },
    { word: '期限', example: '办理期限' },
    { pattern: '起止|年限$|年份$', example: '建设起止年限' },
    { pattern: '{rank}', example: '上月排名' },
    { word: '剩余', example: '剩余任务（个）' },
    { word: '差额', example: '差额（公里）' },
    { word: '缺口', example: '任务缺口' },
  ],
  { parts: { rank: RANKS }, flags: 'u' },
)
