package org.lamplight.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.Authority;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Softphone;

class StreamTest {
    @TempDir
    Path folder;

    private SipPeer peer;
    private Softphone phone;

    private void open(SipPeer at, String... keys) {
        peer = at;
        phone = new Softphone(new SdpOnlyMedia(), folder);
        phone.open(keys);
    }

    @AfterEach
    void close() throws Exception {
        phone.close();
        peer.close();
    }

    private void callBothWays() throws Exception {
        Call call = phone.dial("6002");
        SipText invite = peer.request("INVITE");
        peer.answer(invite, 200, peer.contactLine(), SipPeer.sdp(1, "sendrecv"));
        peer.request("ACK");
        phone.awaitState(call.id(), CallState.CONNECTED);
        phone.tell(calls -> calls.hangUp(call.id()));
        peer.answer(peer.request("BYE"), 200, "", "");
        SipText register = peer.registers().get(peer.registers().size() - 1);
        String headers = "From: <sip:6002@office.test>;tag=p1\r\nTo: <sip:ada@office.test>\r\nCall-ID: s1\r\n"
                + peer.contactLine();
        peer.send(register, peer.request("INVITE", register.contact(), 1, headers, SipPeer.sdp(1, "sendrecv")));
        Call in = phone.awaitIncoming();
        phone.tell(calls -> calls.answer(in.id()));
        SipText ok = peer.response(200, "1 INVITE");
        peer.send(
                register,
                peer.request(
                        "ACK",
                        ok.contact(),
                        1,
                        headers.replace("To: <sip:ada@office.test>", "To: " + ok.get("To")),
                        ""));
        phone.awaitState(in.id(), CallState.CONNECTED);
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    void overTcpOneConnectionCarriesAll() throws Exception {
        SipPeer tcp = SipPeer.tcp();
        open(tcp, "address=ada@office.test", "registrar=" + tcp.place(), "transport=tcp");
        phone.awaitOnline();
        assertThat(peer.register(1).get("Via")).startsWith("SIP/2.0/TCP");
        assertThat(peer.register(1).contact()).endsWith(";transport=tcp");
        callBothWays();
    }

    @Test
    void afterALossItRegistersAgain() throws Exception {
        SipPeer tcp = SipPeer.tcp();
        open(tcp, "address=ada@office.test", "registrar=" + tcp.place(), "transport=tcp");
        phone.awaitOnline();
        peer.cut();
        peer.register(2);
        phone.until(
                "online", () -> phone.reports().get(phone.reports().size() - 1).phase() == Phase.ONLINE);
        assertThat(phone.reports().stream().map(Softphone.Reported::phase))
                .containsExactly(Phase.ONLINE, Phase.CONNECTING, Phase.ONLINE);
        callBothWays();
    }

    /** By datagram nobody answers for the half minute that RFC 3261 gives a transaction. */
    @Test
    @Tag("soak")
    void aServerThatTakesNoDatagramsIsFoundByTcp() throws Exception {
        SipPeer tcp = SipPeer.tcp();
        open(tcp, "address=ada@office.test", "registrar=" + tcp.place());
        phone.await()
                .until(
                        "found",
                        Duration.ofSeconds(50),
                        () -> phone.reports().stream().anyMatch(one -> one.phase() == Phase.ONLINE));
        callBothWays();
    }

    @Test
    void aServerThatComesBackIsFound() throws Exception {
        SipPeer tcp = SipPeer.tcp();
        open(tcp, "address=ada@office.test", "registrar=" + tcp.place(), "transport=tcp");
        phone.awaitOnline();
        peer.shut();
        phone.until(
                "unreached",
                () -> phone.reports().stream()
                        .anyMatch(one ->
                                one.phase() == Phase.CONNECTING && one.reason().contains("cannot be reached")));
        peer.reopen();
        phone.until(
                "online", () -> phone.reports().get(phone.reports().size() - 1).phase() == Phase.ONLINE);
    }

    @Test
    @Requires(Part.SIP)
    void overTlsTheServersNameIsChecked() throws Exception {
        Authority authority = new Authority(folder.resolve("ca"));
        SipPeer tls = SipPeer.tls(server(authority, "office.test"));
        open(
                tls,
                "address=ada@office.test",
                "registrar=" + tls.place(),
                "transport=tls",
                "trust=" + authority.certificate());
        phone.awaitOnline();
        SipText last = peer.registers().get(peer.registers().size() - 1);
        assertThat(last.get("Via")).startsWith("SIP/2.0/TLS");
        assertThat(last.contact()).contains(last.way().peer());
        callBothWays();
        peer.cut();
        phone.until("lost", () -> phone.reports().stream().anyMatch(one -> one.phase() == Phase.CONNECTING));
        phone.until(
                "online", () -> phone.reports().get(phone.reports().size() - 1).phase() == Phase.ONLINE);
    }

    @Test
    @Requires(Part.SIP)
    void aCertificateForSomebodyElseIsNoGood() throws Exception {
        Authority authority = new Authority(folder.resolve("ca"));
        SipPeer tls = SipPeer.tls(server(authority, "evil.test"));
        open(
                tls,
                "address=ada@office.test",
                "registrar=" + tls.place(),
                "transport=tls",
                "trust=" + authority.certificate());
        phone.until("failed", () -> phone.reports().stream().anyMatch(one -> one.phase() == Phase.FAILED));
        assertThat(phone.reports().get(0).reason()).contains("names another host");
        assertThat(peer.registers()).isEmpty();
    }

    @Test
    @Requires(Part.SIP)
    void aCertificateFromNobodyIsNoGood() throws Exception {
        Authority authority = new Authority(folder.resolve("ca"));
        SipPeer tls = SipPeer.tls(server(authority, "office.test"));
        open(tls, "address=ada@office.test", "registrar=" + tls.place(), "transport=tls");
        phone.until("failed", () -> phone.reports().stream().anyMatch(one -> one.phase() == Phase.FAILED));
        assertThat(phone.reports().get(0).reason()).contains("vouches");
        assertThat(peer.registers()).isEmpty();
    }

    private static SSLContext server(Authority authority, String host) throws Exception {
        authority.sign("server", host, Instant.now().plus(30, ChronoUnit.DAYS));
        String pem = Files.readString(authority.key("server")).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(authority.chain("server"))) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate});
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
