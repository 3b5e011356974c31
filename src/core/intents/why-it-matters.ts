import { explaining } from './explaining.ts';

export const whyItMatters = explaining(
  'why-it-matters',
  [
    ['why-port-25-is-blocked', /\b25\b/],
    [
      'why-app-passwords',
      /app password|授权码|专用密码|应用|(?:normal|usual|login|own) password|(?:登录|平时|自己|普通)的?密码/,
    ],
  ],
  'why-it-matters',
);
