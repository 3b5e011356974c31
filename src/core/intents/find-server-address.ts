import { explaining } from './explaining.ts';

export const findServerAddress = explaining(
  'find-server-address',
  [['company-or-school', /compan|school|universit|work|office|boss|\bit\b|公司|学校|单位|网管|大学/]],
  'four-ways-to-find',
);
