import { wordList } from '../../base/wordList.ts'

/** What a line between two tables says where it is still the end of the upper one: notes and signatures. */
export const NO_TITLE_WORDS = wordList(
  [
    { pattern: '^注{point}', example: '注：数据截至5月26日' },
    { pattern: '^备注{point}', example: '备注1、不含经开区' },
    { pattern: '^说明{point}', example: '说明：以交工验收为准' },
    { pattern: '^附注{point}', example: '附注：开工率按项目数计算' },
    { pattern: '^填表说明{point}', example: '填表说明：每月28日前报送' },
    { pattern: '^填报说明{point}', example: '填报说明：每月28日前报送' },
    { pattern: '填报人{label}', example: '填报人：张三' },
    { pattern: '填表人{label}', example: '填表人（签字）：张三' },
    { pattern: '审核人{label}', example: '审核人：李四' },
    { pattern: '制表人{label}', example: '制表人：张三' },
    { pattern: '负责人{label}', example: '单位负责人：王五' },
    { pattern: '联系电话{label}', example: '联系电话：2815000' },
  ],
  { parts: { point: '\\d?[:：.、]', label: '[^:：]{0,6}[:：]' }, flags: 'u' },
)
