package org.lamplight.office.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passwords and registrations. */
class RegistrarTest {
    private static final String HERE = "sip:localhost";

    @RegisterExtension
    final SipOffice office = new SipOffice();

    private int registered(String user) throws Exception {
        return office.server().registered(user).get();
    }

    @Test
    void bothAlgorithmsAreOfferedAndTaken() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.send(ada.request("REGISTER", HERE, "c1", "t", RawPhone.nothing()));
        Text challenge = ada.awaitCode(401, "REGISTER");
        assertThat(challenge.all("WWW-Authenticate")).hasSize(2);
        assertThat(challenge.all("WWW-Authenticate").get(0)).contains("algorithm=SHA-256", "qop=\"auth\"");
        assertThat(challenge.all("WWW-Authenticate").get(1)).contains("algorithm=MD5");
        for (String algorithm : List.of("MD5", "SHA-256")) {
            Text ok = ada.register("Expires: 600\r\n", algorithm);
            assertThat(ok.code()).isEqualTo(200);
            assertThat(ok.all("Contact")).containsExactly("<" + ada.contact() + ">;expires=600");
        }
        assertThat(registered("ada")).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsChallengedAgainAndNotCalledStale() throws Exception {
        RawPhone wrong =
                office.keep(RawPhone.udp("ada", "guess", office.server().port()));
        wrong.send(wrong.request("REGISTER", HERE, "c1", "t", RawPhone.nothing()));
        Text challenge = wrong.awaitCode(401, "REGISTER");
        String credentials = wrong.credentials(challenge, "REGISTER", HERE, "MD5", 1);
        wrong.send(wrong.request("REGISTER", HERE, "c1", "t", credentials + RawPhone.nothing()));
        Text again = wrong.awaitCode(401, "REGISTER");
        assertThat(again.one("WWW-Authenticate")).doesNotContain("stale=true");
        assertThat(registered("ada")).isZero();
    }

    @Test
    void aNonceRunsOutAndACountIsGoodOnce() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.send(ada.request("REGISTER", HERE, "c1", "t", RawPhone.nothing()));
        Text challenge = ada.awaitCode(401, "REGISTER");
        String first = ada.credentials(challenge, "REGISTER", HERE, "SHA-256", 1);
        ada.send(ada.request("REGISTER", HERE, "c1", "t", first + RawPhone.nothing()));
        ada.awaitCode(200, "REGISTER");
        ada.send(ada.request("REGISTER", HERE, "c1", "t", first + RawPhone.nothing()));
        assertThat(ada.awaitFinal("REGISTER").one("WWW-Authenticate")).contains("stale=true");
        String second = ada.credentials(challenge, "REGISTER", HERE, "SHA-256", 2);
        ada.send(ada.request("REGISTER", HERE, "c1", "t", second + RawPhone.nothing()));
        ada.awaitCode(200, "REGISTER");
        office.clock.pass(301);
        String third = ada.credentials(challenge, "REGISTER", HERE, "SHA-256", 3);
        ada.send(ada.request("REGISTER", HERE, "c1", "t", third + RawPhone.nothing()));
        assertThat(ada.awaitFinal("REGISTER").one("WWW-Authenticate")).contains("stale=true");
    }

    @Test
    void registrationsHaveALife() throws Exception {
        RawPhone ada = office.udp("ada");
        Text brief = ada.register("Expires: 3\r\n", "MD5");
        assertThat(brief.code()).isEqualTo(423);
        assertThat(brief.one("Min-Expires")).isEqualTo("10");
        assertThat(ada.register("Expires: 20\r\n", "MD5").code()).isEqualTo(200);
        RawPhone second = office.udp("ada");
        assertThat(second.register("Expires: 60\r\n", "MD5").all("Contact")).hasSize(2);
        office.clock.pass(30);
        assertThat(registered("ada")).isEqualTo(1);
        assertThat(second.register("Expires: 0\r\n", "MD5").all("Contact")).isEmpty();
        assertThat(registered("ada")).isZero();
    }

    @Test
    void whatAProxyWouldAddIsKept() throws Exception {
        RawPhone ada = office.udp("ada");
        Text ok = ada.register("Supported: path\r\nPath: <sip:127.0.0.1:4;lr>\r\nExpires: 60\r\n", "MD5");
        assertThat(ok.all("Path")).containsExactly("<sip:127.0.0.1:4;lr>");
        assertThat(ok.all("Service-Route")).isEmpty();
    }

    @Test
    void nobodyRegistersForSomebodyElse() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.send(ada.request("REGISTER", HERE, "c1", "t", RawPhone.nothing()));
        Text challenge = ada.awaitCode(401, "REGISTER");
        String credentials = ada.credentials(challenge, "REGISTER", HERE, "MD5", 1);
        String own = ada.request("REGISTER", HERE, "c1", "t", credentials + RawPhone.nothing());
        ada.send(own.replace("To: <sip:ada@localhost>", "To: <sip:bob@localhost>"));
        assertThat(ada.awaitFinal("REGISTER").code()).isEqualTo(403);
    }

    @Test
    void optionsAreAnswered() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.send(ada.request("OPTIONS", HERE, "c1", "t", RawPhone.nothing()));
        assertThat(ada.awaitCode(200, "OPTIONS").one("Allow")).contains("INVITE", "REGISTER");
    }

    @Test
    void connectionsArePingedAndLostOnesForgotten() throws Exception {
        RawPhone ada = office.keep(RawPhone.over(trusting().createSocket("127.0.0.1", tls()), "ada"));
        assertThat(ada.register().code()).isEqualTo(200);
        ada.send("\r\n\r\n");
        ada.await(text -> text.start().equals("PONG"));
        office.server().cutConnections();
        ada.await(text -> text.start().equals("END"));
        assertThat(registered("ada")).isZero();
    }

    private int tls() {
        return office.server().tlsPort();
    }

    private SSLSocketFactory trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustOne()}, new SecureRandom());
        return context.getSocketFactory();
    }

    /** Knows the office's certificate and no other. */
    private final class TrustOne implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("nobody asks a client");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            assertThat(chain[0]).isEqualTo(office.certificate.certificate());
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
