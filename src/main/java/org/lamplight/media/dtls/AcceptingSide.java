package org.lamplight.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/** The side that waits: {@code a=setup:passive}. */
final class AcceptingSide extends DefaultTlsServer {
    private final DtlsIdentity identity;
    private final Handshake handshake;

    AcceptingSide(DtlsIdentity identity, Handshake handshake) {
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
        return Handshake.SERVER_SUITES;
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
    @SuppressWarnings("rawtypes")
    public void processClientExtensions(@Nullable Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        handshake.choose(extensions);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable<Object, Object> getServerExtensions() throws IOException {
        return handshake.answer(super.getServerExtensions());
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return identity.credentials(context);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
                null);
    }

    @Override
    public void notifyClientCertificate(@Nullable Certificate shown) throws IOException {
        handshake.verify(shown);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        handshake.complete(context);
    }
}
