import { gated } from './gated.ts';

const STILL_USED = gated(
  /\b(?:can|may|could|should|is it safe to) (?:i |we |you |one )?(?:still|keep|continue)\b.{0,12}\bus(?:e|ing)\b|\bstill (?:be )?(?:supported|maintained|used?|usable|developed|updated|safe|good|alive|available|work(?:s|ing)? with)\b|^(?:is|does|do|will|are)\b.{0,40}\bstill work|\b(?:retired|discontinued|obsolete|end of (?:life|support)|no longer supported)\b|(?:还|還)(?:能|可以|能不能|可不可以)(?:继续)?(?:用|使用)|(?:是不是|是否)(?:已经)?(?:不能|没法)(?:再)?用|(?:停用|停止(?:支持|维护|更新)|不再(?:支持|维护|更新)|淘汰)了?(?:吗|没|么|[?？])/,
);

/** "Can I still use Windows Mail?" */
export function asksWhetherUsed(words: string): boolean {
  return STILL_USED.test(words);
}
