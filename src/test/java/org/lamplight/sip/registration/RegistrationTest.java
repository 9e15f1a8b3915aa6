package org.lamplight.sip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.call.LineState;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Softphone;
import org.lamplight.sip.WithPeer;

class RegistrationTest extends WithPeer {
    private static final String MD5 = "WWW-Authenticate: Digest realm=\"office.test\", nonce=\"n1\", qop=\"auth\"";

    private void register(String... more) {
        String[] keys = new String[more.length + 3];
        keys[0] = "address=ada@office.test";
        keys[1] = "registrar=" + peer.place();
        keys[2] = "transport=udp";
        System.arraycopy(more, 0, keys, 3, more.length);
        phone.open(keys);
    }

    private String granted(SipText register, int seconds) {
        return peer.reply(register, 200, "Contact: <" + register.contact() + ">;expires=" + seconds, "");
    }

    @Test
    void registersProvesItselfAndLeaves() throws Exception {
        peer.registrar(register ->
                register.get("Authorization").isEmpty() ? peer.reply(register, 401, MD5, "") : granted(register, 600));
        register();
        phone.awaitOnline();
        SipText first = peer.register(1);
        SipText second = peer.register(2);
        assertThat(first.uri()).isEqualTo("sip:office.test");
        assertThat(first.get("Via")).contains(";rport");
        assertThat(first.get("Contact")).contains("+sip.instance=\"<urn:uuid:").contains("reg-id=1");
        assertThat(first.get("Supported")).contains("path").contains("outbound");
        assertThat(second.get("Call-ID")).isEqualTo(first.get("Call-ID"));
        assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(second.get("Via")).isNotEqualTo(first.get("Via"));
        assertThat(second.get("Authorization")).contains("nc=00000001").contains("uri=\"sip:office.test\"");
        phone.closeAccount();
        SipText last = peer.register(3);
        assertThat(last.get("Contact")).contains("expires=0").doesNotContain("*");
        assertThat(last.get("Authorization")).contains("nc=00000002");
    }

    @Test
    void aWrongPasswordIsTriedOnceAndAskedFor() throws Exception {
        peer.registrar(register -> peer.reply(register, 401, MD5, ""));
        register();
        phone.until("asks", () -> phone.reports().stream().anyMatch(Softphone.Reported::password));
        assertThat(peer.registers()).hasSize(2);
        assertThat(phone.line().state()).isEqualTo(LineState.FAILED);
        peer.registrar(register ->
                register.get("Authorization").isEmpty() ? peer.reply(register, 401, MD5, "") : granted(register, 600));
        phone.password("other");
        phone.retry();
        phone.awaitOnline();
    }

    @Test
    void withoutAPasswordItAsksAndSendsNothingMore() throws Exception {
        phone.password(null);
        peer.registrar(register -> peer.reply(register, 401, MD5, ""));
        register();
        phone.until("asks", () -> phone.reports().stream().anyMatch(Softphone.Reported::password));
        assertThat(peer.registers()).hasSize(1);
    }

    @Test
    void aStaleNonceIsNoWrongPassword() throws Exception {
        peer.registrar(register -> {
            String proof = register.get("Authorization");
            return proof.isEmpty()
                    ? peer.reply(register, 401, MD5, "")
                    : proof.contains("n1")
                            ? peer.reply(register, 401, MD5.replace("n1", "n2") + ", stale=true", "")
                            : granted(register, 600);
        });
        register();
        phone.awaitOnline();
        assertThat(peer.register(3).get("Authorization"))
                .contains("nonce=\"n2\"")
                .contains("nc=00000001");
    }

