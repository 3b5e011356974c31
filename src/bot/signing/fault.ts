export type SigningFaultCode =
  | 'certificate-unreadable'
  | 'key-unreadable'
  | 'key-unsuitable'
  | 'pair-mismatch'
  | 'certificate-expired';

/** Why files cannot be signed; never holds a part of the key. */
export class SigningFault extends Error {
  readonly code: SigningFaultCode;
  constructor(code: SigningFaultCode) {
    super(`files cannot be signed: ${code}`);
    this.name = 'SigningFault';
    this.code = code;
  }
}
