import { wordList } from '../../base/wordList.ts'

// Parts that the patterns of headingParts.ts name. Where a list stands before the end of a heading, its order does not
// matter: what follows decides which of two words that begin alike is taken.

/** The period that is reported, at the beginning of a heading. */
export const PERIODS = wordList([
  { word: '本月', example: '本月完成' },
  { word: '当月', example: '当月新增' },
  { word: '本期', example: '本期完成' },
  { word: '本周', example: '本周办结' },
  { word: '当期', example: '当期数' },
  { word: '本旬', example: '本旬完成' },
  { word: '本季', example: '本季新增' },
])

/** The day on which the reported period ends: what is done by then is done in all. */
export const PERIOD_ENDS = wordList([
  { word: '本期末', example: '本期末完成数' },
  { word: '本月末', example: '本月末' },
  { word: '本月底', example: '本月底数' },
  { word: '本周末', example: '本周末建成' },
  { word: '本旬末', example: '本旬末' },
  { word: '本季末', example: '本季末完成' },
  { word: '本季度末', example: '本季度末' },
  { word: '报告期末', example: '报告期末数' },
  { word: '期末', example: '期末数' },
])

/** What is to be done by a day, or is no figure of what is done. */
export const PLANNED = wordList([
  { word: '计划', example: '本月末计划数' },
  { word: '目标', example: '本季度末目标' },
  { word: '任务', example: '期末任务数' },
  { word: '应', example: '本月底应完成' },
  { word: '预计', example: '本月底预计完成' },
  { word: '问题', example: '本月底问题' },
  { word: '措施', example: '期末措施' },
])

/** Words behind a period that make it no figure of the period. */
export const NOT_OF_PERIOD = wordList([
  { word: '累计', example: '本月累计' },
  { word: '排名', example: '本月排名' },
  { word: '位次', example: '本月位次' },
  { word: '名次', example: '本季名次' },
  { word: '得分', example: '本月得分' },
  { word: '进展', example: '本周进展' },
  { word: '情况', example: '本月情况' },
  { word: '问题', example: '本月问题' },
  { word: '计划', example: '本月计划' },
  { word: '打算', example: '本月打算' },
  { word: '措施', example: '本周措施' },
  { word: '目标', example: '本季目标' },
  { word: '任务', example: '本月任务' },
])

/** Work that is behind, at the beginning of a heading. */
export const NOT_DONE = wordList([
  { pattern: '(?:工作|任务|项目|目标)?尚?未(?:完成|开工|开展|达标|落实|办结|达(?:到)?(?:序时|时序)(?:进度)?)', example: '未完成情况' },
  { pattern: '(?:工作|任务|项目|进[度展])?滞后', example: '进度滞后原因' },
])

/** What is done to works, before their size (规模). */
export const WORKS = wordList([
  { word: '完成', example: '完成规模' },
  { word: '建成', example: '建成规模' },
  { word: '改造', example: '已改造规模' },
  { word: '整治', example: '整治规模' },
  { word: '开工', example: '开工规模' },
  { word: '完工', example: '完工规模' },
  { word: '竣工', example: '竣工规模' },
])

/** Whose value (值) is the one that is reached. */
export const REACHED = wordList([
  { word: '完成', example: '完成值' },
  { word: '实际', example: '实际值' },
  { word: '当前', example: '当前完成值' },
  { word: '目前', example: '目前值' },
  { word: '现状', example: '现状值' },
  { word: '达到', example: '达到值' },
  { word: '监测', example: '监测值' },
  { word: '统计', example: '统计值' },
])

/** Acts that are still to be done behind 计划, 拟, 应. */
export const PLANNED_ACTS = wordList([
  { word: '建设', example: '计划建设' },
  { word: '改造', example: '拟改造数' },
  { word: '整治', example: '应整治数' },
  { word: '完成', example: '计划完成' },
  { word: '实施', example: '计划实施' },
  { word: '筛查', example: '应筛查数' },
  { word: '救助', example: '应救助数' },
  { word: '招聘', example: '拟招聘数' },
  { word: '开工', example: '计划开工' },
  { word: '新建', example: '计划新建' },
  { word: '安装', example: '需安装数' },
  { word: '建成', example: '预计建成' },
  { word: '办理', example: '应办理' },
  { word: '演出', example: '计划演出' },
  { word: '开通', example: '计划开通' },
  { word: '检查', example: '应检查人数' },
  { word: '检测', example: '应检测' },
  { word: '建档', example: '计划检查建档' },
  { word: '培训', example: '计划培训' },
  { word: '发放', example: '计划发放' },
  { word: '铺设', example: '计划铺设' },
  { word: '更换', example: '计划更换' },
  { word: '创建', example: '计划创建' },
  { word: '举办', example: '计划举办' },
])

/** How the heading of a target ends that says what is counted. */
export const COUNTED_THINGS = wordList([
  { word: '数', example: '目标数' },
  { word: '量', example: '任务量' },
  { word: '值', example: '目标值' },
  { word: '户', example: '计划户' },
  { word: '人', example: '应筛查人' },
  { word: '个', example: '目标个' },
  { word: '座', example: '计划座' },
  { word: '套', example: '计划套' },
  { word: '台', example: '应安装台' },
  { word: '场', example: '计划场' },
  { word: '件', example: '应办件' },
  { word: '长度', example: '计划长度' },
  { word: '里程', example: '计划里程' },
  { word: '公里', example: '计划公里' },
  { word: '面积', example: '计划面积' },
  { word: '次', example: '计划场次' },
])

