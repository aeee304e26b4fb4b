import type { Stage } from '../../quantity/stage.ts'
import type { NarrativeFigure } from './claims.ts'
import type { ProgressStage } from './cues.ts'
import type { Verdict } from './figureRole.ts'
import type { IndicatorWords } from './taskWords.ts'

/** The register's name of the stage that words name; of figures left out the stage that their reason implies. */
export function registerStage(verdict: Verdict): Stage | null {
  if (verdict.kind === 'context') {
    switch (verdict.reason) {
      case 'planned':
        return 'planned'
      case 'prepared':
        return /批|核准|许可|立项/.test(verdict.stageWords ?? '') ? 'approved' : 'selected'
      case 'remaining':
        return 'not_started'
      default:
        return null
    }
  }
  return verdict.stage && STAGES[verdict.stage]
}

const STAGES: Readonly<Record<ProgressStage, Stage>> = {
  used: 'completed',
  done: 'completed',
  basic: 'basically_completed',
  building: 'in_progress',
  started: 'started',
  accepted: 'accepted',
}

/**
 * Whether a stage counts for an indicator.
 *
 *     indicator's words              counts
 *     开工, 动工                      everything from started on
 *     受理, 立案                      everything
 *     基本建成, 基本完工               basic, done, used
 *     投用, 投入使用, 运营             used, and figures without a word of stage
 *     anything else                  done, used, and figures without a word of stage
 */
export function stageCounts(stage: ProgressStage | null, stageWords: string | null, words: IndicatorWords): boolean {
  if (stage === null) return true
  if (stageWords && stageWords.length >= 2 && words.words.includes(stageWords.replace(/^已/, ''))) return true
  const named = words.words
  if (/受理|立案/.test(named)) return true
  if (/开工|动工|启动/.test(named) && !/建成|完工|完成/.test(named)) return stage !== 'accepted'
  if (/基本(?:建成|完工)/.test(named)) return stage === 'basic' || stage === 'done' || stage === 'used'
  if (/投入?(?:使用|用|运)|运营|运行/.test(named)) return stage === 'used' || (stage === 'done' && !/竣工|完工|建成/.test(stageWords ?? ''))
  return stage === 'done' || stage === 'used'
}

/** Whether a figure, or a named item, is at a stage that counts for its indicator. */
export const figureCounts = (figure: NarrativeFigure, words: IndicatorWords): boolean =>
  stageCounts(figure.stage === null ? null : (PROGRESS[figure.stage] ?? null), figure.stageWords, words)

/** The stages of the register as those of the cues; the others never count. */
const PROGRESS: { readonly [K in Stage]?: ProgressStage } = {
  completed: 'done',
  basically_completed: 'basic',
  in_progress: 'building',
  started: 'started',
  accepted: 'accepted',
}
