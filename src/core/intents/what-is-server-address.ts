import { explaining } from './explaining.ts';

export const whatIsServerAddress = explaining(
  'what-is-server-address',
  [['what-is-a-port', /\bport|端口|连接埠/]],
  'what-is-server-address',
);
