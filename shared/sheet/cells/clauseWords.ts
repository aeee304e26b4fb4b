import { wordList } from '../../base/wordList.ts'

/** Words of a clause whose figure is still to come, or of something that is not the done part (另有450个正在施工). */
export const STILL_OPEN_WORDS = wordList([
  { word: '正在', example: '450个正在施工' },
  { word: '在建', example: '在建12个' },
  { word: '另有', example: '另有3个' },
  { word: '其余', example: '其余5公里' },
  { word: '剩余', example: '剩余5公里' },
  { word: '尚', example: '8户尚无补助' },
  { word: '未', example: '3个未开工' },
  { word: '计划', example: '计划新建20个' },
  { word: '拟', example: '拟建6座' },
  { word: '预计', example: '预计改造300户' },
  { word: '将', example: '年底将建成8个' },
  { word: '其中', example: '其中新建4个' },
  { word: '选址', example: '10个完成选址' },
  { word: '排查', example: '排查井盖3000座' },
  { word: '招标', example: '5个进入招标' },
  { word: '待', example: '2个待验收' },
  { word: '目标', example: '目标50个' },
  { word: '任务', example: '年度任务50个' },
])