/** Acts that are done behind 已, 累计, 实际, 目前. */
export const DONE_WORDS = wordList([
  { word: '完成', example: '累计完成' },
  { word: '建成', example: '已建成' },
  { word: '办理', example: '已办理' },
  { word: '实施', example: '已实施' },
  { word: '筛查', example: '累计筛查' },
  { word: '救助', example: '已救助' },
  { word: '开工', example: '实际开工' },
  { word: '竣工', example: '已竣工' },
  { word: '完工', example: '已完工' },
  { word: '办结', example: '已办结' },
  { word: '受理', example: '累计受理' },
  { word: '改造', example: '已改造' },
  { word: '整治', example: '已整治' },
  { word: '数', example: '累计数' },
])

/** Acts that lie behind, before the word of a figure. */
export const ENDED_WORDS = wordList([
  { word: '完成', example: '完成数' },
  { word: '建成', example: '建成里程' },
  { word: '竣工', example: '竣工面积' },
  { word: '完工', example: '完工个数' },
  { word: '办结', example: '办结件数' },
  { word: '开工', example: '开工户数' },
  { word: '受理', example: '受理件数' },
])

/** How the heading of a completed figure ends. */
export const FIGURE_TAILS = wordList([
  { word: '数', example: '完成数' },
  { word: '量', example: '完成量' },
  { word: '个数', example: '完工个数' },
  { word: '户数', example: '完工户数' },
  { word: '人数', example: '完成人数' },
  { word: '里程', example: '建成里程' },
  { word: '件数', example: '受理件数' },
  { word: '场次', example: '完成场次' },
  { word: '长度', example: '完成长度' },
  { word: '面积', example: '竣工面积' },
  { word: '公里', example: '完成公里' },
])

/** Steps on the way to the counted one. */
export const STEPS_BEFORE = wordList([
  { word: '报名', example: '报名人数' },
  { word: '申报', example: '申报户数' },
  { word: '申请', example: '申请件数' },
  { word: '登记', example: '登记人数' },
  { word: '签约', example: '签约户数' },
  { word: '审查', example: '资格审查通过人数' },
  { word: '审核', example: '审核通过人数' },
  { word: '初审', example: '初审通过户数' },
  { word: '面试', example: '面试人数' },
  { word: '笔试', example: '笔试人数' },
  { word: '体检', example: '体检人数' },
  { word: '公示', example: '公示人数' },
  { word: '招标', example: '招标完成个数' },
  { word: '选址', example: '选址情况' },
  { word: '制作', example: '制作完成数' },
  { word: '摸排', example: '摸排户数' },
  { word: '排查', example: '排查个数' },
])

/** Stages whose figures are completed ones, the word alone or with what is counted. */
export const STAGES_OF_WORK = wordList([
  { word: '开工', example: '开工数' },
  { word: '动工', example: '动工户数' },
  { word: '在建', example: '在建个数' },
  { word: '竣工', example: '竣工面积' },
  { word: '完工', example: '完工' },
  { word: '建成', example: '建成套数' },
  { word: '投用', example: '投用数' },
  { word: '受理', example: '受理量' },
  { word: '办结', example: '办结量' },
  { word: '到岗', example: '到岗人数' },
  { word: '发放', example: '发放户数' },
  { word: '开通', example: '开通量' },
  { word: '上线', example: '上线数' },
  { word: '结案', example: '结案数' },
  { word: '审结', example: '审结件数' },
  { word: '交付', example: '交付套数' },
  { word: '通车', example: '通车里程' },
  { pattern: '(?:安装|建设|设置|投放|配备)到位', example: '安装到位数' },
  { pattern: '主体(?:结构)?(?:完工|封顶|竣工)', example: '主体完工' },
])

/** What is counted behind the name of a work or a stage. */
export const MEASURED_TAILS = wordList([
  { word: '数', example: '开工数' },
  { word: '户数', example: '改造户数' },
  { word: '人数', example: '救助人数' },
  { word: '个数', example: '整治个数' },
  { word: '量', example: '安装量' },
  { word: '里程', example: '修建里程' },
  { word: '套数', example: '建成套数' },
  { word: '座数', example: '修建座数' },
  { word: '长度', example: '改造长度' },
  { word: '面积', example: '整治面积' },
  { word: '件数', example: '办结件数' },
  { word: '总数', example: '开工总数' },
  { word: '场次', example: '发放场次' },
])

/** The bare name of a work. */
export const WORK_NAMES = wordList([
  { word: '救助', example: '救助人数' },
  { word: '招聘', example: '招聘人数' },
  { word: '筛查', example: '筛查人数' },
  { word: '整治', example: '整治个数' },
  { word: '改造', example: '改造户数' },
  { word: '实施', example: '实施数' },
  { word: '安装', example: '安装数' },
  { word: '修建', example: '修建里程' },
  { word: '提升', example: '提升数' },
])

/** Whose length or area is that of the whole work. */
export const SIZED_WORKS = wordList([
  { word: '建设', example: '建设里程' },
  { word: '改造', example: '改造面积' },
  { word: '新建', example: '新建里程' },
  { word: '整治', example: '整治面积' },
  { word: '项目', example: '项目总长度' },
  { word: '路线', example: '路线长度' },
  { word: '设计', example: '设计里程' },
])

/** How a heading of tasks begins. */
export const TASK_KINDS = wordList([
  { word: '工作', example: '工作事项' },
  { word: '重点', example: '重点项目' },
  { word: '实事', example: '实事事项' },
  { word: '民生', example: '民生项目' },
  { word: '具体', example: '具体内容' },
  { word: '主要', example: '主要任务' },
  { word: '建设', example: '建设内容' },
  { word: '实施', example: '实施项目' },
])
