// biome-ignore-all lint/style/useFilenamingConvention: named by its language tag
import { fileZhCN } from '../../pane/text/fileZhCN.ts'
import type { FilesTexts } from './filesTexts.ts'

/** The page in Chinese. */
export const filesZhCN: FilesTexts = {
  language: 'zh-CN',
  name: '重点民生实事进展',
  open: '打开文件',
  save: '保存',
  saveByDownload: '保存（下载）',
  saveBeside: '另存为 .xlsx',
  download: '下载一份',
  withMarks: '保存时带上标记',
  kind: '表格文件',
  states: { saved: '没有未保存的修改', changed: '有未保存的修改', saving: '正在保存…' },
  empty: {
    lead: '把要报送的表格文件拖到这里，或者点“打开文件”。',
    formats: '可以打开 .xlsx、.xls、.et、.ods 和 .csv 文件。',
    privacy: '文件只在这台电脑上打开和检查，不上传；点“确认报送”之后，才发出要报的数字。',
    drop: '松开鼠标，打开这个文件',
  },
  opening: '正在打开…',
  sheet: '表格',
  pane: '检查与报送',
  keys: '按 F6 在表格和窗格之间切换',
  notices: {
    notOpened: (name, why) => `打不开“${name}”：${why}`,
    notRead: (name) => `没有读到“${name}”：文件可能已经移走、改名，或者正被别的程序占用。请重新打开。`,
    notMade: '没有保存：程序出错了，没有生成文件，原来的文件没有改动。请把这个文件发给督查室。',
    encodingUnclear: '这个文本文件的文字编码不能确定。下面哪一种读出来是对的？',
    savesBeside: (name) =>
      `这种格式不直接改写，原文件不动；另存为“${name}”。新文件里有数值、公式、数字格式、合并单元格和隐藏的行；没有字体、颜色、边框、批注、图表、图片、筛选、打印设置和宏。`,
    notFetched: '打开文件的程序没有取到：网络不通，或服务器刚刚更新过。请检查网络后重试。',
    changedElsewhere: '文件已在别处修改（例如在 WPS 中保存过）。这里显示的还是原来的内容。',
    changedBoth: '文件已在别处修改，这里也有未保存的修改。重新读取会丢掉这里的修改；要都留下，请先下载一份。',
    wouldOverwrite: '没有保存：文件已在别处修改，现在保存会盖掉那边的修改。',
    notAllowed: '没有保存：浏览器没有得到改写这个文件的许可。请再点“保存”并选“允许”，或者下载一份。',
    notWritten: '没有保存：文件可能正被 WPS 或 Excel 打开，或者已经移走。请在那边关闭后再保存，或者下载一份。',
    downloaded: (name) => `已下载“${name}”，在浏览器的下载文件夹里；原来的文件没有改动。`,
    lost: (what) => `保存的文件不含原文件的这些内容：${what}。`,
    uncomputed: (cells, count) =>
      `有 ${count} 个公式本页算不了（${cells}），显示的还是打开文件时的结果。请核对这些格；在 Excel 或 WPS 中打开保存后的文件，会自动重算。`,
    unsaved: '有未保存的修改，打开另一个文件就会丢失。',
  },
  acts: {
    reread: '重新读取并检查',
    keep: '先不读取',
    overwrite: '仍然保存',
    saveAnyway: '仍然保存',
    discard: '不保存，打开',
    cancel: '取消',
    dismiss: '知道了',
    retry: '重试',
  },
  file: fileZhCN,
  separator: '、',
}
