import { type WordList, wordList } from '../../base/wordList.ts'
import type { Stage } from '../../quantity/stage.ts'

/** Headings of totals next to columns of areas or parts. */
export const TOTAL_COLUMNS = wordList(
  [
    { word: '合计', example: '全市合计' },
    { word: '总计', example: '总计' },
    { word: '共计', example: '共计' },
    { word: '小计', example: '小计' },
    { word: '全市', example: '全市' },
    { word: '总数', example: '全市总数' },
    { word: '全市总计', example: '全市总计' },
  ],
  { frame: '^(?:全市)?{words}$' },
)

/** What is measured, below a heading that says of what. */
export const SIZES = wordList(
  [
    { word: '里程', example: '里程' },
    { word: '长度', example: '长度' },
    { word: '面积', example: '面积' },
    { word: '数量', example: '数量' },
    { word: '规模', example: '规模' },
  ],
  { frame: '^{words}$' },
)

/** How a work is done, one beside the other: 新建 | 改造 | 合计. */
export const KINDS_OF_WORK = wordList(
  [
    { word: '新建', example: '新建' },
    { word: '改造', example: '改造' },
    { word: '改建', example: '改建' },
    { word: '扩建', example: '扩建' },
    { word: '改扩建', example: '改扩建' },
  ],
  { frame: '^{words}$' },
)

/** A batch of the year's works: 配网一批, 第二批, 一期, A批. */
export const BATCH = /第?[一二三四五六]批|[一二三四]期|[ABC]批/u

/** Words of acts, times and counts, of which a heading may have several. */
export const ACT_WORDS = wordList([
  { word: '已', example: '已救助' },
  { word: '累计', example: '累计救助人数' },
  { word: '本月', example: '本月救助' },
  { word: '当月', example: '当月救助' },
  { word: '本周', example: '本周办结' },
  { word: '实际', example: '实际招聘' },
  { word: '目前', example: '目前筛查' },
  { word: '计划', example: '计划招聘' },
  { word: '年度', example: '年度任务' },
  { word: '应', example: '应筛查人数' },
  { word: '任务', example: '任务数' },
  { word: '目标', example: '目标数' },
  { word: '总', example: '总户数' },
  { word: '完成', example: '完成整治' },
  { word: '救助', example: '已救助' },
  { word: '筛查', example: '应筛查' },
  { word: '整治', example: '已整治' },
  { word: '改造', example: '改造户数' },
  { word: '招聘', example: '招聘人数' },
  { word: '演出', example: '演出场数' },
  { word: '建设', example: '建设任务' },
  { word: '新建', example: '新建数' },
  { word: '开通', example: '开通数' },
  { word: '办理', example: '办理件数' },
  { word: '办结', example: '办结件数' },
  { word: '受理', example: '受理件数' },
  { word: '开工', example: '开工数' },
  { word: '完工', example: '完工数' },
  { word: '竣工', example: '竣工数' },
  { word: '建成', example: '建成套数' },
  { word: '安装', example: '安装个数' },
  { word: '检查', example: '检查人数' },
  { word: '户', example: '改造户' },
  { word: '人', example: '救助人数' },
  { word: '个', example: '完成个数' },
  { word: '例', example: '筛查例数' },
  { word: '件', example: '受理件' },
  { word: '场', example: '演出场' },
  { word: '座', example: '整治座数' },
  { word: '套', example: '建成套数' },
  { word: '数', example: '完成数' },
  { word: '量', example: '受理量' },
])

/** A heading made of nothing else (已救助人数): it says what is done, not of what. */
export const ONLY_ACTS = new RegExp(`^${ACT_WORDS.source}+$`)

/** Times before an act: the two together say when something was done, not of what. */
export const ACT_TIMES = wordList([
  { word: '本年', example: '本年完成' },
  { word: '今年', example: '今年整治' },
  { word: '当年', example: '当年完成' },
  { word: '全年', example: '全年完成任务' },
  { pattern: '自(?=开工)', example: '自开工建成' },
])
export const TIMED_ACTS = new RegExp(`^${ACT_TIMES.source}${ACT_WORDS.source}+(情况)?$`)

