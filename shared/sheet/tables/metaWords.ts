import { type WordList, wordList } from '../../base/wordList.ts'

/** A label of the lines around a table ("填报单位（盖章）：市交通运输局"): what follows it is the field's. */
export interface MetaLabel {
  readonly field: 'reportingUnit' | 'reporter' | 'reviewer' | 'approver' | 'phone'
  /** Takes the value: the first group. */
  readonly pattern: RegExp
}

/** What people do with a sheet, as its labels say it. */
export const FILING_ACTS = wordList([
  { word: '填报', example: '填报单位：市交通运输局' },
  { word: '填表', example: '填表时间：5月26日' },
  { word: '报送', example: '报送单位：市教育局' },
  { word: '上报', example: '上报时间：5月26日' },
  { word: '编制', example: '编制单位：市教育局' },
  { word: '制表', example: '制表日期：5月26日' },
  { word: '报告', example: '报告单位：市卫健委' },
])

/** Labels of the person who filled in the sheet. */
export const REPORTER_LABELS = wordList([
  { word: '填报人', example: '填报人：张三' },
  { word: '填表人', example: '填表人（签字）：张三' },
  { word: '制表人', example: '制表人：张三' },
  { word: '报送人', example: '报送人：张三' },
  { word: '上报人', example: '上报人：张三' },
  { word: '经办人', example: '经办人：张三' },
  { word: '制表', example: '制表：张三' },
  { word: '填表', example: '填表：张三' },
  { word: '联系人', example: '联系人：张三' },
])

/** Labels of the person who checked it. */
export const REVIEWER_LABELS = wordList([
  { word: '审核人', example: '审核人：李四' },
  { word: '复核人', example: '复核人（签字）：李四' },
  { word: '校核人', example: '校核人：李四' },
  { word: '审核', example: '审核：李四' },
])

/** Labels of the person who answers for it. */
export const APPROVER_LABELS = wordList([
  { word: '单位负责人', example: '单位负责人：王五' },
  { word: '主要负责人', example: '主要负责人（签字）：王五' },
  { word: '部门负责人', example: '部门负责人：王五' },
  { word: '负责人', example: '负责人：王五' },
  { word: '分管领导', example: '分管领导：王五' },
  { word: '主要领导', example: '主要领导：王五' },
  { word: '签发人', example: '签发人：王五' },
  { word: '审签人', example: '审签人：王五' },
])

/** Labels of a telephone number. */
export const PHONE_LABELS = wordList([
  { word: '联系电话', example: '联系电话：0398-2815000' },
  { word: '电话', example: '电话：2815000' },
  { word: '联系方式', example: '联系方式：2815000' },
  { word: '手机', example: '手机：13800000000' },
])

/** How the next label on the same line begins, at which a name ends: "填报人：张三  审核人：李四". */
export const NEXT_OF_UNIT = wordList(
  [
    { word: '填报', example: '填报时间：' },
    { word: '填表', example: '填表人：' },
    { word: '报送', example: '报送时间：' },
    { pattern: '截[至止]', example: '截至时间：' },
    { word: '日期', example: '日期：' },
    { word: '时间', example: '时间：' },
    { word: '单位', example: '单位：' },
    { word: '联系', example: '联系人：' },
    { word: '审核', example: '审核：' },
    { word: '负责', example: '负责人：' },
  ],
  { frame: '{words}[^:：]{0,8}[:：]', flags: 'u' },
)

/** The same behind the name of a person. */
export const NEXT_OF_PERSON = wordList(
  [
    { word: '单位', example: '单位负责人：' },
    { word: '主要', example: '主要负责人：' },
    { word: '部门', example: '部门负责人：' },
    { word: '分管', example: '分管领导：' },
    { word: '负责', example: '负责人：' },
    { word: '联系', example: '联系电话：' },
    { word: '电话', example: '电话：' },
    { word: '签发', example: '签发人：' },
    { word: '审签', example: '审签人：' },
    { word: '填报', example: '填报日期：' },
    { word: '日期', example: '日期：' },
  ],
  { frame: '{words}[^:：]{0,8}[:：]', flags: 'u' },
)

