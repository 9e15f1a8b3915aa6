package org.lamplight.office.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/**
 * A self-signed X.509 certificate (RFC 5280) with a fresh P-256 key: for a server on loopback, and for tests that need
 * an expired one or one for another name. Immutable.
 */
public final class SelfSignedCertificate {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));

    private final X509Certificate certificate;
    private final PrivateKey key;

    private SelfSignedCertificate(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** Valid for a year from yesterday, so that a clock that is a little off does no harm. */
    public static SelfSignedCertificate create(List<String> names) throws GeneralSecurityException {
        Instant now = Instant.now();
        return create(names, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
    }

    /**
     * Makes a key and signs a certificate with it.
     *
     * @param names host names or IPv4 addresses; the first is also the common name
     * @throws GeneralSecurityException if this JVM lacks elliptic curves
     */
    public static SelfSignedCertificate create(List<String> names, Instant notBefore, Instant notAfter)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] body = body(names, notBefore, notAfter, pair.getPublic());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(body);
        byte[] whole = Der.sequence(body, ECDSA_WITH_SHA256, Der.bits(0, signature.sign()));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        return new SelfSignedCertificate(certificate, pair.getPrivate());
    }

    private static byte[] body(List<String> names, Instant notBefore, Instant notAfter, PublicKey key) {
        byte[] version3 = Der.tagged(0xa0, Der.integer(BigInteger.TWO));
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.utf8(names.get(0)))));
        return Der.sequence(
                version3,
                Der.integer(new BigInteger(127, new SecureRandom()).setBit(100)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                name,
                key.getEncoded(),
                Der.tagged(0xa3, extensions(names)));
    }

    private static byte[] extensions(List<String> names) {
        byte[] authority =
                Der.sequence(Der.oid(2, 5, 29, 19), Der.bool(true), Der.octets(Der.sequence(Der.bool(true))));
        byte[] signsAndCertifies =
                Der.sequence(Der.oid(2, 5, 29, 15), Der.bool(true), Der.octets(Der.bits(2, (byte) 0x84)));
        byte[] forServers =
                Der.sequence(Der.oid(2, 5, 29, 37), Der.octets(Der.sequence(Der.oid(1, 3, 6, 1, 5, 5, 7, 3, 1))));
        byte[][] general =
                names.stream().map(SelfSignedCertificate::generalName).toArray(byte[][]::new);
        byte[] alternatives = Der.sequence(Der.oid(2, 5, 29, 17), Der.octets(Der.sequence(general)));
        return Der.sequence(authority, signsAndCertifies, forServers, alternatives);
    }

    private static byte[] generalName(String name) {
        if (!name.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            return Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII));
        }
        String[] parts = name.split("\\.", -1);
        byte[] address = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            address[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Der.tagged(0x87, address);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate as text (RFC 7468), for whoever shall trust it. */
    public String pem() {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was just parsed has no encoding", e);
        }
    }

    /** A context for a server that shows this certificate. */
    public SSLContext serverContext() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new OneKey(key, certificate)}, null, null);
        return context;
    }
}
