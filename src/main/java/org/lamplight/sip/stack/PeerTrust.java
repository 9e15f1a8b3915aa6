package org.lamplight.sip.stack;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.lamplight.trust.Authorities;

/**
 * Whom an account trusts: a server whose certificate comes from one of the platform's authorities or the account's own, and
 * names one of these hosts or domains (RFC 5922). Any thread.
 */
public final class PeerTrust extends X509ExtendedTrustManager {
    private final List<X509TrustManager> authorities;
    private final Set<String> names;
    private final AtomicReference<@Nullable CertificateException> refusal = new AtomicReference<>();

    private PeerTrust(List<X509TrustManager> authorities, Set<String> names) {
        this.authorities = authorities;
        this.names = Set.copyOf(names);
    }

    /**
     * Throws where the file can't be read or holds no certificate.
     *
     * @param file PEM; an authority besides those of the platform
     */
    public static PeerTrust of(Optional<Path> file, Set<String> names) throws GeneralSecurityException, IOException {
        return new PeerTrust(Authorities.with(file), names);
    }

    /** Why the last certificate was refused, once; empty if it was not. A broken socket hides the reason. */
    public Optional<CertificateException> takeRefusal() {
        return Optional.ofNullable(refusal.getAndSet(null));
    }

    private void check(X509Certificate[] chain, String type) throws CertificateException {
        try {
            checkIssuer(chain, type);
            if (!CertificateNames.of(chain[0]).names(names)) {
                throw new WrongName();
            }
            refusal.set(null);
        } catch (CertificateException refused) {
            refusal.set(refused);
            throw refused;
        }
    }

    private void checkIssuer(X509Certificate[] chain, String type) throws CertificateException {
        CertificateException last = new CertificateException("nobody is trusted");
        for (X509TrustManager authority : authorities) {
            try {
                authority.checkServerTrusted(chain, type);
                return;
            } catch (CertificateException refused) {
                last = refused;
            }
        }
        throw last;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.stream()
                .flatMap(one -> Arrays.stream(one.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    /** A good certificate, but somebody else's. */
    public static final class WrongName extends CertificateException {
        private static final long serialVersionUID = 1;

        WrongName() {
            super("the certificate names another host");
        }
    }
}
