import { wordList } from '../../base/wordList.ts'

/** A rate under a name of its own: 覆盖率达, 满意率. */
export const RATES_BY_OTHER_NAMES = wordList(
  [
    { word: '覆盖', example: '乡镇快递网点覆盖率' },
    { word: '满意', example: '群众满意率' },
    { word: '合格', example: '总体合格率' },
    { word: '优良', example: '空气优良率达到' },
    { word: '普及', example: '农村自来水普及率达' },
    { word: '入住', example: '平均入住率' },
    { word: '就业', example: '就业率达' },
    { word: '通达', example: '通达率' },
    { word: '知晓', example: '群众知晓率为' },
    { word: '检出', example: '近视检出率' },
    { word: '阳性', example: '筛查阳性率为' },
    { word: '成功', example: '调解成功率' },
    { word: '参保', example: '参保率' },
    { word: '入园', example: '学前三年毛入园率达到' },
    { word: '达标', example: '水质达标率达到' },
    { word: '上座', example: '平均上座率达' },
    { word: '利用', example: '粪污资源化利用率' },
    { word: '使用', example: '分厅事项月使用率' },
    { word: '检查', example: '产前检查率达' },
    { word: '出勤', example: '参训出勤率超过' },
    { word: '回收', example: '问卷回收率为' },
    { word: '收集', example: '生活污水收集率达' },
    { word: '处理', example: '垃圾无害化处理率达到' },
    { word: '结案', example: '结案率' },
    { word: '办结', example: '欠薪线索办结率' },
    { word: '整改', example: '整改率' },
  ],
  { frame: '{words}率(?:达到?|为|约|超过?|均)*$' },
)

/** The percentage is a change, or what something was compared with. */
export const CHANGES = wordList([
  { word: '同比', example: '同比增长4.3%' },
  { word: '环比', example: '环比增长18.4%' },
  { pattern: '[较比]上', example: '较上月新增完工8台' },
  { pattern: '[较比]去', example: '较去年增加3处' },
  { pattern: '[较比]前', example: '较前' },
  { pattern: '[较比]年初', example: '较年初净增17.3万户' },
  { pattern: '[较比]同期', example: '较同期' },
  { word: '增长', example: '同比增长18.2%' },
  { word: '增幅', example: '增幅达' },
  { word: '降幅', example: '降幅为' },
  { word: '下降', example: '同比下降0.8个百分点' },
  { pattern: '提高了?$', example: '比上年底提高' },
  { pattern: '提升了?$', example: '高速公路出入口绿化提升' },
  { word: '增加', example: '增加公办学位6480个' },
  { word: '减少', example: '较去年同期的40场减少12场' },
  { word: '上升', example: '环比上升0.4个百分点' },
  { word: '增速', example: '增速达到' },
  { word: '快于', example: '快于序时进度' },
  { word: '慢于', example: '慢于序时进度' },
  { word: '高于', example: '高于目标1.7个百分点' },
  { pattern: '低于$', example: '护理型床位不低于' },
  { pattern: '由$', example: '公办园学位占比由' },
  { pattern: '从$', example: '合格率从' },
])

/** The percentage is of the target. */
export const OF_TARGET = wordList(
  [
    { pattern: '{reaches}{some}目标{rest}$', example: '按户数计占年度目标任务的' },
    { pattern: '{reaches}{some}任务{rest}$', example: '年初下达改造任务' },
    { pattern: '{reaches}{some}计划{rest}$', example: '已下达资金计划' },
    { pattern: '{reaches}{some}指标{rest}$', example: '完成年度指标的' },
    { pattern: '{reaches}{some}序时{rest}$', example: '未达到序时进度' },
    { pattern: '占[^，,。；]{0,6}{total}?的?$', example: '分别占年度任务的' },
    { pattern: '目标(?:任务|数|量)?的?{rate}?(?:分别)?{is}?$', example: '适配辅助器具目标' },
    { pattern: '任务(?:任务|数|量)?的?{rate}?(?:分别)?{is}?$', example: '我市承担改造任务' },
    { pattern: '计划(?:任务|数|量)?的?{rate}?(?:分别)?{is}?$', example: '各县已上报建设计划' },
    { pattern: '完成(?:率|比例|进度|度)?(?:为|达|达到|约|近|[:：])?$', example: '比去年同期多完成' },
    { pattern: '^占?比?(?:分别)?(?:为|达)?$', example: '占比分别为' },
  ],
  {
    parts: {
      reaches: '占|完成|达|达到|为|实现|是',
      some: '[^，,。；]{0,12}',
      rest: '[^，,。；]{0,8}',
      total: '总数|总量',
      rate: '完成率|比例|比|完成比例',
      is: '为|达|达到|的',
    },
  },
)

