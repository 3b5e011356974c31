import { gated } from './gated.ts';

/** Doubt about a message, not about a server: "your mailbox is full, click here: is it real?", or a link clicked already. */
const DOUBT = gated(
  /\b(?:blackmail\w*|sextort\w*|extort\w*|ransom)\b|\bbitcoins?\b|勒索|敲诈|比特币|\b(?:is|was|are) (?:it|this|that|these|they|the)\b.{0,40}?\b(?:for real|real(?= ?(?:[?.!,]|$|or\b|e-?mail|message))|legit\w*|genuine|fake|phishing|a scam|scam|safe to (?:click|open))\b|\b(?:real|legit|genuine|safe) or (?:not|fake|an? scam|scam|phishing|spam)\b|\b(?:real|legit|phishing|scam|fake) ?\?|\bclicked(?: on)? (?:a|the|that|its|this) link\b|(?:是不是|是|算|会不会是?|系咪)(?:个)?(?:真的|假的|钓鱼|诈骗|骗子|骗人)|(?:真|假|钓鱼|诈骗)的?还是(?:真|假|钓鱼|诈骗|骗)|(?:点|按)了.{0,8}链接/,
);
const MESSAGE = gated(
  /mail|message|letter|notice|\blinks?\b|click|blackmail|bitcoin|勒索|敲诈|比特币|邮件|电邮|这封|来信|通知|链接|连结/,
);
const SERVER = gated(/servers?\b|\bimap|\bpop3?\b|smtp|<host|certificate|服务器|主机|证书/);

/** Whether somebody asks if a message is genuine. `text` is normalised. */
export function doubtsMessage(text: string): boolean {
  return DOUBT.test(text) && MESSAGE.test(text) && !SERVER.test(text);
}
