import type { Texts } from '../index.ts';

export const common: Texts['common'] = {
  name: '繁體中文',
  more: '…更多',
  showToEveryone: '讓大家都看到',
  cut: '（已縮短）',
};
