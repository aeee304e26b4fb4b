import { wordList } from '../../base/wordList.ts'

/** The figure is of a period before the one that is reported. */
export const EARLIER_PERIOD = wordList([
  { pattern: '上个?月(?!.{0,3}(?:以来|起))', example: '较上月新增410个' },
  { word: '上周', example: '较上周增加0.35公里' },
  { pattern: '上一?季度', example: '较上季度增长11%' },
  { word: '上期', example: '上期开工' },
  { word: '上旬末', example: '上旬末完成' },
])

/** The figure is a difference, or what something was compared with. */
export const COMPARED = wordList(
  [
    { word: '同比', example: '同比增长4.3%' },
    { word: '环比', example: '环比增长18.4%' },
    { pattern: '{than}\\d{1,2}月', example: '较9月底增加2600人' },
    { pattern: '{than}[一二三]季度', example: '较一季度多' },
    { pattern: '{than}上', example: '较上月新增完工8台' },
    { pattern: '{than}去', example: '比去年同期多完成' },
    { pattern: '{than}前', example: '比前' },
    { pattern: '{than}年初', example: '较年初净增17.3万户' },
    { pattern: '{than}同期', example: '较同期提升' },
    { pattern: '{than}往年', example: '比往年多' },
    { pattern: '{than}20\\d\\d', example: '比2021年底新增36项' },
    { pattern: '{than}原', example: '较原方案增加' },
    { pattern: '{than}计划', example: '较计划滞后约6个百分点' },
    { pattern: '{than}目标', example: '较目标高' },
    { word: '增幅', example: '增幅达' },
    { word: '降幅', example: '降幅为' },
    { word: '增长', example: '同比增长18.2%' },
    { pattern: '提高了?(?=$|约)', example: '较年初提高' },
    { pattern: '提前了?(?=$|约)', example: '提前' },
    { word: '增速', example: '增速达到' },
    { word: '高出', example: '高出省定任务28名' },
    { word: '多出', example: '多出计划' },
    { word: '超出', example: '超出年度目标8项' },
    { word: '低出', example: '低出平均' },
    { word: '少出', example: '少出' },
    { word: '高于', example: '高于目标1.7个百分点' },
    { word: '低于', example: '占比不低于50%' },
    { word: '快于', example: '快于序时进度' },
    { word: '慢于', example: '慢于序时进度' },
    { pattern: '^超额?$', example: '超额' },
    { pattern: '由$', example: '公办园学位占比由' },
    { pattern: '[由从]{gap}[末初底]的?$', example: '用户注册量由年初的' },
    { pattern: '[由从]原来的?$', example: '由原来的' },
    { pattern: '[由从]原先的?$', example: '从原先的' },
    { pattern: '[由从]此前的?$', example: '由此前的' },
    { pattern: '从$', example: '从' },
    { pattern: '^净?减少了?$', example: '净减少' },
    { pattern: '^净?增加了?$', example: '增加' },
    { pattern: '^净?下降了?$', example: '下降了' },
    { pattern: '^净?多了?$', example: '多了' },
    { pattern: '^净?少了?$', example: '少了' },
  ],
  {
    parts: {
      than: '[较比](?:截至)?',
      gap: '[^，。；]{0,6}',
    },
  },
)

/** The figure is of work begun in an earlier year. */
export const CARRIED_OVER = wordList([
  { word: '结转', example: '去年结转的' },
  { word: '续建', example: '续建累计投资' },
  { word: '遗留', notBefore: '问题', example: '上年度遗留坑塘' },
  { pattern: '上一?年度', example: '上年度遗留坑塘12口已完成验收' },
  { pattern: '上一?年底', example: '比上年底提高' },
  { word: '去年', example: '较去年增加3处' },
  { word: '往年', example: '往年遗留项目' },
  { word: '历年', example: '历年欠账' },
])
