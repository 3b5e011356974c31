import { gated } from './gated.ts';

/** Whoever is to help, and how: without such a word a message is a complaint, and nobody is sent for unasked. */
const PERSON = gated(
  /human|person|people|some ?(?:one|body)|any ?(?:one|body)|no ?(?:one|body)\b|\bagent|operator|representative|advis[eo]r|support|help ?(?:desk|line)|hot ?line|staff|team|colleague|technician|engineer|expert|specialist|supervisor|manager|complain|\bcall\b|phone|\bring me|speak|\btalk|\bchat|escalat|ticket|transfer|put me|connect me|customer|\bbots?\b|\bcase\b|in charge|remote|\badmin|\bmod\b|人工|真人|活人|专人|客服|专员|人员|职员|坐席|员工|师傅|工程师|技术|投诉|客诉|电话|热线|转接|换人|叫人|找[个人你您]|有人|个人|人[吗呢来帮回处看说聊]|同事|主管|经理|领导|上司|负责人|管理员|群主|联系|工单|机器人|小编|值班|语音|远程|上门|微信|mitarbeiter|mensch|jemand|berater|kundendienst|techniker|anruf|rufen|zuständig|sprechen|conseiller|quelqu|humain|personne|parler|appel|technicien|responsable|interlocuteur|alguien|humano|agente|asesor|t[eé]cnico|encargado|hablar|llam|teléfono|algu[eé]m|pessoa|atend|falar|ligu?em?|человек|живы|оператор|кого-|сотрудник|специалист|техник|инженер|поговорить|звон|телефон|人と|人に|人間|上の人|担当|窓口|オペレ|電話|スタッフ|サポート|エンジニア|상담|사람|직원|담당|책임자|전화|통화|기사|문의/,
);

/** Whether somebody is wished for by name, trade or way; `text` is normalised. */
export function namesPerson(text: string): boolean {
  return PERSON.test(text.replaceAll(NOBODY, ' '));
}

/** Bears the name of people, and is none of them. */
const NOBODY =
  /\bhuman (?:error|mistake|readable)s?\b|\bsupport(?:s|ed|ing)? (?:of |for )?(?:imap|pop3?|smtp|oauth|tls|ssl)\b|人工智能|人为/g;

/** "I am the admin myself": tells who asks, not who is wanted. */
const SELF =
  /\b(?:i['’]?m|i am|we are) (?:(?:the|an?|our|also|myself|actually|company|it|mail) ){0,4}(?:admin\w*|it (?:guy|person|department)|manager|boss|owner)\b|我(?:自己|就|本人|也)?是(?:公司|我们|单位)?(?:的)?(?:系统)?(?:管理员|网管|负责人|经理|老板|it)/;

/** Whether the asker only says who they are. */
export function isOwnTrade(text: string): boolean {
  return SELF.test(text) && !PERSON.test(text.replace(SELF, ''));
}
