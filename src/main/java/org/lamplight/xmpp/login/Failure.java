package org.lamplight.xmpp.login;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.xmpp.stream.AccountKeys;

/**
 * Why an attempt to connect failed, for a person to read.
 *
 * @param sentence what is wrong and what to do
 */
public record Failure(Kind kind, String sentence) {
    private static final Texts TEXTS = Texts.of(Failure.class);

    /** What may help. */
    public enum Kind {
        /** Nobody but the user can mend it. */
        NEEDS_USER,
        /** Another password may help. */
        PASSWORD,
        /** No safe connection was made. The network may be to blame, as that of a hotel before one has signed in there. */
        UNSAFE,
        /** No server was reached: look again soon. */
        NETWORK,
        /** A server was reached and said no, or nonsense, or hung up: give it time. */
        SERVER
    }

    /** Whether the user should be told that it does not work, and why. */
    public boolean isForUser() {
        return kind == Kind.NEEDS_USER || kind == Kind.PASSWORD || kind == Kind.UNSAFE;
    }

    /** Whether another attempt of itself may do better. */
    public boolean mayPass() {
        return kind != Kind.NEEDS_USER && kind != Kind.PASSWORD;
    }

    public static Failure of(Throwable thrown, AccountKeys keys) {
        String domain = keys.domain();
        if (find(thrown, SASLErrorException.class) instanceof SASLErrorException sasl) {
            return ofSasl(sasl, keys);
        }
        if (isCutHandshake(thrown)) {
            return new Failure(Kind.SERVER, lost(domain));
        }
        if (isCertificate(thrown)) {
            return new Failure(Kind.UNSAFE, certificate(thrown, domain));
        }
        if (find(thrown, SmackException.SecurityRequiredByClientException.class) != null) {
            return new Failure(Kind.UNSAFE, TEXTS.get("tls.missing", domain));
        }
        if (find(thrown, SmackException.SmackSaslException.class) != null) {
            return new Failure(Kind.NEEDS_USER, TEXTS.get("sasl.impossible", domain));
        }
        if (find(thrown, UnknownHostException.class) != null
                || thrown.toString().contains("could not be resolved")
                || noAddress(thrown)) {
            return new Failure(
                    Kind.NETWORK, TEXTS.get("host.unknown", keys.host().orElse(domain)));
        }
        if (find(thrown, SocketException.class) != null
                && !(thrown instanceof SmackException.EndpointConnectionException)) {
            return new Failure(Kind.SERVER, lost(domain));
        }
        if (find(thrown, XmlPullParserException.class) != null) {
            return new Failure(Kind.SERVER, TEXTS.get("xml.broken", domain));
        }
        if (find(thrown, XMPPException.StreamErrorException.class)
                instanceof XMPPException.StreamErrorException error) {
            return ofStream(error, domain);
        }
        if (thrown instanceof SmackException.EndpointConnectionException || thrown instanceof IOException) {
            return new Failure(
                    Kind.NETWORK, TEXTS.get("server.unreached", keys.host().orElse(domain)));
        }
        if (find(thrown, SmackException.NoResponseException.class) != null) {
            return new Failure(Kind.NETWORK, TEXTS.get("server.silent", domain));
        }
        return new Failure(Kind.SERVER, TEXTS.get("server.refuses", domain));
    }

    /** The connection was there, and is no more. */
    public static String lost(String domain) {
        return TEXTS.get("server.lost", domain);
    }

    private static Failure ofSasl(SASLErrorException error, AccountKeys keys) {
        String condition = String.valueOf(error.getSASLFailure().getSASLError());
        return switch (condition) {
            case "temporary_auth_failure" -> new Failure(Kind.SERVER, TEXTS.get("server.refuses", keys.domain()));
            case "account_disabled" -> new Failure(Kind.NEEDS_USER, TEXTS.get("account.disabled", keys.bare()));
            case "credentials_expired" -> new Failure(Kind.PASSWORD, TEXTS.get("password.expired", keys.bare()));
            default -> new Failure(Kind.PASSWORD, TEXTS.get("password.wrong", keys.bare()));
        };
    }

    private static Failure ofStream(XMPPException.StreamErrorException error, String domain) {
        return switch (error.getStreamError().getCondition()) {
            case host_unknown, host_gone -> new Failure(Kind.NEEDS_USER, TEXTS.get("host.foreign", domain));
            case not_well_formed, bad_format, invalid_xml -> new Failure(Kind.SERVER, TEXTS.get("xml.broken", domain));
            default -> new Failure(Kind.SERVER, TEXTS.get("server.refuses", domain));
        };
    }

    /** A handshake that just ended says nothing about certificates. */
    private static boolean isCutHandshake(Throwable thrown) {
        boolean ended = find(thrown, EOFException.class) != null || find(thrown, SocketException.class) != null;
        return ended
                && find(thrown, SSLException.class) != null
                && find(thrown, GeneralSecurityException.class) == null;
    }

    private static boolean isCertificate(Throwable thrown) {
        return find(thrown, GeneralSecurityException.class) != null || find(thrown, SSLException.class) != null;
    }

    private static String certificate(Throwable thrown, String domain) {
        if (find(thrown, CertificateExpiredException.class) != null) {
            return TEXTS.get("certificate.expired", domain);
        }
        if (find(thrown, CertificateNotYetValidException.class) != null) {
            return TEXTS.get("certificate.early", domain);
        }
        if (find(thrown, CertPathBuilderException.class) != null || find(thrown, SignatureException.class) != null) {
            return TEXTS.get("certificate.stranger", domain);
        }
        boolean otherName = messages(thrown).contains("ostname verification");
        return TEXTS.get(otherName ? "certificate.name" : "certificate.wrong", domain);
    }

    private static boolean noAddress(Throwable thrown) {
        return thrown instanceof SmackException.EndpointConnectionException endpoints
                && endpoints.getConnectionExceptions().isEmpty();
    }

    private static String messages(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable one = thrown; one != null; one = next(one)) {
            all.append(one.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static @Nullable Throwable find(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable one = thrown; one != null; one = next(one)) {
            if (kind.isInstance(one)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable Throwable next(Throwable one) {
        // Of this one kind the JDK hides the cause behind another name
        Throwable cause = one instanceof XMLStreamException xml && xml.getCause() == null
                ? xml.getNestedException()
                : one.getCause();
        return cause == one ? null : cause;
    }
}
