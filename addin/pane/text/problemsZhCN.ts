import type { ProblemCode } from '../../../shared/wire/problem.ts'
import type { FaultText } from './texts.ts'

/** Every problem the server answers, in Chinese. */
export const problemsZhCN: Readonly<Record<ProblemCode, FaultText>> = {
  malformed: { what: '服务器未能识别这次请求。', todo: '请重新打开本窗格后再试；如再次出现，请与督查室联系。' },
  invalidBody: { what: '服务器没有接受这次的数据。', todo: '请重新打开本窗格后再试；如再次出现，请与督查室联系。' },
  duplicateRow: { what: '同一项数据出现了两次。', todo: '请在表格中只保留一行，重新检查后再报。' },
  idempotencyKeyMissing: { what: '这次报送缺少编号。', todo: '请重新打开本窗格后再试。' },
  notSignedIn: { what: '登录已失效。', todo: '请用新的邀请码重新登录。' },
  invitationInvalid: { what: '邀请码无效、已用过或已过期。', todo: '请核对后重新输入，或请督查室重发一个。' },
  forbidden: { what: '您的账号没有这项权限。', todo: '如需办理，请与督查室联系。' },
  notFound: { what: '没有找到，或者不归您的单位。', todo: '请核对报告期和登录的账号。' },
  methodNotAllowed: { what: '服务器版本与本窗格不一致。', todo: '请重新打开本窗格。' },
  periodNotOpen: { what: '这个报告期没有开放，或已锁定。', todo: '请选择开放的报告期；需要补报的，请联系督查室重新开放。' },
  epochStale: { what: '督查室刚刚调整过这个报告期。', todo: '请再点一次“报送”，按最新状态确认。' },
  registerStale: { what: '登记表（任务、指标、目标）已更新。', todo: '请重新打开本窗格，再检查一遍。' },
  noteRequired: { what: '需要写明原因。', todo: '请写明原因后再试。' },
  confirmationNeeded: { what: '还有没办完的事，要确认后才能办理。', todo: '请刷新后再办，按提示确认。' },
  stateNotAllowed: { what: '当前状态下不能办理此操作。', todo: '请刷新后再试，或与督查室联系。' },
  alreadyExists: { what: '相同的内容已经有了。', todo: '请刷新后查看。' },
  eraChanged: { what: '服务器的数据恢复过。', todo: '请重新检查并报送。' },
  linkSpent: { what: '文件的链接已用过或已过期。', todo: '请再点一次所需的文件。' },
  preconditionFailed: { what: '内容已被别人改过。', todo: '请刷新后再试。' },
  bodyTooLarge: { what: '一次报送的内容太大。', todo: '请缩短备注、进展情况等长文字，或分表报送。' },
  unsupportedMediaType: { what: '服务器版本与本窗格不一致。', todo: '请重新打开本窗格。' },
  idempotencyKeyReused: { what: '报送编号重复，服务器没有接受。', todo: '请再点一次“报送”。' },
  preconditionRequired: { what: '服务器需要先核对版本。', todo: '请刷新后再试。' },
  tooManyRequests: { what: '操作太频繁。', todo: '请过一会儿再试。' },
  internal: { what: '服务器出错了。', todo: '请稍后再试；如再次出现，请把编号告诉督查室。' },
  busy: { what: '服务器正忙。', todo: '请过一会儿再试。' },
}
