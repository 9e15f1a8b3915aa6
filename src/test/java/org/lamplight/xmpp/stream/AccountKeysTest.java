package org.lamplight.xmpp.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.backend.Account;

/** What users write into an account's file. */
class AccountKeysTest {
    private static AccountKeys keys(String... more) {
        Map<String, String> keys = new LinkedHashMap<>(Map.of("kind", "xmpp", "address", "ada@engine.example"));
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        return AccountKeys.of(new Account("work", "xmpp", true, keys));
    }

    @ParameterizedTest
    @CsvSource({
        "xmpp.engine.example, xmpp.engine.example, 5222",
        "xmpp.engine.example:5300, xmpp.engine.example, 5300",
        "10.0.0.7:5300, 10.0.0.7, 5300",
        "::1, ::1, 5222",
        "2001:db8::7, 2001:db8::7, 5222",
        "[2001:db8::7], 2001:db8::7, 5222",
        "[2001:db8::7]:5300, 2001:db8::7, 5300"
    })
    void aServerIsWrittenWithItsPortOrWithout(String written, String host, int port) {
        assertThat(keys("server", written).host()).contains(host);
        assertThat(keys("server", written).port()).isEqualTo(port);
    }

    @Test
    void thePortsOwnKeyCountsMost() {
        assertThat(keys("server", "xmpp.engine.example:5300", "port", "5400").port())
                .isEqualTo(5400);
        assertThat(keys("security", "tls").port()).isEqualTo(5223);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xmpp.engine.example:x", "xmpp.engine.example:0", "[::1]:99999"})
    void whatIsNoPortIsSaid(String written) {
        assertThatThrownBy(() -> keys("server", written))
                .isInstanceOf(AccountKeys.Unusable.class)
                .hasMessageContaining("is not a port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]:5300", "https://xmpp.engine.example", "xmpp engine example", "[xmpp", "a:b:c:5300 x"})
    void whatIsNoServerIsSaid(String written) {
        assertThatThrownBy(() -> keys("server", written))
                .isInstanceOf(AccountKeys.Unusable.class)
                .hasMessageContaining("is not a server");
    }

    @Test
    void anEmptyServerIsWhereDnsSays() {
        assertThat(keys("server", " ").host()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "localhost:5300", "[::1]:5300", "127.9.8.7:5300"})
    void thisMachineMayBeSpokenToInClear(String written) {
        assertThat(keys("server", written, "security", "none").security()).isEqualTo(AccountKeys.Security.LOOPBACK);
    }

    /** A name may begin with anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {"127.engine.example", "127.0.0.1.engine.example", "localhost.engine.example", "10.0.0.7", ""})
    void noOtherIsSpokenToInClear(String written) {
        assertThatThrownBy(() -> keys("server", written, "security", "none"))
                .isInstanceOf(AccountKeys.Unusable.class)
                .hasMessageContaining("only servers on this machine");
    }
}
