import { troubleHandler } from './trouble.ts';

export const sendReceiveProblem = troubleHandler(
  'send-receive-problem',
  [
    [
      'message-came-back',
      /bounce|came back|undeliver|returned|rejected|mailer-daemon|退信|退回|被拒|弹回|55[0-4]|zurück|rebot|devuelt|reje/,
    ],
    ['attachment-too-large', /attachment|too (?:big|large)|附件|太大|anhang|pièce jointe|adjunto|anexo/],
    ['stuck-in-outbox', /outbox|stuck|发件箱|寄件匣|postausgang|bandeja de salida/],
    ['goes-to-spam', /spam|junk|垃圾/],
    [
      'can-receive-cannot-send',
      /(?:ca ?n['’]?t|cannot|won['’]?t|not|unable to|fail\w* to|doesn.t) (?:be )?(?:sen[dt]|go out|leave)|outgoing|发不出|不能发|发送失败|寄不出|无法发|发信失败|能收不能发|寄信.*失败|smtp|senden|envoyer|enviar|отправ/,
    ],
    [
      'cannot-receive',
      /receiv|收不到|不能收|接收失败|无法收|get (?:any )?mail|arriv|empfang|recevoir|recibir|receber|получ|届/,
    ],
  ],
  'can-receive-cannot-send',
);
