/** How mail servers number what they handled: each stands in replies and logs that people paste, and looks like a code. */
const MARKS: RegExp[] = [
  // NetEase: "DT:SPM 163 smtp12,PcCowAD3…,1716278362", "MI:SPB gzsmtp2 Svk3CgA39gB… 1700000000".
  /\b[A-Z]{2}:[A-Z]{2,4}\b[ \w.-]{0,24}smtp[\w-]{0,12}[, ][\w.-]{4,64}(?:[, ]\d{10}\b)?/gi,
  /&(?:host ?id|time)=\w{4,16}/gi,
  /\bsmtp\d{0,3},[\w.-]{4,64},\d{10}\b/gi,
  // Google: "… d9443c01a7336-1f2c3d4e5f6sm12345678plg.30 - gsmtp", and the page it points to.
  /(?:\?p=\w{4,40} +)?[\w.-]{8,64} - gsmtp\b/gi,
  // Microsoft: "[AM0PR02CA0123.eurprd02.prod.outlook.com 2024-05-21T08:00:00.000Z 08DC7923A1B2C3D4]".
  /\.outlook\.com \d{4}-\d\d-\d\dT[\d:.]{5,12}Z [0-9A-F]{16}\b/gi,
  // Tencent: "[ZcZ1Mc7yQWErTy0aBcDeFg== IP: 1.2.3.4]".
  /\[[\w+/]{8,64}={0,2} IP: [\d.]{7,15}\]/gi,
  // Postfix: "queued as 4VkXyZ1abcz9sQw", "postfix/smtp[12345]: 9A8B7C6D5E: to=".
  /\bqueued as [\w.-]{6,32}/gi,
  /\]: [\w.-]{8,20}: (?=to=|from=|message-id=|client=|removed|status=)/gi,
  /\b(?:queue|event|message|request|correlation|trace|session|log|activity|timestamp)[ -]?id\s?(?:is )?[:=]?\s?<?[\w.+/=-]{6,64}/gi,
  /\bx-[a-z-]{2,24}-m?id: ?[\w.-]{6,64}/gi,
];
/** Stands in each of them. */
const TELLTALE = /smtp|\bid\b|-id|mid:|queued|ip:|outlook\.com|\]: |&time=/i;

/** The same text, of the same length, without the numbers by which servers know a message. */
export function withoutServerMarks(text: string): string {
  if (!TELLTALE.test(text)) return text;
  return MARKS.reduce((rest, mark) => rest.replace(mark, (found) => ' '.repeat(found.length)), text);
}
