import { wordList } from '../../base/wordList.ts'

/** What a naming cell says, brackets and colons removed, where its row is the total of the rows around it. */
export const TOTAL_TEXTS: ReadonlySet<string> = new Set([
  '合计',
  '总计',
  '共计',
  '总数',
  '全市合计',
  '全市总计',
  '全市',
  '全市汇总',
  '汇总',
  '合计数',
  '计',
  '本页合计',
  '累计',
  '全县合计',
  '全区合计',
  '总合计',
  '平均',
  '全市平均',
])

/** Whole areas: the total of a table whose rows are parts of it, and the name of a row that is none. */
export const WHOLE_AREAS: ReadonlySet<string> = new Set(['全市', '全县', '全区'])

/** What opens the rows of the whole city where it is alone in a row above rows of tasks. */
export const CITY_TEXTS: ReadonlySet<string> = new Set(['全市', '全市合计', '全市汇总', '全市总计'])

/** What a naming cell says where its row is the total of a group of rows. */
export const SUBTOTAL_WORDS = wordList(
  [
    { pattern: '小计$', example: '湖滨区小计' },
    { pattern: '分计$', example: '各区分计' },
    { pattern: '^小计', example: '小计4个' },
    { pattern: '^第?[一二三四五六]批合计$', example: '第一批合计' },
    { pattern: '^.{2,8}合计$', example: '农村公路合计' },
  ],
  { flags: 'u' },
)

/** How a note below a table begins, in its first filled cell. */
export const NOTE_OPENINGS = wordList(
  [
    { word: '注释', example: '注释1.口径为年度累计' },
    { word: '注意', example: '注意：不得改动表头' },
    { word: '注', example: '注：数据截至5月26日' },
    { word: '备注说明', example: '备注说明：第3项已完成' },
    { word: '备注', example: '备注1：不含经开区' },
    { word: '说明', example: '说明：以交工验收为准' },
    { word: '附注', example: '附注：开工率按项目数计算' },
    { word: '填表说明', example: '填表说明：每月28日前报送' },
    { word: '填报说明', example: '填报说明：每月28日前报送' },
    { word: '填报要求', example: '填报要求：加盖公章' },
    { word: '★', example: '★：省定实事' },
    { word: '※', example: '※1.省定实事' },
    { word: '*', example: '*：省定实事' },
  ],
  { frame: '^{words}\\d{0,2}[:：.、，,\\d]', flags: 'u' },
)

/** The same in brackets, without a colon of its own: （注）各县区数据为自报. */
export const BRACKETED_NOTE = /^[(（]?(注|说明)[)）:：]/u

/** Labels of a signature in a text of several: "填报人：张三  联系电话：…". */
export const SIGNATURE_LABELS = wordList(
  [
    { word: '填报人', example: '填报人：张三' },
    { word: '填表人', example: '填表人（签字）：' },
    { word: '制表人', example: '制表人：张三' },
    { word: '审核人', example: '审核人：李四' },
    { word: '复核人', example: '复核人：李四' },
    { word: '报送人', example: '报送人：张三' },
    { word: '经办人', example: '经办人：张三' },
    { word: '单位负责人', example: '单位负责人（签字）：' },
    { word: '主要负责人', example: '主要负责人：王五' },
    { word: '分管领导', example: '分管领导：王五' },
    { word: '负责人', example: '负责人：王五' },
    { word: '签发人', example: '签发人：王五' },
    { word: '审签人', example: '审签人：王五' },
    { word: '联系人', example: '联系人：张三' },
    { word: '联系电话', example: '联系电话：0398-2815000' },
    { word: '填报日期', example: '填报日期：5月26日' },
    { word: '填报时间', example: '填报时间：5月26日' },
    { word: '填表日期', example: '填表日期：5月26日' },
    { word: '报送日期', example: '报送日期：5月26日' },
    { word: '制表日期', example: '制表日期：5月26日' },
    { word: '签字', example: '领导签字：' },
    { word: '盖章', example: '单位盖章：' },
  ],
  { frame: '{words}[^:：]{0,6}[:：]', flags: 'u' },
)

/** Labels of a signature that fill a cell, the name in the next one. */
export const SIGNATURE_TEXTS = wordList(
  [
    { word: '填报人', example: '填报人' },
    { word: '填表人', example: '填表人：' },
    { word: '制表人', example: '制表人' },
    { word: '审核人', example: '审核人' },
    { word: '复核人', example: '复核人' },
    { word: '报送人', example: '报送人' },
    { word: '经办人', example: '经办人：' },
    { word: '单位负责人', example: '单位负责人' },
    { word: '主要负责人', example: '主要负责人' },
    { word: '签发人', example: '签发人' },
    { word: '审签人', example: '审签人' },
    { word: '联系电话', example: '联系电话：' },
    { word: '填报日期', example: '填报日期' },
    { word: '填表日期', example: '填表日期' },
    { word: '制表', example: '制表：' },
  ],
  { frame: '^{words}[:：]?$', flags: 'u' },
)

/** Acts of signing, with or without who or when, before a colon: a signature's label whatever the row has besides. */
export const SIGNING_ACTS = wordList(
  [
    { word: '审核', example: '审核：李四' },
    { word: '复核', example: '复核：李四' },
    { word: '校核', example: '校核：李四' },
    { word: '填表', example: '填表单位：市交通局' },
    { word: '制表', example: '制表时间：5月26日' },
    { word: '填报', example: '填报单位（盖章）：' },
    { word: '报送', example: '报送部门：办公室' },
    { word: '统计', example: '统计：张三' },
    { word: '审签', example: '审签：王五' },
    { word: '签发', example: '签发日期：5月26日' },
    { word: '经办', example: '经办：张三' },
  ],
  { frame: '^{words}(?:单位|部门|日期|时间)?(?:[(（].{1,4}[)）])?[:：]', flags: 'u' },
)

/** A Chinese number alone, as the sections of a document are counted: 一、 （二） 三. */
export const CHINESE_NUMBER = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．,，:：]?$/u

/** How the title of a section begins. */
export const SECTION_OPENINGS = wordList(
  [
    { pattern: '[(（]?{number}[)）]?[、.．,，:：)）]', example: '二、实施文化惠民工程' },
    { pattern: '\\d{1,2}[、．]\\D', example: '3、教师周转宿舍' },
    { pattern: '第{number}[类项部]', example: '第一类 省定实事' },
  ],
  { frame: '^{words}', parts: { number: '[一二三四五六七八九十]{1,3}' }, flags: 'u' },
)

/** What a cell of figures says where the row's area has no such task. */
export const NO_TASK_MARKS = wordList(
  [
    { pattern: '[-—―─－/\\\\~～*·…]{1,6}', example: '——' },
    { word: '无', example: '无' },
    { word: '无任务', example: '无任务' },
    { word: '无此任务', example: '无此任务' },
    { word: '无此项', example: '无此项' },
    { word: '不涉及', example: '不涉及' },
    { word: '不适用', example: '不适用' },
    { pattern: '[nN]/?[aA]', example: 'N/A' },
  ],
  { frame: '^{words}$', flags: 'u' },
)
