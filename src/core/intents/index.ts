import type { IntentName } from '../model.ts';
import type { IntentHandler } from './answer.ts';
import { authFailure } from './auth-failure.ts';
import { autoconfig } from './autoconfig.ts';
import { checkTls } from './check-tls.ts';
import { clientSetup } from './client-setup.ts';
import { connectionError } from './connection-error.ts';
import { findServerAddress } from './find-server-address.ts';
import { imapVsPop3 } from './imap-vs-pop3.ts';
import { outOfScope } from './out-of-scope.ts';
import { portsAndEncryption } from './ports-and-encryption.ts';
import { providerSettings } from './provider-settings.ts';
import { sendReceiveProblem } from './send-receive-problem.ts';
import { smalltalk } from './smalltalk.ts';
import { syncOrMissingMail } from './sync-or-missing-mail.ts';
import { talkToHuman } from './talk-to-human.ts';
import { whatIsServerAddress } from './what-is-server-address.ts';
import { whyItMatters } from './why-it-matters.ts';
import { wrongServerAddress } from './wrong-server-address.ts';

/** The registry: one line for each intent. */
export const INTENTS: Record<IntentName, IntentHandler> = {
  'provider-settings': providerSettings,
  'wrong-server-address': wrongServerAddress,
  'imap-vs-pop3': imapVsPop3,
  'check-tls': checkTls,
  'what-is-server-address': whatIsServerAddress,
  'find-server-address': findServerAddress,
  'why-it-matters': whyItMatters,
  autoconfig,
  'client-setup': clientSetup,
  'ports-and-encryption': portsAndEncryption,
  'auth-failure': authFailure,
  'connection-error': connectionError,
  'send-receive-problem': sendReceiveProblem,
  'sync-or-missing-mail': syncOrMissingMail,
  'talk-to-human': talkToHuman,
  smalltalk,
  'out-of-scope': outOfScope,
};