/** The percentage is of something else than the target. */
export const OTHER_BASES = wordList([
  { word: '实际', example: '实际招聘57名' },
  { word: '应', example: '应急供水点10处' },
  { word: '需', example: '征集场景需求46个' },
  { word: '总投资', example: '总投资4.5亿元' },
  { word: '总数', example: '占总数的48%' },
  { word: '总量', example: 'G基站总量达到' },
  { word: '总人口', example: '占总人口的' },
])

/** Parts of a building work, whose percentage is not the target's: 主体工程完成80%. */
export const PARTS_OF_WORK = wordList(
  [
    { word: '主体', example: '其中主体完工' },
    { word: '基础', example: '基础工程完成' },
    { word: '土建', example: '西城污水处理厂土建完成' },
    { word: '装修', example: '目前装修布展完成' },
    { word: '附属', example: '附属设施完成' },
    { word: '清淤', example: '河道清淤完成' },
    { word: '路基', example: '路基完成' },
    { word: '路面', example: '路面铺设完成' },
    { word: '外墙', example: '外墙保温完成' },
    { word: '安装', example: '设备安装完成' },
    { word: '工程', example: '土建工程完成' },
  ],
  { frame: '{words}[^，]{0,4}(?:完成|完工)$' },
)

/** A rate of starting, building or finishing. */
export const STAGE_RATES = wordList(
  [
    { pattern: '开工{rate}', example: '开工率95.9%' },
    { pattern: '完工{rate}', example: '完工率78.2%' },
    { pattern: '竣工{rate}', example: '竣工率68.6%' },
    { pattern: '建成{rate}', example: '建成率100%' },
    { pattern: '施工{rate}', example: '施工进度' },
    { pattern: '建档{rate}', example: '建档率100%' },
    { pattern: '签约{rate}', example: '签约率77.6%' },
    { pattern: '形象{rate}', example: '形象进度约85%' },
    { pattern: '总?工程{rate}', example: '完成总工程量的45%' },
    { pattern: '启动{rate}', example: '项目启动率' },
    { pattern: '到位{rate}', example: '资金到位率' },
    { pattern: '投用{rate}', example: '设施投用率' },
    { word: '形象进度', example: '形象进度82%' },
    { word: '工程量', example: '第3个完成95%工程量' },
    { pattern: '[^，]{2}进度', example: '是否达到序时进度' },
  ],
  {
    parts: {
      rate: '[^，,。；]{0,4}(?:率|进度|量)',
    },
  },
)

/** Words that say no more than that a percentage is meant. */
export const BARE_RATES = wordList(
  [
    { pattern: '完成率?{is}?$', example: '目前公厕新建完成' },
    { pattern: '占{is}?$', example: '座占' },
    { pattern: '占比{is}?$', example: '公办园在园幼儿占比' },
    { pattern: '达{is}?$', example: '资源化利用率达' },
    { pattern: '达到{is}?$', example: '全市托育机构达到' },
    { pattern: '进度{is}?$', example: '整体形象进度达到' },
    { pattern: '比例{is}?$', example: '办结占目标比例' },
    { pattern: '比{is}?$', example: '占年任务之比' },
    { pattern: '^$', example: '' },
  ],
  {
    parts: {
      is: '为|达到?|约|近|[：:]|的',
    },
  },
)

/** Words of building work. */
export const WORKS = wordList([
  { word: '完成', example: '完成64.03%' },
  { word: '完工', example: '累计完工103条' },
  { word: '竣工', example: '竣工1.98万户' },
  { word: '施工', example: '施工完成403户' },
  { word: '工程', example: '低保家庭善居工程' },
  { word: '安装', example: '安装到位138座' },
  { word: '建设', example: '街头游园建设方面' },
])

/** All that a percentage has before it where its indicator is named in the clause before. */
export const RATE_LEADS = wordList(
  [
    { pattern: '占.{0,8}总[数量]的?', example: '占总数的' },
    { word: '占比', example: '占比' },
    { word: '比例', example: '比例' },
    { word: '比重', example: '比重' },
    { word: '占', example: '占' },
    { word: '为', example: '为' },
    { pattern: '达到?', example: '达到' },
    { pattern: '提高[至到]', example: '提高到' },
    { pattern: '提升[至到]', example: '提升至' },
    { word: '上升至', example: '上升至' },
    { word: '上升到', example: '上升到' },
    { pattern: '增[加长]?[至到]', example: '增加至' },
    { pattern: '[：:]', example: '：' },
  ],
  { frame: '^{words}*$' },
)
