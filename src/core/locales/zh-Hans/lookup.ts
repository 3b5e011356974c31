import type { Texts } from '../index.ts';

/** `lookup`、`build-data` 和 `check-data` 的文字。 */
export const lookup: Texts['lookup'] = {
  found: '{provider}（{id}）',
  foundBy: {
    domain: '按域名 {matched} 找到',
    subdomain: '属于 {matched}',
    alias: '按名称找到',
    host: '按服务器 {matched} 找到',
    'retired-host': '按 {matched} 找到，这个服务器名已停用',
    mx: '按邮件交换记录 {matched} 找到',
    typo: '像是 {matched} 的误写',
  },
  likely: '邮件交换记录 {matched} 指向 {provider}（{id}），很可能是，但不能确定。',
  gateway: '这是 {name}，邮箱前面的过滤服务，看不出邮箱本身在哪里。',
  which: '“{query}”有几种意思，您指的是：',
  otherToo: '“{query}”还有别的意思。作为邮箱服务商，指的是：',
  typo: '没有叫“{query}”的。您指的是：',
  homograph: '小心：“{query}”只是看起来像 {known}，用的是别的字母，可能是陷阱。',
  unknown: '我不认识“{query}”。可以用 “postilion discover” 查询，或问您的邮箱服务商。',
  useInstead: '请用 {replacement} 代替 {host}。',
  noServers: '没有已知的服务器。',
  alsoRight: '另有来源列出以下服务器，已经在用的可以继续用；新设置请用上面的：',
  password: '密码：{name}',
  support: '客服：{support}',
  conflict: '各来源对 {what} 说法不一：{values}',
  sources: '来源',
  built: '用 {seconds} 秒生成：{providers} 家服务商，{domains} 个域名，{topics} 个主题，{utterances} 条例句。',
  faults: '有 {count} 处错误，继续使用以前生成的知识库：',
  fileGood: '{file} 没有问题。',
  fileKind: '{file} 不是知识库的源文件。',
};
