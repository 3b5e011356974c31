import { troubleHandler } from './trouble.ts';

export const connectionError = troubleHandler(
  'connection-error',
  [
    ['too-many-connections', /too many|simultaneous|连接数|连线数/],
    [
      'wifi-or-firewall',
      /wi-?fi|wlan|firewall|vpn|antivirus|router|mobile data|公司网|防火墙|杀毒|路由|流量|热点|酒店/,
    ],
    ['abroad-or-blocked', /china|abroad|travel|foreign|国内|国外|海外|出国|被墙|翻墙/],
  ],
  'cannot-connect',
);