/** A target that a county set itself, or that a higher level did. */
export const OTHER_LEVELS = wordList([
  { pattern: '[县区]定', example: '县定目标' },
  { pattern: '[县区]级', example: '区级任务' },
  { pattern: '[县区]自', example: '县自加压目标' },
  { word: '自定', example: '自定目标' },
  { word: '自设', example: '自设目标' },
  { word: '省定', example: '省定目标' },
  { word: '省级', example: '省级任务' },
  { word: '省下达', example: '省下达任务' },
])

/** Words of which part a unit has in a task. */
export const UNIT_ROLES = wordList([
  { word: '牵头', example: '牵头单位' },
  { word: '主办', example: '主办单位' },
  { word: '主管', example: '主管部门' },
  { word: '配合', example: '配合单位' },
  { word: '协办', example: '协办单位' },
  { word: '协助', example: '协助单位' },
  { word: '参与', example: '参与单位' },
])

/** Which stage a heading names; the first one that it has a word of. */
export const HEADING_STAGES: readonly { readonly stage: Stage; readonly words: WordList }[] = [
  {
    stage: 'in_progress',
    words: wordList([{ pattern: '主体(?:结构)?(?:完工|封顶|竣工|完成|建成)', example: '主体完工' }]),
  },
  {
    stage: 'basically_completed',
    words: wordList([
      { word: '基本完工', example: '基本完工数' },
      { word: '基本建成', example: '基本建成数' },
      { word: '基本完成', example: '基本完成数' },
    ]),
  },
  { stage: 'not_started', words: wordList([{ pattern: '未(?:开工|动工|启动|实施|开展)', example: '未开工数' }]) },
  {
    stage: 'started',
    words: wordList([
      { pattern: '(?<!自)开工(?!以来|至今)', example: '开工数' },
      { word: '动工', example: '已动工' },
      { word: '开建', example: '开建户数' },
    ]),
  },
  {
    stage: 'accepted',
    words: wordList([
      { word: '受理', example: '受理件数' },
      { pattern: '承办(?!单位|部门|科室|机构|人)', example: '承办件数' },
      { word: '立案', example: '立案数' },
      { word: '收案', example: '收案数' },
      { word: '接案', example: '接案数' },
    ]),
  },
  {
    stage: 'in_progress',
    words: wordList([
      { pattern: '未(?:办结?|完成|完工|竣工|建成|结案?)', example: '未办结' },
      { pattern: '在[建办审施]', example: '在建数' },
      { pattern: '(?:建设|施工|办理|实施|改造|整改|推进|审理)中', example: '建设中' },
      { word: '正在', example: '正在建设' },
      { word: '制作', example: '制作完成' },
    ]),
  },
  {
    stage: 'completed',
    words: wordList([
      { word: '竣工', example: '竣工数' },
      { word: '完工', example: '完工数' },
      { word: '建成', example: '建成套数' },
      { word: '办结', example: '办结件数' },
      { word: '结案', example: '结案数' },
      { word: '审结', example: '审结数' },
      { pattern: '(?:安装|建设|设置|投放|配备)到位', example: '安装到位' },
    ]),
  },
  {
    stage: 'accepted',
    words: wordList([
      { word: '报名', example: '已报名' },
      { word: '申报', example: '申报户数' },
      { word: '申请', example: '申请件数' },
      { word: '登记', example: '登记人数' },
      { word: '签约', example: '已签约户数' },
      { word: '审查', example: '资格审查' },
      { word: '审核', example: '审核通过人数' },
      { word: '初审', example: '初审通过' },
      { word: '面试', example: '面试人数' },
      { word: '笔试', example: '笔试人数' },
      { word: '体检', example: '体检人数' },
      { word: '公示', example: '公示人数' },
    ]),
  },
  {
    stage: 'approved',
    words: wordList([
      { word: '批复', example: '批复数' },
      { word: '批准', example: '批准数' },
      { word: '核准', example: '核准户数' },
      { word: '审批', example: '审批通过' },
      { word: '立项', example: '立项数' },
    ]),
  },
  {
    stage: 'selected',
    words: wordList([
      { word: '选址', example: '选址完成数' },
      { word: '选定', example: '选定路段' },
      { word: '选取', example: '选取点位' },
      { word: '摸排', example: '摸排户数' },
      { word: '排查', example: '排查数' },
      { word: '招标', example: '招标完成数' },
    ]),
  },
]
