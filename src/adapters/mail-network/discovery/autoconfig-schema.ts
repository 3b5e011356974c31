import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod';

const text = z.union([z.string(), z.array(z.string()).transform(([first]) => first ?? '')]);
const server = z.object({ type: z.string(), hostname: text, port: text, socketType: text });
/** A server that does not fit is left out; the others count. */
const servers = z
  .array(z.unknown())
  .default([])
  .transform((list) => list.map((one) => server.safeParse(one).data).filter((one) => one !== undefined));
const clientConfig = z.object({
  clientConfig: z.object({
    emailProvider: z.object({ incomingServer: servers, outgoingServer: servers }),
  }),
});

export type ConfiguredServer = z.infer<typeof server>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  parseTagValue: false,
  isArray: (name) => name === 'incomingServer' || name === 'outgoingServer',
});

/** Servers of an autoconfig file (draft-ietf-mailmaint-autoconfig), in its order; undefined for anything else. */
export function parseAutoconfig(xml: string): ConfiguredServer[] | undefined {
  // Comments may stay; a document type, entities and CDATA have no business here, and HTML begins with one of them.
  if (/<!(?!--)/.test(xml) || !xml.includes('<clientConfig') || XMLValidator.validate(xml) !== true) return undefined;
  const parsed = clientConfig.safeParse(parse(xml));
  if (!parsed.success) return undefined;
  const { incomingServer, outgoingServer } = parsed.data.clientConfig.emailProvider;
  return [...incomingServer, ...outgoingServer];
}

function parse(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    return undefined;
  }
}
