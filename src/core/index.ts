/** The front door: all that adapters and bot may import of the core. */
export * from './model.ts';
export * from './ports.ts';
export { answerNow } from './answer-now.ts';
export { fill, LANGUAGES, texts, type Language, type Texts } from './locales/index.ts';
export type { ClassifierModel } from './nlu/classifier-model.ts';
export * from './providers/index.ts';
export { notChecked, portDetails } from './diagnosis/check-details.ts';
export { VISIT_WINDOW, visitLimit } from './diagnosis/visit-limit.ts';
export * from './diagnosis/server-owner.ts';
export { TLS_FINDING_CODES } from './diagnosis/tls-rules.ts';
export { portFindings, serverFindings, tlsVerdict } from './diagnosis/tls-verdict.ts';
export { headsOf } from './nlu/slots/names.ts';
export { learnIntents } from './nlu/learn.ts';
export { redactEvent } from './nlu/redact.ts';
export { respond } from './respond.ts';
export { statusLine } from './turns/status-line.ts';
export { ownerLine } from './turns/owner-line.ts';
export { plainText } from './turns/plain-text.ts';
