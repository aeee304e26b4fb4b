import type { ProvenanceRow } from './reportDocument.ts'

/** Columns of the appendix 数据来源, with the staff's headings. */
export const provenanceColumns: readonly { readonly heading: string; readonly field: keyof ProvenanceRow; readonly width: number }[] = [
  { heading: '指标', field: 'subject', width: 8 },
  { heading: '名称', field: 'name', width: 32 },
  { heading: '地区', field: 'area', width: 10 },
  { heading: '数值', field: 'value', width: 10 },
  { heading: '单位', field: 'measure', width: 8 },
  { heading: '说明', field: 'note', width: 18 },
  { heading: '报送单位', field: 'reporter', width: 24 },
  { heading: '单元格', field: 'cell', width: 16 },
  { heading: '版本', field: 'version', width: 6 },
  { heading: '数据号', field: 'seq', width: 8 },
  { heading: '截至日期', field: 'asOf', width: 12 },
  { heading: '报送人', field: 'by', width: 12 },
  { heading: '报送时间', field: 'at', width: 24 },
]
