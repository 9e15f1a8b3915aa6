package org.lamplight.xmpp.login;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.lamplight.trust.Authorities;

/** Whom we trust: the platform's authorities, and the one that the account's {@code trust} file adds. */
public final class Certificates {
    private Certificates() {}

    /** Who decides. Throws where the trust file can't be read or holds no certificate. */
    public static Trusted trusted(Optional<Path> trustFile) throws GeneralSecurityException, IOException {
        return new Trusted(Authorities.with(trustFile));
    }

    /**
     * The platform's cipher suites, those with ChaCha20 first. The JVM's quick compiler, which our launcher uses alone, has
     * no machine code for AES-GCM, and a large roster then takes several times as long to decipher.
     */
    static String[] suites() {
        try {
            String[] usual = SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();
            Arrays.sort(usual, Comparator.comparing(suite -> !suite.contains("CHACHA20")));
            return usual;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Trusts what at least one of its parts trusts, and remembers why it last refused. Fit for every thread. */
    public static final class Trusted implements X509TrustManager {
        private final List<X509TrustManager> parts;
        private final AtomicReference<@Nullable CertificateException> refusal = new AtomicReference<>();

        Trusted(List<X509TrustManager> parts) {
            this.parts = parts;
        }

        /** Why the last certificate was refused, once; empty if it was not. A broken socket may hide the reason. */
        public Optional<CertificateException> takeRefusal() {
            return Optional.ofNullable(refusal.getAndSet(null));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            CertificateException first = null;
            for (X509TrustManager part : parts) {
                try {
                    part.checkServerTrusted(chain, type);
                    return;
                } catch (CertificateException refused) {
                    // The added authority speaks last, and its reason (expired, say) is the one that helps
                    first = refused;
                }
            }
            CertificateException why = first == null ? new CertificateException("nobody is trusted") : first;
            refusal.set(why);
            throw why;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("we are no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return parts.stream()
                    .flatMap(part -> Arrays.stream(part.getAcceptedIssuers()))
                    .toArray(X509Certificate[]::new);
        }
    }
}
