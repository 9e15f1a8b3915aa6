package org.lamplight.sip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.Softphone;
import org.lamplight.lab.WithKamailio;

/** Our softphone at a real server, with real telephones on the other side. */
@Requires(Part.SIP)
@Tag("real-time")
class KamailioCallsTest extends WithKamailio {
    private static final BaresipKind PHONE = BaresipKind.USUAL.with(BaresipKind.PCMU);

    private final SdpOnlyMedia media = new SdpOnlyMedia();
    private Softphone ada;

    private void register(BaresipKind.Transport transport) throws Exception {
        boolean tls = transport == BaresipKind.Transport.TLS;
        ada = new Softphone(media, Files.createDirectories(folder.resolve("own")));
        ada.password(Kamailio.password("ada"));
        ada.open(
                "address=ada@localhost",
                "registrar=localhost:" + (tls ? server.tlsPort() : server.port()),
                "transport=" + transport.name().toLowerCase(),
                "srtp=off",
                "trust=" + server.trust());
        ada.awaitOnline();
    }

    @AfterEach
    void close() throws Exception {
        ada.closeAccount();
        ada.until("media closed", () -> media.open() == 0);
        ada.close();
    }

    private Baresip phone(String user, BaresipKind kind) throws Exception {
        return new Baresip(folder.resolve(user), server, user, kind);
    }

    @ParameterizedTest
    @EnumSource(BaresipKind.Transport.class)
    void callsGoBothWays(BaresipKind.Transport transport) throws Exception {
        register(transport);
        try (Baresip bob = phone("bob", PHONE.by(transport))) {
            Call out = ada.dial(Kamailio.number("bob"));
            assertThat(bob.awaitIncoming()).isEqualTo("sip:ada@localhost");
            ada.awaitState(out.id(), CallState.RINGING);
            bob.accept();
            bob.awaitEstablished();
            ada.awaitState(out.id(), CallState.CONNECTED);
            ada.tell(calls -> calls.hangUp(out.id()));
            bob.awaitClosed();
            bob.dial("sip:ada@localhost");
            Call in = ada.awaitIncoming();
            assertThat(in.remote().uri()).isEqualTo("sip:bob@localhost");
            bob.awaitRinging();
            ada.tell(calls -> calls.answer(in.id()));
            bob.awaitEstablished();
            bob.hangup();
            ada.awaitState(in.id(), CallState.ENDED);
        }
    }

    @ParameterizedTest
    @EnumSource(BaresipKind.Transport.class)
    void bothMayHold(BaresipKind.Transport transport) throws Exception {
        register(transport);
        try (Baresip bob = phone("bob", PHONE.by(transport).answering())) {
            Call out = ada.dial(Kamailio.number("bob"));
            ada.awaitState(out.id(), CallState.CONNECTED);
            bob.awaitEstablished();
            ada.tell(calls -> calls.hold(out.id()));
            ada.awaitState(out.id(), CallState.HELD);
            ada.tell(calls -> calls.resume(out.id()));
            ada.awaitState(out.id(), CallState.CONNECTED);
            bob.hold();
            ada.awaitState(out.id(), CallState.HELD_BY_PEER);
            bob.resume();
            ada.awaitState(out.id(), CallState.CONNECTED);
            bob.hangup();
            ada.awaitState(out.id(), CallState.ENDED);
        }
    }

    @Test
    void busyAndDeclinedAndUnknownAreTold() throws Exception {
        register(BaresipKind.Transport.UDP);
        try (Baresip bob = phone("bob", PHONE)) {
            Call out = ada.dial(Kamailio.number("bob"));
            bob.awaitIncoming();
            bob.hangup();
            assertThat(ada.awaitState(out.id(), CallState.ENDED).cause().code()).isEqualTo(486);
            bob.awaitClosed();
            Call nobody = ada.dial("6999");
            assertThat(ada.awaitState(nobody.id(), CallState.ENDED).cause().code())
                    .isEqualTo(404);
            bob.dial("sip:ada@localhost");
            Call in = ada.awaitIncoming();
            ada.tell(calls -> calls.decline(in.id(), 603));
            assertThat(bob.awaitClosed()).startsWith("603");
        }
    }

    @Test
    void eitherSideMayGiveUp() throws Exception {
        register(BaresipKind.Transport.TCP);
        try (Baresip bob = phone("bob", PHONE.by(BaresipKind.Transport.TCP))) {
            Call out = ada.dial(Kamailio.number("bob"));
            bob.awaitIncoming();
            ada.awaitState(out.id(), CallState.RINGING);
            ada.tell(calls -> calls.hangUp(out.id()));
            bob.awaitClosed();
            bob.dial("sip:ada@localhost");
            Call in = ada.awaitIncoming();
            bob.awaitRinging();
            bob.hangup();
            assertThat(ada.awaitState(in.id(), CallState.ENDED).isMissed()).isTrue();
        }
    }

    @Test
    void weTransferAndAreTransferred() throws Exception {
        register(BaresipKind.Transport.UDP);
        try (Baresip bob = phone("bob", PHONE.answering());
                Baresip cleo = phone("cleo", PHONE.answering())) {
            Call out = ada.dial(Kamailio.number("bob"));
            ada.awaitState(out.id(), CallState.CONNECTED);
            bob.awaitEstablished();
            ada.tell(calls -> calls.transfer(out.id(), Kamailio.number("cleo")));
            cleo.awaitEstablished();
            assertThat(ada.awaitState(out.id(), CallState.ENDED).cause().text()).contains("transferred");
            cleo.hangup();
            bob.awaitClosed();
            Call second = ada.dial(Kamailio.number("bob"));
            ada.awaitState(second.id(), CallState.CONNECTED);
            bob.transfer(cleo.address());
            cleo.awaitEstablished();
            assertThat(ada.call(second.id()).state()).isEqualTo(CallState.CONNECTED);
            cleo.hangup();
            ada.awaitState(second.id(), CallState.ENDED);
        }
    }

    @Test
    void attendedTheOtherTwoAreConnected() throws Exception {
        register(BaresipKind.Transport.UDP);
        try (Baresip bob = phone("bob", PHONE.answering());
                Baresip cleo = phone("cleo", PHONE.answering())) {
            Call first = ada.dial(Kamailio.number("bob"));
            ada.awaitState(first.id(), CallState.CONNECTED);
            Call second = ada.dial(Kamailio.number("cleo"));
            ada.awaitState(second.id(), CallState.CONNECTED);
            ada.awaitState(first.id(), CallState.HELD);
            ada.tell(calls -> calls.transferTo(first.id(), second.id()));
            ada.awaitState(first.id(), CallState.ENDED);
            ada.awaitState(second.id(), CallState.ENDED);
            bob.hangup();
            cleo.awaitClosed();
        }
    }
}
