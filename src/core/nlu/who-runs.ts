import { gated } from './gated.ts';

const WHO_RUNS = gated(
  /\b(?:do|does|is|are)\b.{0,40}\bstill (?:exist\w*|around|alive|going|there|active|running|in business|open|a thing)\b|\bwho (?:runs|owns|operates|is behind|took over|bought|handles|looks after)\b|\bwhat (?:happened to|became of|has become of)\b|\b(?:has|have|did|is|was|are)\b.{0,30}\b(?:closed down|shut down|taken over|merged)\b|还(?:在吗|存在|开着|活着|有人用|能不能用|能用吗|能用么|可以用吗)|(?:是不是|已经)(?:关|停|倒)(?:闭|了|停|掉|服)|(?:归|属于|属)(?:谁|哪家|哪个)|被(?:谁|哪家)?(?:收购|接管|并)|谁(?:在)?(?:运营|经营|接手|接管)|gibt es .{0,24}\bnoch\b|\bgibt.s (?:das )?noch\b/,
);

/** Other things of the same house, and what is answered by settings. */
const OTHERWISE =
  /\b(?:imap|pop3?|smtp|servers?|ports?|settings|domain|calendar|answers|company|password|whois|hosts?)\b|服务器|端口|设置|密码|授权码|主机|邮件还在|信还在/;

/** "Does Verizon mail still exist?", "who runs Cox now?" */
export function asksWhoRuns(words: string): boolean {
  return WHO_RUNS.test(words) && !OTHERWISE.test(words);
}
