package org.lamplight.xmpp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked, and what is refused with a sentence. */
class GateTest {
    @ParameterizedTest
    @CsvSource({
        "LOOPBACK, https://localhost:8443/a",
        "LOOPBACK, http://127.0.0.1:80/a",
        "PUBLIC, https://93.184.216.34/a",
        "PRIVATE, https://10.0.0.7/a",
        "PRIVATE, https://93.184.216.34/a",
        "LOOPBACK, https://[::1]/a"
    })
    void mayBeAsked(Zone server, String address) {
        assertThat(new Gate(server).check(address)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, https://127.0.0.1/a, network nearby",
        "PUBLIC, https://localhost/a, network nearby",
        "PUBLIC, https://10.0.0.1/a, network nearby",
        "PUBLIC, https://169.254.169.254/latest/meta-data, network nearby",
        "PUBLIC, https://[::1]/a, network nearby",
        "PUBLIC, https://[::ffff:10.0.0.1]/a, network nearby",
        "PUBLIC, https://2130706433/a, network nearby",
        "PRIVATE, https://127.0.0.1:631/, network nearby",
        "LOOPBACK, https://192.168.1.1/, network nearby",
        "NOWHERE, https://0.0.0.0/, network nearby",
        "PUBLIC, http://93.184.216.34/a, not encrypted",
        "PRIVATE, http://10.0.0.7/a, not encrypted",
        "LOOPBACK, https://nobody.invalid/a, can't be found"
    })
    void isRefused(Zone server, String address, String words) {
        assertThatThrownBy(() -> new Gate(server).check(address))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file:///etc/passwd",
                "ftp://localhost/a",
                "jar:https://localhost/a!/b",
                "https:///a",
                "https://user:word@localhost/a",
                "https://a b/",
                "javascript:alert(1)",
                "aesgcm://localhost/a",
                "//localhost/a"
            })
    void isNoAddress(String address) {
        assertThatThrownBy(() -> new Gate(Zone.LOOPBACK).check(address))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is none that could be asked");
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org, true",
        "upload.example.org, example.org, true",
        "example.org, upload.example.org, true",
        "files.example.org, upload.example.org, true",
        "evil.org, example.org, false",
        "evilexample.org, example.org, false",
        "example.org.evil.com, example.org, false",
        "org, example.org, false",
        "other.org, one.org, false"
    })
    void whichHostsBelongTogether(String host, String known, boolean together) {
        assertThat(Gate.isRelated(host, known)).isEqualTo(together);
    }

    @ParameterizedTest
    @CsvSource({"https://93.184.216.34/slot"})
    void aForeignSlotIsRefused(String address) {
        assertThatThrownBy(() -> new Gate(Zone.PUBLIC).check(address, List.of("example.org", "upload.example.org")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not belong to it")
                .hasMessageContaining("upload-hosts = 93.184.216.34");
        assertThat(new Gate(Zone.PUBLIC).check(address, List.of("93.184.216.34")))
                .isNotNull();
    }
}
