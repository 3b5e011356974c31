import type { Provider } from '../model.ts';
import type { Knowledge } from '../ports.ts';

/** Business mail without a name: 企业邮箱 is Tencent's, NetEase's or Alibaba's. */
export const BUSINESS_MAIL = /企业邮|企业信箱|公司邮箱|企业版邮箱|business mail/;

const PROVIDERS = ['exmail', 'qiye163', 'aliyun-qiye', 'office365', 'gmail'];

/** Those that may be meant by it, the likeliest first. */
export function businessProviders(knowledge: Pick<Knowledge, 'provider'>): Provider[] {
  return PROVIDERS.flatMap((id) => knowledge.provider(id) ?? []);
}
