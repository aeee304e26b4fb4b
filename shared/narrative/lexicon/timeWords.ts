import { wordList } from '../../base/wordList.ts'

/** An increment inside a cumulative figure: progress only where the text gives no cumulative one. */
export const THIS_PERIOD = wordList(
  [
    { word: '本月', example: '本月新增88根' },
    { word: '本周', example: '本周新开工3座' },
    { word: '本期', example: '本期新增' },
    { word: '本旬', example: '本旬完成' },
    { pattern: '本季度?', example: '本季度完成' },
    { word: '本阶段', example: '本阶段完成' },
    { word: '当月', example: '当月无新增' },
    { word: '当周', example: '当周新增' },
    { word: '当季', example: '当季完成' },
    { pattern: '{month}(?=新增)', example: '其中7月份新增5120人' },
    { pattern: '{month}(?=完成)', example: '采购工作7月完成' },
    { pattern: '{month}(?=新建)', example: '6月份新建' },
    { pattern: '{month}(?=增加)', example: '6月份增加' },
    { pattern: '{month}(?=新开)', example: '6月份新开' },
  ],
  {
    parts: {
      month: '(?<![-—~～至到\\d])\\d{1,2}月份?',
    },
  },
)

/** A month's or quarter's own behind the words that name the object, where a whole of the year follows. */
export const DONE_IN_PERIOD = wordList(
  [
    { word: '建成', example: '三季度建成1.2万亩' },
    { word: '开工', example: '9月开工5座' },
    { word: '完工', example: '9月份完工3座' },
    { word: '竣工', example: '9月竣工2台' },
    { word: '投用', example: '9月投用4个' },
    { word: '改造', example: '9月改造320户' },
    { word: '受理', example: '9月受理211件' },
    { word: '办结', example: '9月办结188件' },
    { word: '发放', example: '三季度发放8600万元' },
    { word: '安装', example: '9月安装61块' },
    { word: '举办', example: '9月举办14场' },
    { word: '开展', example: '9月开展14场' },
  ],
  { frame: '(?<![-—~～至到\\d])(?:\\d{1,2}月份?|[一二三四]季度)(?={words})' },
)

/** One month's own, where a cumulative figure follows it: 6月份演出17场，7月份演出31场，累计48场. */
export const OF_ONE_MONTH = wordList(
  [
    { pattern: '(?:\\d{1,2}月?[-—~～至到])?\\d{1,2}月份?', example: '今年5月新增11项' },
    { pattern: '[一二三四五六七八九十]{1,2}月份?', example: '六月份演出' },
    { pattern: '第?[一二三四]季度', example: '三季度再布设30处' },
  ],
  { frame: '^\\s*(?:今年)?{words}(?![底末初前中上下起来以至\\d—~～-])' },
)

/** The figure is the whole since the beginning of the year, or since that of the work. */
export const CUMULATIVE = wordList([
  { word: '累计', example: '累计完工103条' },
  { word: '合计', example: '合计61.9公顷' },
  { word: '总计', example: '总计58个' },
  { word: '共', example: '共计3.21万户' },
  { word: '已', example: '已安装调试58套' },
  { word: '目前', example: '目前共建成36个' },
  { word: '半年', example: '上半年受疫情影响暂停' },
  { word: '前三季度', example: '前三季度完成8726户' },
  { word: '截至', example: '截至11月15日' },
  { word: '截止', example: '截止到6月20日' },
  { pattern: '[-—~～至到]\\s?\\d{1,2}月', example: '今年1至10月' },
])

/** The figure is the sum of a part of the year that may be over. */
export const PARTS_OF_YEAR = wordList(
  [
    { word: '上半年', example: '上半年完成96公里' },
    { pattern: '前?[一二三]季度', example: '一季度完成30公里' },
    { pattern: '前(?:[二两三四五六七八九十]|\\d{1,2})个?月', example: '前8个月完成150公里' },
    { pattern: '\\d{1,2}月份?以来', example: '7月以来完成85公里' },
    { pattern: '截[至止]到?\\d{1,2}月(?:[底末]|\\d{1,2}日)', example: '截至6月底完成96公里' },
  ],
  { frame: '{words}[^，,；;。]*$' },
)

/** The figure is of the year up to now, where another is of a month alone. */
export const YEAR_TO_DATE = wordList([
  { word: '累计', example: '累计完工103条' },
  { pattern: '年初?以来', example: '今年以来立案2160件' },
  { pattern: '年初[至到]?(?:今|目前|现在)', example: '年初至今62场' },
  { word: '年内', example: '年内达到22.5万亩' },
  { word: '至此', example: '至此安置1268人' },
  { word: '截至', example: '截至11月15日' },
  { word: '截止', example: '截止到6月20日' },
  { word: '目前', example: '目前共建成36个' },
  { word: '全年', example: '全年活动安排已下发' },
  { pattern: '半年来?', example: '上半年受疫情影响暂停' },
  { word: '前三季度', example: '前三季度完成8726户' },
  { pattern: '\\d{1,2}月?[-—~～至到]\\s?\\d{1,2}月', example: '今年1至10月' },
  { pattern: '总[数量]', example: '占总数的48%' },
  { pattern: '(?:今年|本年)(?!\\d{1,2}月)', example: '今年新开工项目中' },
])

/** A date behind these is promised. */
export const FORECAST = wordList([
  { word: '预计', example: '预计8月底项目完工' },
  { word: '预期', example: '预期10月' },
  { word: '计划', example: '计划新建项目5个' },
  { word: '规划', example: '规划选址完成50处' },
  { word: '力争', example: '力争11月底前全部完工' },
  { word: '争取', example: '争取资金支持' },
  { word: '确保', example: '确保全年上线事项数量达' },
  { pattern: '拟于?', example: '拟于7月初进场施工' },
  { word: '将于', example: '剩余13座将于9月底前完成' },
  { word: '将在', example: '剩下的近2000盏将在10月底前装完' },
  { word: '将', example: '下步将加快进度' },
  { word: '准备', example: '准备于下月启动施工' },
  { word: '下一步', example: '下一步工作打算' },
  { word: '安排', example: '全年活动安排已下发' },
  { word: '定于', example: '笔试定于7月17日举行' },
  { word: '要求', example: '均高于省定95%的要求' },
])
