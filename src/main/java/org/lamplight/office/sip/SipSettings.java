package org.lamplight.office.sip;

import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens, and how patient it is.
 *
 * @param domain of all addresses, and the realm of all passwords
 * @param port for UDP and TCP; 0 for any
 * @param tlsPort for TLS; 0 for any
 * @param tls shows the server's certificate; null for no TLS
 * @param pace how long an office second takes the colleagues, in seconds
 * @param shortest what a registration must last at least
 * @param nonceLifetime how long a challenge can be answered
 * @param offersSha256 whether challenges offer SHA-256 besides MD5; some older telephones give up when they see it
 * @param clock for registrations and nonces
 */
public record SipSettings(
        String domain,
        int port,
        int tlsPort,
        @Nullable SSLContext tls,
        double pace,
        Duration shortest,
        Duration nonceLifetime,
        boolean offersSha256,
        Clock clock) {

    /** The usual ones: any ports, no TLS, registrations of 10 s and more, challenges for 5 minutes. */
    public static SipSettings of(String domain) {
        return new SipSettings(
                domain, 0, 0, null, 1, Duration.ofSeconds(10), Duration.ofMinutes(5), true, Clock.systemUTC());
    }

    public SipSettings withPorts(int newPort, int newTlsPort) {
        return new SipSettings(domain, newPort, newTlsPort, tls, pace, shortest, nonceLifetime, offersSha256, clock);
    }

    public SipSettings withTls(SSLContext newTls) {
        return new SipSettings(domain, port, tlsPort, newTls, pace, shortest, nonceLifetime, offersSha256, clock);
    }

    public SipSettings withPace(double newPace) {
        return new SipSettings(domain, port, tlsPort, tls, newPace, shortest, nonceLifetime, offersSha256, clock);
    }

    public SipSettings withClock(Clock newClock) {
        return new SipSettings(domain, port, tlsPort, tls, pace, shortest, nonceLifetime, offersSha256, newClock);
    }

    public SipSettings withoutSha256() {
        return new SipSettings(domain, port, tlsPort, tls, pace, shortest, nonceLifetime, false, clock);
    }
}
