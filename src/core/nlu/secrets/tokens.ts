import { type Finder, finder } from './finder.ts';
import { isAddress, isBase64, isMixed } from './looks.ts';

/** A user who is an address, or a command with its tag (RFC 3501): sentences hold "login" too. */
const SIGNS_IN = /@\S*\s+"?$|(?:^|\s)[a-z]{0,4}\d{1,6}\s+login\s+\S+\s+"?$/i;

/** What programs sign in with: each has a shape of its own, documented by who gives it out. */
export const TOKEN_FINDERS: Finder[] = [
  finder('auth-line', /\bauth(?:enticate)?\s+(?:plain|login|xoauth2|cram-md5)\s+([A-Za-z0-9+/=]{8,})/gi, isBase64),
  finder('auth-line', /\bauthorization:\s*(?:basic|bearer)\s+([A-Za-z0-9+/=._-]{8,})/gi),
  // Answers to the server's questions for name and password (RFC 4954), each on a line of its own.
  finder('auth-line', /\b334(?: [A-Za-z0-9+/=]*)?\s*\n\W{0,4}(?:[cs]:\s*)?([A-Za-z0-9+/=]{4,})/gi, isBase64),
  finder(
    'auth-line',
    /\bauth login\s*\n(?:334[^\n]*\n)?\W{0,4}(?:c:\s*)?[A-Za-z0-9+/=]{4,}\s*\n(?:334[^\n]*\n)?\W{0,4}([A-Za-z0-9+/=]{4,})/gi,
    isBase64,
  ),
  finder(
    'auth-line',
    /\blogin\s+"?[^\s"]+"?\s+"?([^\s"]{4,})"?/gi,
    (value, before) => isMixed(value) && !isAddress(value) && !/^0x/i.test(value) && SIGNS_IN.test(before),
  ),
  finder('auth-line', /\bcurl\b[^\n]*?\s(?:-u|--user)\s+["']?[^\s:"']+:([^\s"']+)/gi),
  finder('token', /\bxox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{10,}|\bxapp-[A-Za-z0-9-]{10,}/g),
  finder('token', /hooks\.slack\.com\/(?:services|workflows|triggers)\/([\w/-]{16,})/g),
  finder('token', /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/([\w-]{30,})/g),
  finder(
    'token',
    /(?<![\w.-])[A-Za-z0-9_-]{23,30}\.[\w-]{5,8}\.[\w-]{25,45}/g,
    (value) => /[A-Z]/.test(value) && /\d|[a-z]/.test(value),
  ),
  finder('token', /\bgh[oprsu]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bgl(?:pat|ptt|dt|rt|soat)-[\w-]{16,}/g),
  finder('token', /\bnpm_[A-Za-z0-9]{30,}|\bpypi-[\w-]{30,}|\bdckr_pat_[\w-]{20,}|\bhf_[A-Za-z0-9]{30,}/g),
  finder('token', /\bsk-[\w-]{20,}|\b[rsp]k_(?:live|test)_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9+/=]{20,}/g),
  finder('token', /\b(?:AKIA|ASIA|AROA|ABIA)[0-9A-Z]{16}\b|\bLTAI[A-Za-z0-9]{12,30}|\bAKID[A-Za-z0-9]{13,40}/g),
  finder('token', /\bAIza[\w-]{30,}|\bya29\.[\w.-]{20,}|\bGOCSPX-[\w-]{20,}|\b1\/\/0[\w-]{30,}/g),
  // Azure marks its client secrets with "Q~" behind the fourth character.
  finder('token', /(?<![\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,34}/g),
  finder('token', /\b(?:AccountKey|SharedAccessKey|sig)=([A-Za-z0-9+/%=]{40,})/g),
  finder('token', /\bSG\.[\w-]{16,}\.[\w-]{16,}|\bkey-[0-9a-f]{32}\b|\bre_[A-Za-z0-9]{8,}_[A-Za-z0-9]{16,}/g),
  finder('token', /(?<![\d:])\d{8,10}:AA[\w-]{32,35}/g),
  finder('token', /\beyJ[\w-]{8,}\.[\w-]{8,}\.?[\w-]*/g),
  finder('token', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g),
  finder('token', /[?&](?:token|access_token|refresh_token|sid|session|sessionid|api_?key|code)=([^\s&#]{8,})/gi),
  finder(
    'token',
    /(?:api|access|secret|client|refresh|bearer|bot)[ _-]?(?:access[ _-]?)?(?:key|token|secret)\s*(?:id)?\s*["']?\s*[:=：]\s*["']?([\w./+=~-]{8,})/gi,
  ),
  finder('password', /\b[a-z][a-z0-9+.-]{2,12}:\/\/[^\s:/@]{1,128}:([^\s/@]{1,128})@/gi),
];
