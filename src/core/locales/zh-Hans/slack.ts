import type { Texts } from '../index.ts';

export const slack: Texts['slack'] = {
  formTitle: '邮箱帮助',
  formSubmit: '检查',
  formClose: '取消',
  formQuestion: '您想了解什么？',
  formSettings: '请粘贴邮箱设置或报错内容',
  formHint: '请不要填写密码或授权码，这里用不到它们。',
  formProvider: '邮箱服务商（知道的话）',
  formProviderHint: '输入几个字',
  formNotOpened: '表单没有打开。请再试一次，或者直接把内容写在命令后面。',
  postInThread: '发到消息列',
};
