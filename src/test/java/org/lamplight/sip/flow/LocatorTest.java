package org.lamplight.sip.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.NameServer;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Transport;

/** Where a domain's server is, as a real server of names says. */
class LocatorTest {
    private static final String HERE = "127.0.0.1";

    private NameServer names;

    @BeforeEach
    void open() throws Exception {
        names = new NameServer()
                .service("_sip._udp.office.test", 10, 0, 7001, "localhost")
                .service("_sip._tcp.office.test", 10, 0, 7002, "localhost")
                .service("_sips._tcp.office.test", 10, 0, 7003, "localhost");
    }

    @AfterEach
    void close() {
        names.close();
    }

    private List<String> places(String uri, Transport... wanted) throws Exception {
        return new Locator(new Records(names.place()))
                .look(SipUri.of(uri).orElseThrow(), List.of(wanted).stream().findFirst()).places().stream()
                        .filter(place -> place.getHost().equals(HERE))
                        .map(place -> {
                            assertThat(place.name())
                                    .isEqualTo(SipUri.of(uri).orElseThrow().bareHost());
                            return place.transport().word() + ' ' + place.port();
                        })
                        .toList();
    }

    private boolean wasAskedForPointers() {
        return names.asked().stream().anyMatch(one -> one.endsWith(" 35"));
    }

    @Test
    void theDomainSaysWhatItLikesBest() throws Exception {
        names.pointer("office.test", 20, 10, "s", "SIP+D2U", "", "_sip._udp.office.test")
                .pointer("office.test", 10, 20, "S", "sip+d2t", "", "_sip._tcp.office.test")
                .pointer("office.test", 10, 10, "s", "SIPS+D2T", "", "_sips._tcp.elsewhere.test")
                .pointer("office.test", 1, 1, "s", "SIP+D2S", "", "_sip._sctp.office.test")
                .pointer("office.test", 1, 2, "s", "SIPS+D2W", "", "_sips._ws.office.test")
                .pointer("office.test", 1, 3, "u", "E2U+sip", "!^.*$!sip:a b@office.test!", "")
                .service("_sips._tcp.elsewhere.test", 20, 0, 7005, "localhost")
                .service("_sips._tcp.elsewhere.test", 15, 9, 7006, "localhost")
                .service("_sips._tcp.elsewhere.test", 10, 0, 7004, "localhost");
        assertThat(places("sip:office.test"))
                .containsExactly("tls 7004", "tls 7006", "tls 7005", "tcp 7002", "udp 7001");
        assertThat(places("sips:office.test")).containsExactly("tls 7004", "tls 7006", "tls 7005");
    }

    @Test
    void tlsIsFirstWhateverTheDomainLikesBest() throws Exception {
        names.pointer("office.test", 10, 10, "s", "SIP+D2U", "", "_sip._udp.office.test")
                .pointer("office.test", 20, 10, "s", "SIP+D2T", "", "_sip._tcp.office.test")
                .pointer("office.test", 30, 10, "s", "SIPS+D2T", "", "_sips._tcp.office.test");
        assertThat(places("sip:office.test")).containsExactly("tls 7003", "udp 7001", "tcp 7002");
    }

    @Test
    void whatNobodySaysIsNotCertain() throws Exception {
        names.silentOn("_sips._tcp.office.test");
        Locator locator = new Locator(new Records(names.place()));
        assertThat(locator.look(SipUri.of("sip:office.test").orElseThrow(), Optional.empty())
                        .certain())
                .isFalse();
        assertThat(locator.look(SipUri.of("sip:office.test").orElseThrow(), Optional.of(Transport.UDP))
                        .certain())
                .isTrue();
        assertThat(places("sip:office.test")).containsExactly("tcp 7002", "udp 7001");
    }

    @Test
    void whoIsNamedAsAHostIsAtTheUsualPort() throws Exception {
        names.pointer("office.test", 10, 10, "a", "SIP+D2T", "", "localhost")
                .pointer("office.test", 20, 10, "s", "SIP+D2U", "", "_sip._udp.nowhere.test");
        assertThat(places("sip:office.test")).containsExactly("tcp 5060");
    }

    @Test
    void whoSaysNothingUsefulHasOurOrder() throws Exception {
        assertThat(places("sip:office.test")).containsExactly("tls 7003", "tcp 7002", "udp 7001");
        names.pointer("office.test", 10, 10, "s", "SIP+D2S", "", "_sip._sctp.office.test")
                .pointer("office.test", 10, 20, "s", "SIP+D2U", "", "_sip._udp.nowhere.test");
        assertThat(places("sip:office.test")).containsExactly("tls 7003", "tcp 7002", "udp 7001");
        assertThat(places("sips:office.test")).containsExactly("tls 7003");
    }

    @Test
    void whatIsSaidIsNotAskedFor() throws Exception {
        names.pointer("office.test", 10, 10, "s", "SIP+D2U", "", "_sip._udp.office.test");
        assertThat(places("sip:office.test", Transport.TLS)).containsExactly("tls 7003");
        assertThat(places("sip:office.test;transport=tcp")).containsExactly("tcp 7002");
        assertThat(places("sip:127.0.0.1")).containsExactly("udp 5060", "tcp 5060");
        assertThat(places("sip:localhost:7009")).contains("udp 7009");
        assertThat(wasAskedForPointers()).isFalse();
        assertThatThrownBy(() -> new Locator(new Records(names.place()))
                        .look(SipUri.of("sip:nowhere.invalid").orElseThrow(), Optional.empty()))
                .isInstanceOf(UnknownHostException.class);
        assertThat(wasAskedForPointers()).isTrue();
    }

    @Test
    void hostileLinesAreSkipped() {
        for (String line : new String[] {
            "",
            "x",
            "1 2 s SIP+D2U",
            "-1 2 s SIP+D2U \"\" a.b.",
            "999999 2 s SIP+D2U \"\" a.b.",
            "1 2 \"s SIP+D2U \"\" a.b.",
            "1 2 su SIP+D2U \"\" a.b.",
            "1 2 s SIP+D2U \"\" .",
            "1 2 s SIP+D2U \"\" /192.0.2.1:53/x."
        }) {
            assertThat(Records.pointer(line)).as(line).isEmpty();
        }
        assertThat(Records.pointer("1 2 s SIP+D2U  a.b.")).isPresent();
    }
}
