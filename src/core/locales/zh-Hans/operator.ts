import type { operator as english } from '../en/operator.ts';

export const operator: typeof english = {
  erased:
    '关于 {person} 的内容已删除。我们发出的 {posts} 条消息会在机器人运行时从平台删除；平台拒绝的，可用“postilion dead-letters”查看。',
  notDeleted: '有 {quiet} 条回答无法删除：只有本人能看到，刷新后消失。',
  nothingKept: '没有关于 {person} 的数据。写法如 slack:T0123456789/U0123456789 或 discord:112233445566778899。',
  noState: '{path} 里没有数据。如果 Postilion 以前运行过，请检查 POSTILION_STATE_DIR 和当前所在的文件夹。',
  stillOpen: '工单 #{number} 还没结束，暂时保留。结束后请再删除一次。',
  noDeadLetters: '所有消息都已回答并送达。',
  textErased: '文本已删除，无法重试',
  retried: '机器人一运行就会重试 {id}。',
  noSuchDeadLetter: '没有可以重试的死信 {id}。',
  retriedAll: '机器人一运行就会重试 {count} 条死信。',
  backedUp:
    '数据已复制到 {folder}：{tables} 个表，{rows} 行。密钥（POSTILION_SECRET_KEY，或数据文件夹里的 secret.key）不在其中，请另外保管。',
  restored: '已从 {folder} 恢复数据。有 {lookedFor} 条待发消息，发送前会先到平台上核对。',
  held: '有 {held} 条消息太旧，不会自动发送。可用“postilion dead-letters”查看，仍需要的请重试。',
  moved: '数据已迁移到 {path}：{tables} 个表，{rows} 行，已清点核对。旧文件已做标记，以后不能再用。',
  stopFirst: '请先停止 Postilion。',
  transfer: {
    'not-empty': '那里已经有内容了。请换一个空文件夹，或者先移走现有的数据。',
    'no-backup': '这个文件夹里没有备份。',
    damaged: '备份已损坏：与清单不符。',
    differs: '复制的内容与原来的不一致。没有改动任何数据。',
    'no-state': '没有可以复制的数据文件。',
    'no-database': '没有设置 DATABASE_URL。它说明数据要迁移到哪里。',
  },
};
