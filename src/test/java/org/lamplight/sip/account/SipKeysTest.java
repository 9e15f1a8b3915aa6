package org.lamplight.sip.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.backend.Account;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Traversal;
import org.lamplight.call.Traversal.Server;

/** What an account says of the protection of calls, and of their ways. */
class SipKeysTest {
    private static SipKeys keys(String said) {
        Map<String, String> all = new HashMap<>(Map.of("address", "ada@example.org"));
        for (String one : said.split(";")) {
            all.put(one.split("=", 2)[0].strip(), one.split("=", 2)[1].strip());
        }
        return SipKeys.of(new Account("work", "sip", true, all));
    }

    @ParameterizedTest
    @CsvSource({
        "transport=udp, NONE, false",
        "transport=tls, SDES, false",
        "transport=udp;srtp=required, SDES, true",
        "transport=udp;srtp-keys=dtls, DTLS, false",
        "transport=tls;srtp-keys=DTLS;srtp=required, DTLS, true",
        "transport=tls;srtp-keys=dtls;srtp=off, NONE, false",
        "transport=tls;srtp-keys=sdes, SDES, false"
    })
    void protection(String said, MediaSecurity offered, boolean required) {
        assertThat(keys(said).security()).isEqualTo(offered);
        assertThat(keys(said).securityRequired()).isEqualTo(required);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srtp-keys=zrtp",
                "srtp-keys=none",
                "srtp=yes",
                "ice=maybe",
                "ice=relay",
                "stun=a b",
                "turn=x:0",
                "turn=x:70000"
            })
    void whatIsNotUnderstoodIsSaid(String said) {
        assertThatThrownBy(() -> keys(said)).isInstanceOf(Unusable.class).hasMessageMatching("(?s).*(Write|is no).*");
    }

    private static Optional<Traversal> ways(String said) {
        return keys(said).traversal(Optional::empty);
    }

    @Test
    void waysAreLookedForWhereThereIsAServerOrAWish() {
        assertThat(ways("transport=udp")).isEmpty();
        assertThat(ways("stun=stun.example.org;ice=off")).isEmpty();
        assertThat(ways("ice=on").orElseThrow().stun()).isEmpty();
        Traversal both = ways("stun=stun:stun.example.org;turn=[2001:db8::1]:5000;auth-user=6001")
                .orElseThrow();
        assertThat(both.stun()).contains(new Server("stun.example.org", 3_478));
        assertThat(both.turn()).contains(new Server("2001:db8::1", 5_000));
        assertThat(both.user()).isEqualTo("6001");
        assertThat(both.relayOnly()).isFalse();
        Traversal hidden = ways("stun=a.example;turn=b.example:3479;ice=relay").orElseThrow();
        assertThat(hidden.relayOnly()).isTrue();
        assertThat(hidden.stun()).isEmpty();
    }
}
