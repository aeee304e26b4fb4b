import type { Stage } from './stage.ts'

/** The stages as an office names them, in front of a figure: 受理1105件. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  completed: '完成',
  started: '开工',
  accepted: '受理',
  basically_completed: '基本完工',
  selected: '选定',
  approved: '批复',
  planned: '计划',
  not_started: '未开工',
  in_progress: '推进中',
}
