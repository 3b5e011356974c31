import { Hono, type Context } from 'hono';

/** Where mail programs look: below autoconfig.DOMAIN, and below the domain itself (draft-ietf-mailmaint-autoconfig). */
const PATHS = ['/mail/config-v1.1.xml', '/.well-known/autoconfig/mail/config-v1.1.xml'];
/** RFC 5321, section 4.5.3.1, with the @. */
const LONGEST_ADDRESS = 320;

/**
 * Settings of known domains for mail programs. Stands before the guard: a program comes by whatever name its domain has
 * for us, and there is no cookie and nothing to change. The address is neither kept nor logged; the answer holds none.
 */
export function autoconfigRoutes(settingsFor: (address: string) => string | undefined): Hono {
  const app = new Hono();
  for (const path of PATHS) app.get(path, (c) => answer(c, settingsFor));
  return app;
}

function answer(c: Context, settingsFor: (address: string) => string | undefined): Response {
  const address = c.req.query('emailaddress') ?? '';
  const asked = address.length <= LONGEST_ADDRESS && /^[^\s@]*@[^\s@]+$/.test(address);
  const xml = asked ? settingsFor(address) : undefined;
  const headers = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };
  if (xml === undefined) return c.text('No settings are known.\n', 404, headers);
  return c.body(xml, 200, { ...headers, 'Content-Type': 'text/xml; charset=utf-8' });
}
