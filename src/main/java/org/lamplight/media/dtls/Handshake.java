package org.lamplight.media.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.srtp.SrtpSuite;

/** What is the same for the side that begins and for the other one, during one attempt. On the thread of the association. */
final class Handshake {
    static final ProtocolVersion[] VERSIONS = {ProtocolVersion.DTLSv12};
    /** An attempt that got stuck gives way to another one. */
    static final int ATTEMPT_MILLIS = 4_000;
    /** RFC 6347 has a second, of which a caller would miss the first word. */
    static final int RESEND_MILLIS = 300;

    /** The other side may have a certificate of either kind. */
    static final int[] CLIENT_SUITES = {
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
    };

    /** Ours is of one kind. */
    static final int[] SERVER_SUITES = {
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
    };

    private static final String LABEL = "EXTRACTOR-dtls_srtp";
    private static final int KEY = 16;
    private static final int SALT = 14;
    private static final byte[] NO_MKI = {};

    private final Predicate<byte[]> isPeer;
    private boolean refused;
    private boolean verified;
    private @Nullable SrtpSuite suite;
    private @Nullable SrtpKeys keys;

    Handshake(Predicate<byte[]> isPeer) {
        this.isPeer = isPeer;
    }

    /** Throws unless the peer showed a certificate that its description announced. */
    void verify(@Nullable Certificate shown) throws IOException {
        verified = shown != null
                && !shown.isEmpty()
                && isPeer.test(shown.getCertificateAt(0).getEncoded());
        if (!verified) {
            refused = true;
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "not the announced certificate");
        }
    }

    /** Whether the peer showed another certificate than it announced. */
    boolean refused() {
        return refused;
    }

    // ---- the extension (RFC 5764, section 4.1)

    static Hashtable<Object, Object> offer(@Nullable Hashtable<Object, Object> extensions) throws IOException {
        return with(
                extensions,
                SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80,
                SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_32);
    }

    /** Those that are there, and this one; in the table that the library wants. */
    @SuppressWarnings("JdkObsolete")
    private static Hashtable<Object, Object> with(@Nullable Hashtable<Object, Object> extensions, int... profiles)
            throws IOException {
        Hashtable<Object, Object> all = extensions == null ? new Hashtable<>() : extensions;
        TlsSRTPUtils.addUseSRTPExtension(all, new UseSRTPData(profiles, NO_MKI));
        return all;
    }

    /** Takes the first profile that was said and is known here; an answer says one. */
    void choose(@Nullable Hashtable<?, ?> extensions) throws IOException {
        UseSRTPData said = extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions);
        suite = said == null
                ? null
                : Arrays.stream(said.getProtectionProfiles())
                        .mapToObj(Handshake::suite)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        if (suite == null) {
            throw new TlsFatalAlert(AlertDescription.illegal_parameter, "no protection of sound in common");
        }
    }

    private static Optional<SrtpSuite> suite(int profile) {
        return switch (profile) {
            case SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80 -> Optional.of(SrtpSuite.AES_CM_128_HMAC_SHA1_80);
            case SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_32 -> Optional.of(SrtpSuite.AES_CM_128_HMAC_SHA1_32);
            default -> Optional.empty();
        };
    }

    Hashtable<Object, Object> answer(@Nullable Hashtable<Object, Object> extensions) throws IOException {
        int profile = suite == SrtpSuite.AES_CM_128_HMAC_SHA1_32
                ? SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_32
                : SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80;
        return with(extensions, profile);
    }

    // ---- the keys (RFC 5764, section 4.2)

    /** Both sides are done: client's key, server's key, client's salt, server's salt. */
    void complete(TlsContext context) throws IOException {
        SrtpSuite agreed = suite;
        if (!verified || agreed == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "nobody proved to be the peer");
        }
        byte[] all = context.exportKeyingMaterial(LABEL, null, 2 * (KEY + SALT));
        byte[] client = join(all, 0, 2 * KEY);
        byte[] server = join(all, KEY, 2 * KEY + SALT);
        keys = context.isServer() ? new SrtpKeys(agreed, server, client) : new SrtpKeys(agreed, client, server);
    }

    private static byte[] join(byte[] all, int key, int salt) {
        byte[] joined = Arrays.copyOfRange(all, key, key + KEY + SALT);
        System.arraycopy(all, salt, joined, KEY, SALT);
        return joined;
    }

    Optional<SrtpKeys> keys() {
        return Optional.ofNullable(keys);
    }
}
