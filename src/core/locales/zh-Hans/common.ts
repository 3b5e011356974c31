import type { Texts } from '../index.ts';

export const common: Texts['common'] = {
  name: '简体中文',
  more: '…更多',
  showToEveryone: '让大家都看到',
  cut: '（已缩短）',
};
