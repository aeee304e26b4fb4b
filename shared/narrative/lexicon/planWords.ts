import { wordList } from '../../base/wordList.ts'

/** Directly before a stage these deny it. */
export const NOT_YET = wordList(
  [
    { word: '未', example: '仍未' },
    { word: '没有', example: '没有' },
    { word: '暂无', example: '暂无' },
    { word: '尚未', example: '尚未' },
    { word: '待', example: '待' },
    { word: '拟', example: '拟' },
    { word: '即将', example: '即将' },
    { word: '将', example: '将' },
    { word: '准备', example: '准备' },
  ],
  { frame: '{words}$' },
)

/** What precedes 目标 or 任务 where a figure is the target again: 55%的年度目标, 40所的既定任务. */
export const TARGET_QUALIFIERS = wordList([
  { word: '年度', example: '的年度目标' },
  { word: '全年', example: '的全年任务' },
  { word: '年初', example: '的年初计划' },
  { word: '既定', example: '的既定目标' },
  { word: '总', example: '的总任务' },
])

/** What work goes by. */
export const DIRECTIVES = wordList([
  { word: '方案', example: '完成方案编制7个' },
  { word: '计划', example: '计划新建项目5个' },
  { word: '要求', example: '均高于省定95%的要求' },
  { word: '部署', example: '一码通平台已部署上线' },
  { word: '安排', example: '全年活动安排已下发' },
  { word: '规划', example: '规划选址完成50处' },
  { word: '标准', example: '采集标准地址数据' },
  { word: '清单', example: '纳入国家监管清单的' },
  { word: '精神', example: '精神病患者服药补助' },
  { word: '目标', example: '超额完成年度目标' },
  { word: '原则', example: '明确200个阅报栏名单分配原则' },
])

/** Leads up to what work goes by. */
export const ACCORDING_TO = wordList([
  { pattern: '按照?', example: '占目标%按四舍五入计算' },
  { word: '根据', example: '根据《关于做好' },
  { word: '依据', example: '依据实施方案' },
  { word: '依照', example: '依照年度计划' },
  { word: '结合', example: '结合任务同步推进' },
  { word: '对照', example: '对照任务清单' },
  { word: '围绕', example: '围绕年度目标' },
  { word: '严格落实', example: '严格落实市委部署' },
])

/** What a figure goes by says nothing of its role: 按照方案要求, 据统计. */
export const GOES_BY_A_PLAN = wordList(
  [
    { pattern: '{accordingTo}[^，。；]{0,24}?{directive}的?', example: '按户数计占年度目标任务的' },
    { pattern: '据(?:不完全)?统计', example: '据不完全统计' },
  ],
  {
    parts: {
      accordingTo: ACCORDING_TO,
      directive: DIRECTIVES,
    },
  },
)
