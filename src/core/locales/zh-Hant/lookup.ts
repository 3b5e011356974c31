import type { Texts } from '../index.ts';

/** `lookup`、`build-data` 與 `check-data` 的文字。 */
export const lookup: Texts['lookup'] = {
  found: '{provider}（{id}）',
  foundBy: {
    domain: '由網域 {matched} 找到',
    subdomain: '屬於 {matched}',
    alias: '由名稱找到',
    host: '由伺服器 {matched} 找到',
    'retired-host': '由 {matched} 找到，這個伺服器名稱已停用',
    mx: '由郵件交換紀錄 {matched} 找到',
    typo: '像是 {matched} 的誤寫',
  },
  likely: '郵件交換紀錄 {matched} 指向 {provider}（{id}），很可能是，但不能確定。',
  gateway: '這是 {name}，信箱前面的過濾服務，看不出信箱本身在哪裡。',
  which: '「{query}」有幾種意思，您指的是：',
  otherToo: '「{query}」還有別的意思。作為信箱服務商，指的是：',
  typo: '沒有叫「{query}」的。您指的是：',
  homograph: '小心：「{query}」只是看起來像 {known}，用的是別的字母，可能是陷阱。',
  unknown: '我不認識「{query}」。可以用 “postilion discover” 查詢，或問您的信箱服務商。',
  useInstead: '請用 {replacement} 取代 {host}。',
  noServers: '沒有已知的伺服器。',
  alsoRight: '另有來源列出以下伺服器，已經在用的可以繼續用；新設定請用上面的：',
  password: '密碼：{name}',
  support: '客服：{support}',
  conflict: '各來源對 {what} 說法不一：{values}',
  sources: '來源',
  built: '用 {seconds} 秒產生：{providers} 家服務商，{domains} 個網域，{topics} 個主題，{utterances} 條例句。',
  faults: '有 {count} 處錯誤，繼續使用以前產生的知識庫：',
  fileGood: '{file} 沒有問題。',
  fileKind: '{file} 不是知識庫的原始檔。',
};
