package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** How clients get in: encryption, mechanisms, binding (RFC 6120). */
class LoginTest {
    private static Office open(Encryption encryption) throws Exception {
        return Office.open(
                OfficeOptions.defaults().withLively(false).withPeople(2).withEncryption(encryption), Tempo.of(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "STARTTLS_REQUIRED, SCRAM-SHA-256",
        "STARTTLS_REQUIRED, SCRAM-SHA-1",
        "STARTTLS_REQUIRED, PLAIN",
        "STARTTLS_OFFERED, SCRAM-SHA-256",
        "NONE, SCRAM-SHA-1"
    })
    void everyMechanismLogsIn(Encryption encryption, String mechanism) throws Exception {
        try (Office office = open(encryption);
                RawClient client = RawClient.connect(office)) {
            client.open();
            if (encryption == Encryption.STARTTLS_REQUIRED) {
                client.startTls(office);
            }
            Element features = client.login(office.accounts().get(0), mechanism);
            assertThat(features.find("bind", Ns.BIND)).isNotNull();
            assertThat(features.find("session", Ns.SESSION).find("optional")).isNotNull();
            assertThat(features.find("sm", Ns.ACKS)).isNotNull();
            client.bind("desk");
            assertThat(client.jid()).isEqualTo("ada@localhost/desk");
        }
    }

    @Test
    void tlsFromTheFirstByte() throws Exception {
        try (Office office = open(Encryption.STARTTLS_REQUIRED);
                RawClient client = RawClient.connectTls(office)) {
            Element features = client.open();
            assertThat(features.find("starttls", Ns.TLS)).isNull();
            client.login(office.accounts().get(0), "PLAIN");
            client.bind("");
            assertThat(client.jid()).startsWith("ada@localhost/").hasSizeGreaterThan(18);
        }
    }

    @Test
    void encryptionComesFirstWhereItIsRequired() throws Exception {
        try (Office office = open(Encryption.STARTTLS_REQUIRED);
                RawClient client = RawClient.connect(office)) {
            Element features = client.open();
            assertThat(features.find("starttls", Ns.TLS).find("required")).isNotNull();
            assertThat(features.find("mechanisms", Ns.SASL)).isNull();
            client.send("<auth xmlns='" + Ns.SASL + "' mechanism='PLAIN'>AGFkYQB4</auth>");
            assertThat(client.next().find("policy-violation", Ns.STREAM_ERRORS)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"})
    void aWrongPasswordIsRefusedAndTheNextTryMaySucceed(String mechanism) throws Exception {
        try (Office office = open(Encryption.STARTTLS_OFFERED);
                RawClient client = RawClient.connect(office)) {
            client.open();
            client.startTls(office);
            Element failure = client.authenticate("ada@localhost", "wrong", mechanism);
            assertThat(failure.name()).isEqualTo("failure");
            assertThat(failure.find("not-authorized", Ns.SASL)).isNotNull();
            Element nobody = client.authenticate("nobody@localhost", "wrong", mechanism);
            assertThat(nobody.find("not-authorized", Ns.SASL)).isNotNull();
            client.login(office.accounts().get(0), mechanism);
        }
    }

    @Test
    void noPasswordInTheClear() throws Exception {
        try (Office office = open(Encryption.STARTTLS_OFFERED);
                RawClient client = RawClient.connect(office)) {
            Element features = client.open();
            assertThat(features.toString()).contains("SCRAM-SHA-1").doesNotContain("PLAIN");
            Element failure = client.authenticate("ada@localhost", "x", "PLAIN");
            assertThat(failure.find("encryption-required", Ns.SASL)).isNotNull();
        }
    }

    @Test
    void stanzasBeforeTheLoginEndTheStream() throws Exception {
        try (Office office = open(Encryption.NONE);
                RawClient client = RawClient.connect(office)) {
            client.open();
            client.send("<message to='grace@localhost'><body>x</body></message>");
            assertThat(client.next().find("not-authorized", Ns.STREAM_ERRORS)).isNotNull();
            assertThat(client.next()).isNull();
        }
    }

    @Test
    void aSecondSessionWithTheSameResourceReplacesTheFirst() throws Exception {
        try (Office office = open(Encryption.NONE);
                RawClient first = RawClient.online(office, "ada", "desk");
                RawClient second = RawClient.online(office, "ada", "desk")) {
            first.awaitStreamError("conflict");
            first.awaitEnd();
            second.sync();
        }
    }
}
