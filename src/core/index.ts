/** The front door: all that adapters and bot may import of the core. */
export * from './model.ts';
export * from './ports.ts';
export { fill, LANGUAGES, texts, type Language, type Texts } from './locales/index.ts';
export * from './providers/index.ts';
export * from './diagnosis/server-owner.ts';
export { TLS_FINDING_CODES, type TlsFindingCode } from './diagnosis/tls-rules.ts';
export { portFindings, portVerdict, serverFindings, tlsVerdict } from './diagnosis/tls-verdict.ts';
