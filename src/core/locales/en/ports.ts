/** What a port is for and how safe it is (RFC 8314; 2525 is a habit of sending services). */
export const ports = {
  of: {
    25: '**Port 25** is for mail servers among themselves, and most networks block it. For sending, use 465 with SSL/TLS or 587 with STARTTLS.',
    110: '**Port 110** (POP3) begins without encryption. It is safe only with STARTTLS; 995 with SSL/TLS is the better choice.',
    143: '**Port 143** (IMAP) begins without encryption. It is safe only with STARTTLS; 993 with SSL/TLS is the better choice.',
    465: '**Port 465** (sending) is encrypted from the first byte: choose SSL/TLS. It is the first choice where your provider offers it.',
    587: '**Port 587** (sending) goes with STARTTLS. It is just as fine, as long as your program insists on encryption.',
    993: '**Port 993** (IMAP) is encrypted from the first byte: choose SSL/TLS. It is the right one.',
    995: '**Port 995** (POP3) is encrypted from the first byte: choose SSL/TLS. Turn on “keep a copy on the server”.',
    2525: "**Port 2525** isn't a standard. Use it only if your sending service says so, with STARTTLS.",
  },
  tellProvider: "Tell me the provider, and I'll say which it has.",
};
