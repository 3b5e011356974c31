import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

const domain = z.string().regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$/);

const server = (type: z.ZodType<string>) =>
  z.strictObject({
    '@_type': type,
    hostname: domain,
    port: z.string().regex(/^\d{2,5}$/),
    socketType: z.enum(['plain', 'SSL', 'STARTTLS']),
    authentication: z
      .array(
        z.enum(['password-cleartext', 'password-encrypted', 'NTLM', 'GSSAPI', 'client-IP-address', 'OAuth2', 'none']),
      )
      .nonempty(),
    username: z.enum(['%EMAILADDRESS%', '%EMAILLOCALPART%']),
  });

/**
 * A config-v1.1 file as draft-ietf-mailmaint-autoconfig-06 and Thunderbird's page of the format publish it:
 * https://www.bucksch.org/1/projects/thunderbird/autoconfiguration/config-file-format.html
 */
const clientConfig = z.strictObject({
  '?xml': z.strictObject({ '@_version': z.literal('1.0'), '@_encoding': z.literal('UTF-8') }),
  clientConfig: z.strictObject({
    '@_version': z.literal('1.1'),
    emailProvider: z.strictObject({
      '@_id': z.string().min(1),
      domain: z.array(domain).nonempty(),
      displayName: z.string().min(1),
      displayShortName: z.string().min(1),
      incomingServer: z.array(server(z.enum(['imap', 'pop3']))).nonempty(),
      outgoingServer: z.array(server(z.literal('smtp'))).nonempty(),
      documentation: z
        .array(
          z.strictObject({
            '@_url': z.url(),
            descr: z.strictObject({ '@_lang': z.string(), '#text': z.string() }),
          }),
        )
        .optional(),
    }),
  }),
});

const MANY = new Set(['domain', 'incomingServer', 'outgoingServer', 'authentication', 'documentation']);

/** Reads a config file strictly: no element, attribute or value that the format does not know. Throws. */
export function readAutoconfig(xml: string): z.output<typeof clientConfig>['clientConfig']['emailProvider'] {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(valid.err.msg);
  if (xml.includes('<!')) throw new Error('no DOCTYPE, comment or CDATA is wanted');
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => MANY.has(name),
  });
  return clientConfig.parse(parser.parse(xml)).clientConfig.emailProvider;
}
