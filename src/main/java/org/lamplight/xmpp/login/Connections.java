package org.lamplight.xmpp.login;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.X509TrustManager;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.java7.XmppHostnameVerifier;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.trust.Authorities;
import org.lamplight.xmpp.stream.AccountKeys;

/** Makes Smack's connection from an account. */
public final class Connections {
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final HostnameVerifier VERIFIER = new XmppHostnameVerifier();

    /** A connection, and for direct TLS what must be checked before signing in. */
    public record Made(
            XMPPTCPConnection connection,
            Certificates.Trusted trusted,
            @Nullable DirectTls directTls,
            Resumption resumption) {
        public void verify() throws GeneralSecurityException {
            if (directTls != null) {
                directTls.verify(VERIFIER);
            }
        }
    }

    private Connections() {}

    /**
     * Makes a connection that is not connected yet.
     *
     * @param kept makes what completes once all that was read so far is kept
     */
    public static Made make(
            AccountKeys keys, ResourceName resource, SignInGuard guard, Supplier<CompletableFuture<Void>> kept)
            throws IOException {
        Certificates.Trusted trusted = trusted(keys);
        DirectTls directTls = keys.security() == AccountKeys.Security.TLS ? directTls(trusted, keys) : null;
        XMPPTCPConnectionConfiguration.Builder builder = XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(keys.address().asDomainBareJid())
                .setUsernameAndPassword(keys.address().getLocalpart(), "")
                .setResource(resource.text())
                .setLanguage(Locale.getDefault())
                .setSendPresence(false)
                .setCompressionEnabled(false)
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setHostnameVerifier(VERIFIER)
                // Smack initialises any context again, so only the trust manager itself can be given to it
                .setCustomX509TrustManager(trusted)
                .setEnabledSSLProtocols(new String[] {"TLSv1.3", "TLSv1.2"})
                .setEnabledSSLCiphers(Certificates.suites())
                .setSecurityMode(mode(keys.security()));
        builder.setSocketFactory(directTls != null ? directTls : guard);
        if (keys.host().isPresent() || directTls != null) {
            setHost(builder, keys.host().orElse(keys.domain()));
            builder.setPort(keys.port());
        }
        TolerantConnection connection = new TolerantConnection(builder.build(), kept);
        connection.setUseStreamManagement(true);
        connection.setUseStreamManagementResumption(true);
        return new Made(connection, trusted, directTls, connection);
    }

    private static void setHost(XMPPTCPConnectionConfiguration.Builder builder, String host) throws IOException {
        if (host.matches("[0-9.]+") || host.contains(":")) {
            builder.setHostAddress(InetAddress.getByName(host));
        } else {
            builder.setHost(host);
        }
    }

    private static Certificates.Trusted trusted(AccountKeys keys) throws IOException {
        try {
            return Certificates.trusted(keys.trust());
        } catch (GeneralSecurityException | IOException e) {
            if (keys.trust().isPresent()) {
                throw new AccountKeys.Unusable(Texts.of(Connections.class)
                        .get("trust.wrong", keys.trust().get()));
            }
            throw new IOException(e);
        }
    }

    private static DirectTls directTls(X509TrustManager trusted, AccountKeys keys) throws IOException {
        try {
            return new DirectTls(Authorities.context(trusted), keys.domain());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static SecurityMode mode(AccountKeys.Security security) {
        return security == AccountKeys.Security.STARTTLS ? SecurityMode.required : SecurityMode.disabled;
    }
}