    @Test
    void ofTwoAlgorithmsTheFirstKnownOneIsAnswered() throws Exception {
        String two = "WWW-Authenticate: Digest realm=\"office.test\", nonce=\"n0\", algorithm=FANCY-1\r\n"
                + "WWW-Authenticate: Digest realm=\"office.test\", nonce=\"n9\", algorithm=SHA-256, qop=\"auth\"\r\n"
                + MD5;
        peer.registrar(register ->
                register.get("Authorization").isEmpty() ? peer.reply(register, 401, two, "") : granted(register, 600));
        register();
        phone.awaitOnline();
        SipText second = peer.register(2);
        assertThat(second.all("Authorization")).hasSize(1);
        assertThat(second.get("Authorization")).contains("algorithm=SHA-256").contains("nonce=\"n9\"");
        assertThat(second.parameter("Authorization", "response").orElseThrow()).hasSize(64);
    }

    @Test
    void itComesAgainBeforeItsOwnTimeIsUp() throws Exception {
        peer.registrar(register -> peer.reply(
                register,
                200,
                "Contact: <sip:other@192.0.2.1>;expires=3000\r\nContact: <" + register.contact()
                        + ">;expires=2\r\nExpires: 3000",
                ""));
        register();
        phone.awaitOnline();
        peer.register(3);
    }

    @Test
    void aTooShortTimeIsLengthened() throws Exception {
        peer.registrar(register -> register.get("Expires").equals("600")
                ? peer.reply(register, 423, "Min-Expires: 1200", "")
                : granted(register, 1200));
        register();
        phone.awaitOnline();
        assertThat(peer.register(2).get("Expires")).isEqualTo("1200");
    }

    @Test
    void aBusyServerIsGivenTheTimeThatItAsksFor() throws Exception {
        peer.registrar(register -> peer.registers().size() == 1
                ? peer.reply(register, 503, "Retry-After: 1", "")
                : granted(register, 600));
        long begin = System.nanoTime();
        register();
        phone.awaitOnline();
        assertThat(System.nanoTime() - begin).isGreaterThan(900_000_000L);
        assertThat(phone.reports().get(0).phase()).isEqualTo(Phase.CONNECTING);
    }

    @Test
    void aServerThatSaysNoIsReported() throws Exception {
        peer.registrar(register -> peer.reply(register, 403, "", ""));
        register();
        phone.until("failed", () -> phone.reports().stream().anyMatch(one -> one.phase() == Phase.FAILED));
        assertThat(phone.reports().get(0).reason()).contains("127.0.0.1").contains("403");
    }

    @Test
    void whereTheServerSeesUsElsewhereItIsToldThat() throws Exception {
        peer.registrar(register -> peer.reply(register, 200, "Contact: <" + register.contact() + ">;expires=600", "")
                .replaceFirst("rport=\\d+;received=[0-9.]+", "rport=4711;received=198.51.100.7"));
        register();
        phone.awaitOnline();
        SipText second = peer.register(2);
        assertThat(second.contact()).isEqualTo("sip:ada@198.51.100.7:4711");
        assertThat(String.join(",", second.all("Contact")))
                .contains("<sip:ada@127.0.0.1:")
                .contains(">;expires=0");
    }

    @Test
    void optionsAreAnswered() throws Exception {
        register();
        phone.awaitOnline();
        SipText register = peer.register(1);
        peer.send(
                register,
                peer.request(
                        "OPTIONS",
                        register.contact(),
                        1,
                        "From: <sip:pbx@office.test>;tag=o\r\nTo: <sip:ada@office.test>\r\nCall-ID: o1",
                        ""));
        SipText answer = peer.response(200);
        assertThat(answer.get("Allow")).contains("INVITE");
        assertThat(answer.tag("To")).isNotEmpty();
    }

    @Test
    void anAccountThatCannotWorkSaysWhy() throws Exception {
        phone.open("address=nobody", "transport=pigeon");
        phone.until("failed", () -> !phone.reports().isEmpty());
        assertThat(phone.reports().get(0).phase()).isEqualTo(Phase.FAILED);
        assertThat(phone.reports().get(0).reason()).contains("nobody");
    }
}
