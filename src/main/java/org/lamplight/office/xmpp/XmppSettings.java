package org.lamplight.office.xmpp;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * How the server listens.
 *
 * @param domain the domain of all its addresses
 * @param port for plain connections and STARTTLS; 0 for any
 * @param tlsPort for TLS from the first byte; 0 for any
 * @param tls shows the server's certificate
 * @param offersStartTls whether a plain connection may be encrypted
 * @param requiresTls whether a plain connection must be encrypted before one can log in
 * @param resumable how long after a cut a session can be resumed
 */
public record XmppSettings(
        String domain,
        int port,
        int tlsPort,
        SSLContext tls,
        boolean offersStartTls,
        boolean requiresTls,
        Duration resumable) {}
