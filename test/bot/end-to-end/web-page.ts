import type { ActName } from '../../../src/adapters/web/desk-acts.ts';
/** The web page in a browser: one person's cookies, what stands on it, and what can be pressed. */
export interface WebPage {
  /** Sends the words; resolves when they are kept, or with the page that refuses them. */
  say(words: string): Promise<{ status: number; page: string }>;
  /** Presses the newest button with this label. */
  press(label: string): Promise<void>;
  /** All that stands on the page, as text, once it fits; it is looked at live. */
  until(words: RegExp): Promise<string>;
}

interface Place {
  /** Where a message goes, where presses go, and where the live parts come from. */
  messages: string;
  actions: string;
  events: string;
}

/** An agent's view of one ticket. */
export interface DeskPage extends WebPage {
  act(name: ActName): Promise<void>;
  /** Fills in a form of the ticket; gives the status. */
  fill(form: string, fields: Record<string, string>): Promise<number>;
}

const VISITOR: Place = { messages: '/messages', actions: '/actions', events: '/events' };
const PATIENCE_MS = 8_000;

export async function openPage(url: string): Promise<WebPage> {
  const browser = createBrowser(url);
  await browser.get('/');
  return pageAt(browser, VISITOR);
}

/** Signs in at the desk and opens the only ticket there. */
export async function openDeskTicket(url: string, token: string, name: string): Promise<DeskPage> {
  const browser = createBrowser(url);
  await browser.post('/desk/sign-in', { token, name });
  const list = await (await browser.get('/desk')).text();
  const [, ticket] = /href="(\/desk\/tickets\/[^"]+)"/.exec(list) ?? [];
  if (ticket === undefined) throw new Error('there is no ticket at the desk');
  const place = { messages: `${ticket}/messages`, actions: `${ticket}/actions`, events: `${ticket}/events` };
  return {
    ...pageAt(browser, place),
    async act(act) {
      await browser.post(`${ticket}/acts`, { act });
    },
    async fill(form, fields) {
      return (await browser.post(`${ticket}/forms/${form}`, fields)).status;
    },
  };
}

interface Browser {
  get(path: string, signal?: AbortSignal): Promise<Response>;
  post(path: string, fields: Record<string, string>): Promise<Response>;
}

/** Keeps cookies and says where it comes from. */
function createBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin, cookie, accept: 'application/json, text/html', 'accept-language': 'en' };
    const response = await fetch(new URL(path, origin), { redirect: 'manual', headers, ...init });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  return {
    get: (path, signal) => send(path, signal ? { signal } : {}),
    post: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

function pageAt(browser: Browser, place: Place): WebPage {
  return {
    async say(text) {
      const response = await browser.post(place.messages, { text });
      return { status: response.status, page: textOf(await response.text()) };
    },
    async press(label) {
      const markup = await watch(browser, place, (html) => buttonIn(html, label) !== undefined);
      await browser.post(place.actions, buttonIn(markup, label) ?? {});
    },
    until: async (words) => textOf(await watch(browser, place, (html) => words.test(textOf(html)))),
  };
}

/** Reads the live stream from its beginning until what it brought is enough. */
async function watch(browser: Browser, place: Place, enough: (html: string) => boolean): Promise<string> {
  let stream = '';
  const leaving = new AbortController();
  const patience = setTimeout(() => leaving.abort(new Error(`the page waited in vain: ${stream}`)), PATIENCE_MS);
  const response = await browser.get(place.events, leaving.signal);
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      stream += decoder.decode(chunk, { stream: true });
      const html = entriesOf(stream);
      if (enough(html)) return html;
    }
  } finally {
    clearTimeout(patience);
    leaving.abort();
  }
  throw new Error(`the stream ended with status ${response.status}`);
}

/** Markup of the entries that arrived whole. */
function entriesOf(stream: string): string {
  const whole = stream.slice(0, stream.lastIndexOf('\n') + 1);
  const entries = [...whole.matchAll(/^data: (\{.*\})$/gm)].map(([, data = '{}']) => JSON.parse(data) as Entry);
  return entries.map(({ html = '' }) => html).join('\n');
}

interface Entry {
  html?: string;
}

function textOf(html: string): string {
  const words = html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');
}

/** What the newest form with such a button sends. */
function buttonIn(html: string, label: string): Record<string, string> | undefined {
  const forms = html.split('<form').slice(1);
  for (const form of forms.reverse()) {
    const on = /name="on" value="([^"]*)"/.exec(form)?.[1];
    const button = [...form.matchAll(/<button([^>]*)>([^<]*)</g)].findLast(([, , text]) => text?.trim() === label);
    const value = /value="([^"]*)"/.exec(button?.[1] ?? '')?.[1];
    if (on !== undefined && value !== undefined) return { on, action: value };
  }
  return undefined;
}
