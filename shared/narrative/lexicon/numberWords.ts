import { wordList } from '../../base/wordList.ts'

/** A number without a measure counts behind these. */
export const COUNTING_VERBS = wordList(
  [
    { word: '完成', example: '目前公厕新建完成' },
    { word: '建成', example: '社区健身中心建成' },
    { word: '开工', example: '产后服务中心开工' },
    { word: '改造', example: '老旧电梯更新改造' },
    { word: '实现', example: '全市实现' },
    { word: '新增', example: '老年教育学位新增' },
    { word: '完工', example: '社区老年学校完工' },
    { word: '竣工', example: '湖滨区6个全部竣工' },
    { word: '投用', example: '加装电梯累计投用' },
    { word: '封顶', example: '小型消防站主体封顶' },
    { word: '在建', example: '公里、在建' },
    { word: '数', example: '平均跑动次数' },
    { word: '计', example: '正在开展规划设计' },
    { word: '办理', example: '货车入市通行证网上办理' },
    { word: '受理', example: '已受理' },
    { word: '发放', example: '租赁补贴发放' },
  ],
  { frame: '{words}(?:了|约|达|为|[:：])?\\s*$' },
)

/** A number without a measure is a figure behind these. */
export const COUNTS_BEHIND = wordList(
  [
    { word: '完成', example: '目前装修布展完成' },
    { word: '建成', example: '多功能运动场建成' },
    { word: '开工', example: '棚户区改造新开工' },
    { word: '改造', example: '已完成窨井盖改造' },
    { word: '新增', example: '较上月新增' },
    { word: '完工', example: '全市加装电梯已完工' },
    { word: '竣工', example: '主体竣工' },
    { word: '投用', example: '智慧安防小区建成投用' },
    { word: '实现', example: '实现' },
    { word: '办理', example: '正在办理' },
    { word: '数', example: '移交改造户数' },
    { word: '量', example: '线上直播浏览量' },
    { word: '计', example: '剩余户数预计' },
    { word: '共', example: '养老护理员培训共' },
    { word: '达', example: '资源化利用率达' },
    { word: '为', example: '查处占用消防通道行为' },
    { word: '在建', example: '另有17台在建' },
    { pattern: '[：:\\s|]', example: '达到省定目标的 ' },
  ],
  { frame: '{words}(?:了|约)?\\s*$' },
)

/** A number without a measure is a figure directly behind these states. */
export const STATES_BEFORE = wordList(
  [
    { word: '未开工', example: '渑池县15套尚未开工' },
    { word: '未启动', example: '尚有87个未启动' },
    { word: '施工中', example: '各标段施工中' },
    { word: '设计中', example: '、设计中' },
    { word: '装修中', example: '2个装修中' },
    { word: '办理中', example: '手续办理中' },
    { word: '招标中', example: '设备采购挂网招标中' },
    { word: '主体完工', example: '其中主体完工' },
    { word: '封顶', example: '实验二小主体封顶' },
    { word: '前期', example: '前期' },
  ],
  { frame: '{words}$' },
)

/** What follows a number that only qualifies a name (20户以上自然村, 10千伏). */
export const QUALIFYING_MEASURES = wordList(
  [
    { word: '户', example: '户外劳动者免费体检' },
    { word: '人', example: '人民调解员500名' },
    { word: '平', example: '平安小区建设方面' },
    { word: '千', example: '千伏变电站、十座' },
    { word: '岁', example: '岁以下婴幼儿托位' },
    { word: '伏', example: '伏线路' },
    { word: 'k', example: 'km for 千米' },
  ],
  { frame: '^{words}' },
)

/** What a numeral in Chinese characters makes a word of, not a figure (一事一议, 一站式). */
export const NUMERAL_NOUNS = wordList(
  [
    { word: '事', example: '事一议' },
    { word: '揽子', example: '揽子政策' },
    { word: '系列', example: '系列活动' },
    { word: '体化', example: '体化养老' },
    { word: '站式', example: '站式服务' },
    { word: '刻钟', example: '刻钟便民圈' },
  ],
  { frame: '^{words}' },
)

/** Measures that name the thing itself. */
export const THING_MEASURES = wordList([
  { word: '村', example: '农村地区购置校车' },
  { word: '社区', example: '新建社区健身中心' },
  { word: '小区', example: '整治小区150个' },
  { word: '学校', example: '建立近视干预学校' },
  { word: '乡镇', example: '改扩建乡镇敬老院' },
  { word: '点位', example: '点位勘察已完成' },
  { word: '床位', example: '新增公办养老床位' },
  { word: '泊位', example: '新增公共停车泊位' },
  { word: '车位', example: '新增城市停车位' },
  { word: '份', example: '建档1.26万份' },
  { word: '本', example: '本月新增88根' },
  { word: '张', example: '核销3.1万张' },
])

/** 2.95亿 and 897万 next to these are 元. */
export const MONEY_WORDS = wordList([
  { word: '投资', example: '新建项目完成投资' },
  { word: '资金', example: '争取资金支持' },
  { word: '贷款', example: '贷款贴息1.5亿元' },
  { word: '补贴', example: '补贴性职业技能培训' },
  { word: '补助', example: '精神病患者服药补助' },
  { word: '金额', example: '合同金额2.03亿元' },
  { word: '投入', example: '投入运营校车95辆' },
  { word: '经费', example: '拨付经费' },
  { word: '拨付', example: '拨付资金5934万元' },
  { word: '发放', example: '发放住房租赁补贴' },
  { word: '概算', example: '占概算的46%' },
  { word: '预算', example: '列入预算' },
  { word: '债券', example: '争取专项债券资金' },
  { word: '产值', example: '实现产值' },
  { word: '收入', example: '实现低收入人口动态监测' },
  { word: '费用', example: '减免费用' },
  { word: '工资', example: '为农民工追回拖欠工资' },
  { pattern: '款项?', example: '发放创业担保贷款' },
  { pattern: '共计$', example: '共计' },
])
