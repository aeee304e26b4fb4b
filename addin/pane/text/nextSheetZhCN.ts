import type { NextSheetTexts } from './nextSheetTexts.ts'

const month = (period: string): string => `${Number(period.slice(5))}月`

/** Next month's sheet in Chinese. */
export const nextSheetZhCN: NextSheetTexts = {
  title: (period) => `另建${month(period)}的表`,
  lead: (name) => `照这张表另建一张“${name}”，列宽、底色、公式、批注都照原样；这张表不改动。新表里：`,
  changed: '表格刚才改动过，下面是按现在的内容列出的，请再看一遍。',
  carried: (count, cells) => `带入本月累计数 ${count} 格：${cells}`,
  cleared: (count, cells) => `清空、由下月填写 ${count} 格：${cells}`,
  reworded: (cell, before, after) => `${cell}：“${before}”改为“${after}”`,
  nothingReworded: '标题和表头中没有月份、日期要改。',
  stays: '其余内容照抄；有公式的格不动。',
  make: '建表',
  cancel: '取消',
  made: (name, period) => `已建好工作表“${name}”。到${month(period)}报送时，在这张表里填数后再检查。`,
  separator: '、',
}
