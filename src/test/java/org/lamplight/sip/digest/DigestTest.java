package org.lamplight.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static Challenge challenge(String value) {
        return Challenge.of(false, value).orElseThrow();
    }

    /** RFC 7616, section 3.9.1. */
    @Test
    void theExamplesOfTheStandardComeOut() {
        String nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
        String own = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        String head =
                "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", nonce=\"" + nonce + "\", algorithm=";
        for (Algorithm algorithm : List.of(Algorithm.MD5, Algorithm.SHA_256)) {
            String secret =
                    Digests.secret(algorithm, "Mufasa", "http-auth@example.org", "Circle of Life".toCharArray());
            String response = Digests.response(
                    challenge(head + algorithm.token()), secret, "00000001", own, "GET", "/dir/index.html");
            assertThat(response)
                    .isEqualTo(
                            algorithm == Algorithm.MD5
                                    ? "8ca523f5e9506fed4657c9700eebdbec"
                                    : "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
        }
    }

    /** RFC 2617, section 3.5, without qop as RFC 2069 had it. */
    @Test
    void anOldServerGetsAnAnswerWithoutACount() {
        Credentials credentials = new Credentials("ada", () -> Optional.of("x".toCharArray()));
        Answer answer = credentials
                .answer(List.of(challenge("Digest realm=\"r\", nonce=\"n\", opaque=\"o\"")), "INVITE", "sip:b@r")
                .orElseThrow();
        assertThat(answer.value()).doesNotContain("nc=").doesNotContain("qop").contains("opaque=\"o\"");
        assertThat(credentials.ahead("INVITE", "sip:b@r")).isEmpty();
    }

    @Test
    void whatCannotBeAnsweredIsLeftOut() {
        assertThat(Challenge.of(false, "Basic realm=\"r\"")).isEmpty();
        assertThat(Challenge.of(false, "Digest realm=\"r\", nonce=\"n\", algorithm=AKAv1-MD5"))
                .isEmpty();
        assertThat(Challenge.of(false, "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\""))
                .isEmpty();
        assertThat(Challenge.of(false, "Digest realm=\"r\"")).isEmpty();
        assertThat(Challenge.of(false, "Digest")).isEmpty();
    }

    @Test
    void theNonceIsCountedAndThePasswordIsWipedAndAskedForOnce() {
        char[] password = "x".toCharArray();
        int[] asked = {0};
        Credentials credentials = new Credentials("ada", () -> {
            asked[0]++;
            return Optional.of(password);
        });
        Challenge one = challenge("Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
        assertThat(credentials
                        .answer(List.of(one), "REGISTER", "sip:r")
                        .orElseThrow()
                        .value())
                .contains("nc=00000001");
        assertThat(credentials.ahead("REGISTER", "sip:r").get(0).value()).contains("nc=00000002");
        assertThat(credentials.ahead("INVITE", "sip:b@r").get(0).value()).contains("nc=00000003");
        assertThat(password).containsOnly('\0');
        assertThat(asked[0]).isEqualTo(1);
        credentials.forget();
        assertThat(credentials.ahead("REGISTER", "sip:r")).isEmpty();
    }

    @Test
    void aQuoteInTheRealmCannotBreakOut() {
        Credentials credentials = new Credentials("a\"da", () -> Optional.of("x".toCharArray()));
        Answer answer = credentials
                .answer(List.of(challenge("Digest realm=\"r\\\"q\", nonce=\"n\"")), "REGISTER", "sip:r")
                .orElseThrow();
        assertThat(answer.value()).contains("realm=\"r\\\"q\"").contains("username=\"a\\\"da\"");
        assertThat(answer.toString()).doesNotContain("response");
    }

    @Test
    void aSecondChallengeThatIsNotStaleIsAWrongPassword() {
        Challenge first = challenge("Digest realm=\"r\", nonce=\"n\"");
        Challenge next = challenge("Digest realm=\"r\", nonce=\"m\"");
        Challenge stale = challenge("Digest realm=\"r\", nonce=\"m\", stale=TRUE");
        Attempts attempts = new Attempts();
        assertThat(attempts.mayAnswer(List.of(first))).isTrue();
        assertThat(attempts.mayAnswer(List.of(stale))).isTrue();
        assertThat(attempts.mayAnswer(List.of(next))).isFalse();
        assertThat(new Attempts().mayAnswer(List.of())).isFalse();
        Attempts endless = new Attempts();
        for (int i = 0; i < 4; i++) {
            endless.mayAnswer(List.of(stale));
        }
        assertThat(endless.mayAnswer(List.of(stale))).isFalse();
    }
}
