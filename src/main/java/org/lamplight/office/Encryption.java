package org.lamplight.office;

/** Whether connections to the plain XMPP port are encrypted (RFC 6120 section 5). */
public enum Encryption {
    STARTTLS_REQUIRED,
    STARTTLS_OFFERED,
    NONE
}
