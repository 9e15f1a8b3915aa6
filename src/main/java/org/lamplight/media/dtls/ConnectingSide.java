package org.lamplight.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.jspecify.annotations.Nullable;

/** The side that begins: {@code a=setup:active}. */
final class ConnectingSide extends DefaultTlsClient {
    private final DtlsIdentity identity;
    private final Handshake handshake;

    ConnectingSide(DtlsIdentity identity, Handshake handshake) {
        super(identity.crypto());
        this.identity = identity;
        this.handshake = handshake;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return Handshake.VERSIONS;
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return Handshake.CLIENT_SUITES;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return Handshake.ATTEMPT_MILLIS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return Handshake.RESEND_MILLIS;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable<Object, Object> getClientExtensions() throws IOException {
        return Handshake.offer(super.getClientExtensions());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processServerExtensions(@Nullable Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        handshake.choose(extensions);
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
                handshake.verify(shown.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return identity.credentials(context);
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        handshake.complete(context);
    }
}