/** The same behind the person who filled in: a reviewer may follow. */
export const NEXT_OF_REPORTER = wordList(
  [
    { word: '审核', example: '审核人：' },
    { word: '复核', example: '复核人：' },
    { word: '校核', example: '校核人：' },
    { pattern: '{person}', example: '联系电话：' },
  ],
  { parts: { person: NEXT_OF_PERSON }, frame: '{words}[^:：]{0,8}[:：]', flags: 'u' },
)

/** The same behind the person who signs for the unit, who comes last of the persons. */
export const NEXT_OF_APPROVER = wordList(
  [
    { word: '联系', example: '联系电话：' },
    { word: '电话', example: '电话：' },
    { word: '填报', example: '填报日期：' },
    { word: '审核', example: '审核人：' },
    { word: '日期', example: '日期：' },
    { word: '填表', example: '填表人：' },
    { word: '制表', example: '制表人：' },
  ],
  { frame: '{words}[^:：]{0,8}[:：]', flags: 'u' },
)

/** A label, a colon, and the shortest text that another label or the end follows. */
const labelled = (label: string, next: WordList): RegExp => new RegExp(`${label}[:：]([^:：]+?)(?=${next.source}[^:：]{0,8}[:：]|$)`, 'u')
const SIGNED = '(?:\\(签字\\))?'

/** Labels and what follows them, in the order in which a line is searched for them. */
export const META_LABELS: readonly MetaLabel[] = [
  {
    field: 'reportingUnit',
    pattern: labelled(`${FILING_ACTS.source}(?:单位|部门|机关)(?:\\((?:盖章|公章|签章)\\))?`, NEXT_OF_UNIT),
  },
  { field: 'reporter', pattern: labelled(`${REPORTER_LABELS.source}${SIGNED}`, NEXT_OF_REPORTER) },
  { field: 'reviewer', pattern: labelled(`${REVIEWER_LABELS.source}${SIGNED}`, NEXT_OF_PERSON) },
  { field: 'approver', pattern: labelled(`${APPROVER_LABELS.source}${SIGNED}`, NEXT_OF_APPROVER) },
  { field: 'phone', pattern: new RegExp(`${PHONE_LABELS.source}[:：]([-\\d()（）、,转]+)`, 'u') },
]

/** How what follows the name of a project in a line begins. */
export const NEXT_OF_PROJECT = wordList([
  { pattern: '截[至止]', example: '截至5月26日' },
  { word: '填报', example: '填报单位：市交通运输局' },
  { word: '填表', example: '填表人：张三' },
  { word: '责任', example: '责任单位：市住建局' },
  { word: '牵头', example: '牵头单位：市住建局' },
  { word: '单位', example: '单位：公里' },
  { word: '日期', example: '日期：5月26日' },
  { word: '时间', example: '时间：5月26日' },
])

/** Words of a row that signs the table, before a colon or at the end of a cell. */
export const SIGNING_WORDS = wordList(
  [
    { word: '填报', example: '填报人：张三' },
    { word: '填表', example: '填表人' },
    { word: '制表', example: '制表：张三' },
    { word: '报送', example: '报送日期：5月26日' },
    { word: '审核', example: '审核人：李四' },
    { word: '负责人', example: '单位负责人：王五' },
    { word: '联系电话', example: '联系电话：2815000' },
    { word: '联系人', example: '联系人：张三' },
    { word: '签发', example: '签发人：王五' },
    { word: '审签', example: '审签人：王五' },
    { word: '领导', example: '分管领导：王五' },
  ],
  { frame: '{words}[^:：]{0,6}([:：]|$)', flags: 'u' },
)
