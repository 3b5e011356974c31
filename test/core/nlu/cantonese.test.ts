import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

describe('spoken Cantonese is read as written Chinese', () => {
  it.each([
    ['客戶話收唔到我哋封email，點算？', '客户话收不到我们封email,怎么办?'],
    ['又冇退信，你有冇睇', '又没有退信,你有没有看'],
    ['查到未？', '查到了没有?'],
    ['唔該，outlook入唔到', '请outlook登录不了'],
    ['唔該晒', '谢谢'],
    ['係咪要改port', '是不是要改port'],
    ['唔係gmail，係公司嘅', '不是gmail,是公司的'],
    ['send唔到email 收就冇問題', '发不出email 收就没问题'],
    ['點解俾ISP封咗', '为什么给isp封了'],
    ['唔得', '不行'],
  ])('%s', (spoken, written) => {
    expect(normalise(spoken, knowledge).text).toBe(written);
  });
});

describe('written Chinese stays', () => {
  it.each(['这个系统的关系', '电脑未读邮件', '从未收到', '点开链接', '没关系，公司关系企业'])('%s', (text) => {
    expect(normalise(text, knowledge).text).toBe(text.replace('，', ','));
  });
});
