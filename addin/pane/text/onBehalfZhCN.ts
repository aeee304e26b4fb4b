import type { OnBehalfTexts } from './onBehalfTexts.ts'

/** What is said in Chinese of what the office sent for a unit. */
export const onBehalfZhCN: OnBehalfTexts = {
  sender: (name) => `督查室代报（${name}）`,
  hint: '督查室按本单位文件代报的数，认可后由本单位负责；有出入的，改好表格重新报送即可。',
  title: '督查室代报',
  file: (name, by, when) => `文件“${name}”，${by}，${when}`,
  rows: (count) => (count > 0 ? `写入 ${count} 条` : '与已报数据一致，没有写入'),
  open: '本单位尚未认可',
  takenOver: (by, when) => `${by}已代表本单位认可，${when}`,
}
