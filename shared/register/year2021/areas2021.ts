import type { AreaForm } from '../registerForm.ts'

/** 三门峡 and its counties by GB/T 2260; 市区 and the like are no areas but scope texts of indicators. */
export const areas2021: readonly AreaForm[] = [
  { code: '411200', name: '三门峡市', aliases: ['三门峡', '全市', '我市'] },
  { code: '411202', name: '湖滨区', aliases: ['湖滨'] },
  { code: '411203', name: '陕州区', aliases: ['陕州', '陕县'] },
  { code: '411221', name: '渑池县', aliases: ['渑池'] },
  { code: '411224', name: '卢氏县', aliases: ['卢氏'] },
  { code: '411281', name: '义马市', aliases: ['义马'] },
  { code: '411282', name: '灵宝市', aliases: ['灵宝'] },
]
