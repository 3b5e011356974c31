import type { Slots } from '../model.ts';
import type { Extraction } from './slots/index.ts';

/** Whether a message asks for a provider's server and for nothing else. `text` is normalised, `known` what the conversation remembers. */
export function asksLookUp(text: string, { slots, typed }: Extraction, known: Slots): boolean {
  return (
    ((slots.provider ?? slots.email ?? slots.domain) !== undefined || wantsSettings(text, slots, known)) &&
    !slots.error &&
    !slots.hosts &&
    !slots.ports &&
    typed.length < LOOKUP_LENGTH &&
    ASKS_SETTINGS.test(text) &&
    restOf(typed).length === 0
  );
}

/** "What are my IMAP settings?": asks for a look-up, and only whose is missing. */
function wantsSettings(text: string, { protocols }: Slots, known: Slots): boolean {
  if (known.provider !== undefined && SERVER_WORD.test(text)) return true;
  return BUSINESS_MAILBOX.test(text) || (protocols !== undefined && SETTINGS_WORD.test(text));
}

const SERVER_WORD =
  /settings?|server|host|config|服务器|主机|地址|设置|参数|配置|收件|发件|サーバ|서버|serveur|servidor|сервер/;
const SETTINGS_WORD = /settings?|configuration|设置|设定|参数|einstellungen|paramètres|configuraci[oó]n/;
const BUSINESS_MAILBOX = /企业邮|企业信箱|公司邮箱|公司信箱/;
const ASKS_SETTINGS =
  /imap|pop3?|smtp|settings?|server|host|port|config|服务器|地址|端口|设置|参数|配置|主机|收件|发件/;

/** What a look-up of a provider's server leaves when its slots are taken away: words that ask for just that. */
const LOOKUP_WORDS =
  /<[^>]*>|imap|pop3?|smtp|settings?|servers?|hosts?|address(?:es)?|ports?|passwords?|mail|email|e-mail|incoming|outgoing|for|the|what|whats|what's|is|are|of|in|my|and|pls|please|info|config(?:uration)?|details|服务器|地址|端口|密码|设置|设定|收件|发件|接收|发送|企业|公司|邮箱|邮件|信箱|是什么|是啥|什么|啥|是|的|多少|那|边|everyone|所有人|怎么填|填什么|怎么写|写什么|求|请问|和|呢|啊|主机|参数|配置|wie|lautet|heisst|heißt|der|die|das|von|für|ist|sind|welche[rnms]?|einstellungen|posteingangsserver|postausgangsserver|quel(?:le|s|les)?|est|le|la|les|du|de|des|pour|serveurs?|paramètres|cu[aá]l|es|el|del|para|servidor|datos|configuración|qual|do|da|какой|какие|сервер[аы]?|настройки|для|адрес|の|は|を|何|教えて|サーバー?|設定|设定|서버|주소|뭐예요|뭐|설정|알려주세요|[^\p{L}\p{N}]/gu;

/** Longer texts ask for more. */
const LOOKUP_LENGTH = 500;

function restOf(typed: string): string {
  return typed.replaceAll(LOOKUP_WORDS, '');
}
