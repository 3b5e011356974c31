import { XMLParser, XMLValidator } from 'fast-xml-parser';

export type PlistRead = string | number | boolean | PlistRead[] | { [key: string]: PlistRead };

type Node = Record<string, unknown>;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

/** Reads a property list as strictly as Apple's DTD writes it; throws at whatever it does not allow. */
export function readPlist(xml: string): PlistRead {
  if (!xml.startsWith(HEAD)) throw new Error('not the head of a property list');
  const body = xml.slice(HEAD.length);
  const valid = XMLValidator.validate(body);
  if (valid !== true) throw new Error(valid.err.msg);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
  });
  const [root, ...more] = elements(parser.parse(body) as Node[]);
  if (!root || more.length > 0 || nameOf(root) !== 'plist') throw new Error('one plist element is wanted');
  if (JSON.stringify(root[':@']) !== '{"@_version":"1.0"}') throw new Error('version 1.0 is wanted');
  const [value, ...others] = elements(root['plist'] as Node[]);
  if (!value || others.length > 0) throw new Error('a plist holds one value');
  return read(value);
}

function read(node: Node): PlistRead {
  const name = nameOf(node);
  const inner = node[name] as Node[];
  switch (name) {
    case 'string':
      return textOf(inner);
    case 'integer':
      if (!/^-?\d+$/.test(textOf(inner))) throw new Error('not an integer');
      return Number(textOf(inner));
    case 'true':
    case 'false':
      if (inner.length > 0) throw new Error(`${name} is empty`);
      return name === 'true';
    case 'array':
      return elements(inner).map(read);
    case 'dict':
      return readDict(elements(inner));
    default:
      throw new Error(`no element of a property list: ${name}`);
  }
}

function readDict(nodes: Node[]): Record<string, PlistRead> {
  const found: Record<string, PlistRead> = {};
  if (nodes.length % 2 === 1) throw new Error('a key without a value');
  for (let at = 0; at < nodes.length; at += 2) {
    const [key, value] = [nodes[at], nodes[at + 1]];
    if (!key || !value || nameOf(key) !== 'key') throw new Error('keys and values take turns');
    const name = textOf(key['key'] as Node[]);
    if (name in found) throw new Error(`${name} stands twice`);
    found[name] = read(value);
  }
  return found;
}

/** White space between elements means nothing; any other text there is an error. */
function elements(nodes: Node[]): Node[] {
  return nodes.filter((node) => {
    const text = node['#text'];
    if (text === undefined) return true;
    if (typeof text !== 'string' || text.trim() !== '') throw new Error('text between elements');
    return false;
  });
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function textOf(nodes: Node[]): string {
  return nodes.map((node) => (typeof node['#text'] === 'string' ? node['#text'] : '')).join('');
}
