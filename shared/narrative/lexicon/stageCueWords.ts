import { wordList } from '../../base/wordList.ts'

/** The main structure or a step of it is finished. */
export const BASICALLY_DONE = wordList(
  [
    { word: '基本建成', example: '基本建成960套' },
    { word: '基本完工', example: '基本完工 accepted' },
    { word: '基本完成', example: '基本完成' },
    { word: '基本竣工', example: '基本竣工' },
    { pattern: '{mainBody}完成', example: '主体完成80%' },
    { pattern: '{mainBody}完工', example: '主体完工76个' },
    { pattern: '{mainBody}封顶', example: '实验二小主体封顶' },
    { pattern: '{mainBody}竣工', example: '主体竣工26座' },
    { pattern: '完成了?主体', example: '4家完成主体结构' },
    { pattern: '完成了?桩基', example: '其余2所完成桩基施工' },
    { pattern: '完成了?基础', example: '候车亭完成基础施工' },
    { pattern: '完成了?土建', example: '另一座完成土建施工' },
    { pattern: '完成了?清淤', example: '河道治理完成清淤' },
    { pattern: '完成了?吊装', example: '完成吊装' },
    { pattern: '完成了?坝体', example: '黑沟等4座完成坝体灌浆' },
    { pattern: '完成了?灌浆', example: '完成灌浆' },
    { pattern: '完成了?路基', example: '长江路等3条完成路基' },
    { pattern: '完成了?基层', example: '完成基层施工' },
    { pattern: '完成了?管线', example: '完成管线敷设2座' },
    { pattern: '完成了?立杆', example: '千伏及以下线路完成立杆' },
    { pattern: '完成了?开挖', example: '完成开挖' },
    { pattern: '完成了?浇筑', example: '完成浇筑' },
    { pattern: '完成了?砌筑', example: '完成砌筑' },
    { pattern: '完成了?设备安装', example: '4座完成设备安装' },
    { pattern: '完成了?外墙', example: '完成外墙保温' },
    { pattern: '完成了?内墙', example: '完成内墙抹灰' },
    { pattern: '完成了?粉刷', example: '完成粉刷' },
    { pattern: '完成了?屋面', example: '完成屋面防水' },
    { pattern: '完成了?防水', example: '完成了防水' },
    { pattern: '{step}(?:工程|施工|作业)?(?:已|均|全部)*完(?:成|工)', example: '卢氏县路基完成40公里' },
    { word: '封顶', example: '主体封顶48套' },
    { word: '吊装', example: '2座已完成钢箱梁吊装' },
  ],
  {
    parts: {
      mainBody: '主体(?:工程|结构|施工)?(?:已|基本|全部)*',
      step: '桩基|土建|清淤|坝体|路基|基层|水稳层|立杆|浇筑|砌筑',
    },
  },
)

/** The finished thing is used. */
export const IN_USE = wordList([
  { pattern: '投入?使用', example: '已建成并投入使用7个' },
  { pattern: '投入?用', example: '竣工投用98部' },
  { pattern: '投入?运', example: '投入运营校车95辆' },
  { word: '投产', example: '已投产134个、正在施工52个' },
  { word: '运行', example: '完工运行58台电梯' },
  { word: '运营', example: '由通信运营商统计' },
  { word: '启用', example: '现已建成启用305个' },
  { word: '开放', example: '开放充电桩500个' },
  { word: '通车', example: '人民路已通车' },
  { word: '入住', example: '分配入住305套' },
  { word: '交付', example: '站址已交付91个' },
  { word: '开通', example: '开通心理援助热线' },
  { word: '上线', example: '上线事项月使用率' },
  { word: '开园', example: '其中2所已开园招生' },
  { word: '开班', notBefore: '\\d', example: '待夏收后集中开班' },
  { word: '挂牌', example: '其中5个已挂牌开放' },
])

/** What finished work is passed by; of several in one phrase the last. */
export const EXAMINATIONS = wordList(
  [
    { word: '验收', example: '其中通过验收19座' },
    { word: '认定', example: '通过省级认定' },
    { word: '认证', example: '家医院建成胸痛中心并通过国家认证' },
    { word: '评估', example: '通过省级技术评估7个' },
    { word: '考核', example: '通过考核' },
    { word: '复核', example: '通过市级复核' },
    { word: '达标', example: '通过安全生产达标' },
  ],
  { frame: '通过[^，。；]{0,16}{words}' },
)

/** The work is finished. */
export const DONE = wordList(
  [
    { word: '完工', example: '累计完工103条' },
    { word: '竣工', example: '竣工率68.6%' },
    { word: '建成', example: '全市共建成20所' },
    { word: '验收', example: '验收合格150户' },
    { word: '办结', example: '办结率98%以上' },
    { word: '结案', example: '结案率71.1%' },
    { word: '完成', example: '完成64.03%' },
    { word: '安装到位', example: '安装到位138座' },
    { word: '整治到位', example: '已整治到位254处' },
    { word: '到位', example: '已到位资金4500万元' },
    { pattern: '已?改造完', example: '危桥改造完成7座' },
    { word: '创建成功', example: '创建成功示范村' },
    { word: '达标', example: '达标小区44个' },
    { word: '落成', example: '落成启用' },
    { word: '销号', example: '已完成治理并销号' },
    { word: '整改', example: '整改1.86万处' },
    { word: '完毕', example: '管网施工完毕142个' },
    { word: '到岗', example: '目前签约到岗164名' },
    { word: '上岗', example: '已上岗3874人' },
    { word: '入职', example: '入职教师' },
    { word: '开业', example: '其中11家开业运营' },
    { pattern: '通过[^，。；]{0,16}{examination}', example: '其中通过验收19座' },
  ],
  { parts: { examination: EXAMINATIONS } },
)

