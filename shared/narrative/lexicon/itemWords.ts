import { wordList } from '../../base/wordList.ts'

/** Subjects that are papers, plans or general terms, not a thing that is built. */
export const NOT_ITEMS = wordList([
  { word: '方案', example: '完成方案编制7个' },
  { word: '工作', example: '采购工作7月完成' },
  { word: '通知', example: '正在起草通知' },
  { word: '会议', example: '已召开专题会议3次' },
  { pattern: '任务$', example: '我市承担改造任务' },
  { word: '资金', example: '争取资金支持' },
  { word: '合同', example: '另3家已签施工合同' },
  { word: '招标', example: '设备招标采购完成' },
  { word: '设计', example: '已完成施工图设计' },
  { pattern: '项目$', example: '在建安置房项目' },
  { pattern: '工程$', example: '生命安全防护工程' },
  { word: '系统', example: '系统登记381户' },
  { word: '平台', example: '平台已上线运行' },
])

/** Where the name of a thing ends and its state begins. */
export const STATES_OF_ITEMS = wordList([
  { word: '已', example: '已安装调试58套' },
  { word: '正在', example: '剩余6个正在装修' },
  { word: '现已', example: '现已建成33座' },
  { word: '目前', example: '目前共建成36个' },
  { word: '建成', example: '全市共建成20所' },
  { word: '完工', example: '累计完工103条' },
  { word: '竣工', example: '竣工率68.6%' },
  { word: '基本', example: '基本建成960套' },
  { word: '主体', example: '实验二小主体封顶' },
  { word: '完成', example: '完成64.03%' },
  { word: '因', example: '卢氏县因水毁严重' },
])
