import { gated } from './gated.ts';

/** Words that say that mail is the subject at all; their absence is evidence too. */
export const MAIL = gated(
  /mail|imap|pop3?(?![a-z])|smtp|inbox|outbox|attachment|mx\b|outlook|thunderbird|<provider>|<client>|<email>|<host|<domain>|<port|0x800[4c]|(?<!\d)5[35]\d[ -]|邮|信箱|寄信|发信|收信|收件|发件|寄件|收不到|收得到|发不出|寄不|授权码|附件|信件|退信|收发|メール|메일|почт|письм|correo|courriel|messagerie|posteingang|postausgang|postfach|caixa de (?:entrada|saída)|stmp|smpt|ssl|tls|certificat|zertifikat|证书|凭证/,
);

/** Words of neighbouring subjects: other servers, other passwords, other programs, and what mail programs do besides mail. */
const ELSEWHERE = [
  // other servers and networks
  "minecraft|roblox|steam|valorant|fivem|teamspeak|ts3|minetest|palworld|terraria|game server|vpn|proxy|router|modem|printer|scanner|\\bnas\\b|\\bssh\\b|s?ftp|mysql|postgres|mongodb|redis|sql server|database|nginx|apache|tomcat|docker|kubernetes|k8s|rdp|remote desktop|dns (?:server|probe)|dhcp|wireguard|vps\\b|web ?site|wordpress|certbot|let's encrypt|domain name price|jira|gitlab|github|plex|home assistant|active directory|ldap|snmp|mac address|ip address|wi-?fi password|bluetooth|shadowsocks|v2ray|clash\\b|google (?:photos?|drive|docs|maps|play|pay|home)|icloud (?:photos?|drive)|chromecast|dlna|media server|webdav|winscp|filezilla|pgadmin",
  '我的世界|麦块|麦快|游戏|传奇|原神|王者|打印机|印表机|路由器|光猫|梯子|翻墙软件|代理服务器|代理|数据库|远程桌面|网站|域名备案|备案|虚拟机|云服务器|内网穿透|宽带|wifi密码|打卡|vpn|钉钉群|微信|支付宝|淘宝|京东|快递|物流|收货|邮编|邮局|邮政|邮票|驿站|社保|医保|公积金|银行|信用卡|发票|会议|腾讯会议|网盘|云盘|音乐|视频会员|抖音|line|qq号(?![^，。]{0,16}(?:邮|信箱))|qq空间|qq群|shadowsocks|v2ray|机场节点|云音乐|微博|共享文[件档]夹|文[件档]共享',
  'プリンタ|マイクラ|ルーター|郵便番号|宅配|ゲーム|ポイント|프린터|마크|마인크래프트|우편번호|택배|게임|принтер|майнкрафт|индекс|посылк|роутер|игр|drucker|postleitzahl|paket|impresora|código postal|paquete|juego|imprimante|code postal|colis|jeu|impressora|\\bcep\\b|encomenda|jogo',
  // other passwords and accounts
  'netflix|spotify|facebook|instagram|tiktok|whatsapp|telegram|twitter|amazon|paypal|bank|apple id|windows (?:login|password)|bitwarden|1password|crypto|bitcoin|wallet',
  // what mail programs do besides mail
  'calendar|contacts\\b|contact (?:list|group|photo|card|sync)|address book|signature|font|dark mode|theme|emoji|template|mail ?merge|newsletter|campaign|unsubscribe|schedul|recall|unsend|undo send|auto.?reply|out of office|vacation|forwarding|redirect|filters?\\b|\\brules?\\b|block (?:a |this )?sender|print(?:ing)? |translate|storage|quota upgrade|nickname|display name|read receipt|dictionary|spell ?check|extension|add-?on|plug-?in|tray|shortcut|background (?:image|color)|excel|word doc|pdf|onenote|teams\\b',
  '日历|行事历|联系人|通讯录|地址簿|签名|字体|深色|模板|撤回|召回|定时发送|自动回复|休假|转发规则|过滤|规则|拉黑|黑名单|翻译|扩容|容量|昵称|头像|注销|注册新|退订|取消订阅|贺卡|记事本|插件|托盘|快捷键|打印|表格|辞职|写封|帮我写|润色|已读回执|价格|多少钱|收费',
  'kalender|signatur|weiterleitung|abwesenheit|filter|abbestellen|signature|filtre|transf[eé]r|firma|plantilla|reenv|assinatura|encaminh|подпис|календар|фильтр|автоответ|переадрес|署名|カレンダー|振り分け|転送|서명|캘린더|필터|자동응답',
  // neither
  'weather|forecast|recipe|football|joke|poem|homework|politic|stock price|translate this|ignore (?:all |your |previous )|system prompt|jailbreak|天气|笑话|菜谱|股票|作文|翻译|写诗|погод|wetter|météo|tiempo hace|clima|天気|날씨',
].map((words) => gated(new RegExp(words)));

/** Mail itself; a certificate, an error number or a port may be anybody's. */
const BY_NAME = gated(
  /mail|imap|\bpop3?\b|smtp|inbox|outbox|attachment|outlook|thunderbird|<provider>|<client>|<email>|<host|邮|信箱|寄信|发信|收信|收件|发件|寄件|收发|授权码|退信|メール|메일|почт|письм|correo|courriel|messagerie|postfach|posteingang|postausgang/,
);

/** Mailboxes, mail programs, protocols, servers and errors. */
const NAMES = gated(/imap|\bpop3?\b|smtp|<provider>|<client>|<email>|<host|<error/);

/** What a text speaks of. */
export interface Subject {
  /** Something that mail has, though others may have it too. */
  mail: boolean;
  /** Mail, by name. */
  mailByName: boolean;
  /** A mailbox, a mail program, a protocol, a server or an error. */
  named: boolean;
  /** A neighbouring subject. */
  elsewhere: boolean;
}

/** Of a text with typed tokens for its slots. */
export function subjectIn(typed: string): Subject {
  return {
    mail: MAIL.test(typed),
    mailByName: BY_NAME.test(typed),
    named: NAMES.test(typed),
    elsewhere: ELSEWHERE.some((words) => words.test(typed)),
  };
}

/** The same as typed tokens, for single examples teach it to the classifier too slowly. */
export function subjectTokens({ mail, elsewhere }: Subject): string {
  return `${mail ? '' : ' <nomail>'}${elsewhere ? ' <elsewhere>' : ''}`;
}