/** A request or a case was taken on. */
export const ACCEPTED = wordList([
  { word: '受理', example: '受理案件268件' },
  { word: '立案', example: '网上立案815件' },
  { word: '登记受理', example: '登记受理案件' },
  { word: '收件', example: '收件' },
])

/** What 正在 is followed by where the work itself has not begun (正在招标). */
export const PAPER_STEPS = wordList(
  [
    { word: '开展', example: '正在开展规划设计5个' },
    { word: '办理', example: '正在办理审批手续' },
    { word: '进行规划', example: '正在进行规划' },
    { word: '进行招标', example: '正在进行招标' },
    { word: '进行设计', example: '正在进行设计' },
    { word: '进行前期', example: '正在进行前期工作' },
    { word: '进行环评', example: '另外3座正在进行环评公示' },
    { word: '进行可研', example: '正在进行可研编制' },
    { word: '进行评审', example: '正在进行评审' },
    { word: '进行公示', example: '正在进行公示' },
    { word: '进行审批', example: '正在进行审批' },
    { word: '进行征', example: '正在进行征地' },
    { word: '进行方案', example: '正在进行方案设计' },
    { word: '编制', example: '正在编制招标文件' },
    { word: '征', example: '其他3条正在征迁' },
    { word: '选址', example: '各县区正在选址' },
    { word: '申', example: '另有两家正在申报' },
    { word: '审', example: '第3个正在审批选址' },
    { word: '设计', example: '正在设计施工图' },
    { word: '招标', example: '其余正在招标' },
    { word: '采购', example: '正在采购设备' },
    { word: '公示', example: '秋季学期资助名单正在公示' },
    { word: '筹', example: '2家医院正在筹建' },
    { word: '谋', example: '正在谋划' },
    { word: '起草', example: '正在起草通知' },
  ],
  { frame: '(?<=正在){words}' },
)

/** What makes another noun of 施工 (施工图, 施工许可). */
export const NOT_BUILDING = wordList(
  [
    { word: '图', example: '已完成施工图设计' },
    { word: '许可', example: '取得施工许可40部' },
    { word: '招标', example: '预计5月底施工招标' },
    { word: '单位', example: '因施工单位变更' },
    { word: '方案', example: '施工方案' },
    { word: '设计', example: '施工设计' },
    { word: '队', example: '正在组织施工队伍进场' },
    { word: '开标', example: '6月10日施工开标' },
    { word: '合同', example: '另3家已签施工合同' },
  ],
  { frame: '(?<=施工){words}' },
)

/** The work goes on. */
export const UNDER_CONSTRUCTION = wordList(
  [
    { word: '在建', example: '在建小区46个' },
    { word: '正在', notBefore: '{paperStep}', example: '剩余6个正在装修' },
    { word: '施工', notBefore: '{otherNoun}', example: '施工完成403户' },
    { word: '建设中', example: '教师周转宿舍建设中' },
    { word: '建设当中', example: '宏远换热站正在建设当中' },
    { word: '建设之中', example: '建设之中' },
    { word: '装修', example: '南关、站前2个装修' },
    { word: '调试', notAfter: '安装', example: '通电调试61块' },
    { word: '铺设中', example: '管网铺设中' },
    { word: '浇筑中', example: '基础浇筑中' },
    { word: '安装中', example: '电梯安装中' },
    { word: '整治中', example: '河道整治中' },
    { pattern: '完成[至到](?!位)', example: '灵宝市27套完成至二层' },
    { pattern: '施工[至到](?!位)', example: '立体停车楼主体结构已施工至三层' },
    { pattern: '建设[至到](?!位)', example: '建设至三层' },
    { pattern: '砌筑[至到](?!位)', example: '砌筑到二层' },
    { pattern: '浇筑[至到](?!位)', example: '浇筑至四层' },
    { pattern: '推进[至到](?!位)', example: '推进到主体施工' },
    { pattern: '建[至到](?!位)', example: '龙城二期640套主体建至16层' },
    { word: '改造中', example: '改造中小学教室照明' },
    { word: '推进中', example: '有序推进中' },
    { word: '办理中', example: '案件办理中' },
    { word: '在办', example: '受理在办2860套' },
  ],
  {
    parts: {
      paperStep: PAPER_STEPS,
      otherNoun: NOT_BUILDING,
    },
  },
)

/** The work has begun. */
export const STARTED = wordList(
  [
    { word: '开工', example: '已开工2460套' },
    { word: '动工', example: '其中动工22部' },
    { word: '启动', example: '计划7月份启动' },
    { word: '开建', example: '已开建' },
    { word: '破土', example: '破土动工' },
    { word: '奠基', example: '日奠基' },
    { word: '进场', example: '中标单位已进场' },
  ],
  { frame: '(?<!未)(?<!尚未){words}' },
)

/** Verbs of the stages that a text lists one after the other: 开工5座，完工2座. */
export const STAGE_VERBS = wordList([
  { word: '开工', example: '已开工2460套' },
  { word: '完工', example: '累计完工103条' },
  { word: '竣工', example: '竣工率68.6%' },
  { word: '建成', example: '基本建成960套' },
  { word: '在建', example: '正在建设58个' },
  { word: '投用', example: '陕州区2个均已投用' },
  { word: '完成', example: '完成64.03%' },
])
