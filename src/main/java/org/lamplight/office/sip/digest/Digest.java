package org.lamplight.office.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.directory.Directory;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transaction.ServerTransaction;

/** Asks for the password's digest and compares it. On the server's thread. */
public final class Digest {
    private enum Verdict {
        RIGHT,
        STALE,
        WRONG
    }

    private final Directory directory;
    private final Nonces nonces;
    private final List<DigestAlgorithm> algorithms;

    /**
     * For the accounts of a directory, whose domain is the realm.
     *
     * @param lifetime of a nonce
     * @param withSha256 whether that is offered too, and first (RFC 8760 section 2.4)
     */
    public Digest(Directory directory, Clock clock, Duration lifetime, boolean withSha256) {
        this.directory = directory;
        this.nonces = new Nonces(clock, lifetime);
        this.algorithms = withSha256 ? List.of(DigestAlgorithm.values()) : List.of(DigestAlgorithm.MD5);
    }

    /** Who asks, as a registrar wants to know it; null if that was answered with a challenge. */
    public @Nullable SipAccount byRegistrar(ServerTransaction asked) {
        return check(asked, "Authorization", 401, "Unauthorized", "WWW-Authenticate");
    }

    /** Who asks, as a proxy wants to know it; null if that was answered with a challenge. */
    public @Nullable SipAccount byProxy(ServerTransaction asked) {
        return check(asked, "Proxy-Authorization", 407, "Proxy Authentication Required", "Proxy-Authenticate");
    }

    private @Nullable SipAccount check(
            ServerTransaction asked, String header, int code, String reason, String challenge) {
        SipRequest request = asked.request();
        boolean stale = false;
        for (String value : request.headers(header)) {
            DigestAnswer answer = DigestAnswer.parse(value);
            SipAccount account = answer == null ? null : directory.user(answer.user());
            if (answer != null && account != null && answer.realm().equals(directory.domain())) {
                Verdict verdict = judge(request, answer, account);
                if (verdict == Verdict.RIGHT) {
                    return account;
                }
                stale |= verdict == Verdict.STALE;
            }
        }
        SipResponse response = asked.answer(code, reason);
        for (DigestAlgorithm algorithm : algorithms) {
            response.add(challenge, challenge(algorithm, stale));
        }
        asked.respond(response);
        return null;
    }

    private String challenge(DigestAlgorithm algorithm, boolean stale) {
        return "Digest realm=\"" + directory.domain() + "\", nonce=\"" + nonces.fresh() + "\", algorithm="
                + algorithm.token() + ", qop=\"auth\"" + (stale ? ", stale=true" : "");
    }

    private Verdict judge(SipRequest request, DigestAnswer answer, SipAccount account) {
        for (DigestAlgorithm algorithm : algorithms) {
            if (algorithm.token().equalsIgnoreCase(answer.algorithm())) {
                String right = response(algorithm, request.method(), answer, account.password());
                if (!same(right, answer.response()) || !answer.qop().equals("auth")) {
                    return Verdict.WRONG;
                }
                return nonces.use(answer.nonce(), answer.uses()) ? Verdict.RIGHT : Verdict.STALE;
            }
        }
        return Verdict.WRONG;
    }

    /** RFC 7616 section 3.4.1, with qop. Of the address only the digest matters: telephones differ in what they put there. */
    private static String response(DigestAlgorithm algorithm, String method, DigestAnswer answer, String password) {
        String secret = algorithm.of(answer.user() + ":" + answer.realm() + ":" + password);
        String asked = algorithm.of(method + ":" + answer.uri());
        return algorithm.of(
                String.join(":", secret, answer.nonce(), answer.count(), answer.clientNonce(), answer.qop(), asked));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
