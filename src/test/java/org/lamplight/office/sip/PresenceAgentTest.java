package org.lamplight.office.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.sip.Dialog;
import org.lamplight.sip.DialogInfo;

/** Presence and busy lamps. */
class PresenceAgentTest {
    private static final String BOB = "sip:bob@localhost";
    private static final String MEETING = "<presence xmlns='urn:ietf:params:xml:ns:pidf' entity='sip:bob@localhost'>"
            + "<note>In a meeting</note></presence>";

    @RegisterExtension
    final SipOffice office = new SipOffice();

    private static Text subscribe(RawPhone phone, String uri, String event, int seconds) throws Exception {
        phone.ask("SUBSCRIBE", uri, "Event: " + event + "\r\nExpires: " + seconds + "\r\n", RawPhone.nothing());
        return phone.awaitFinal("SUBSCRIBE");
    }

    /** The next notification whose body has this text; each one that comes before is answered too. */
    private static Text notified(RawPhone phone, String wanted) throws Exception {
        while (true) {
            Text notify = phone.awaitRequest("NOTIFY");
            phone.answer(notify, 200, "", "", "");
            if (notify.body().contains(wanted)) {
                return notify;
            }
        }
    }

    private static Text publish(RawPhone phone, String more, String body) throws Exception {
        String type = body.isEmpty() ? "" : "application/pidf+xml";
        phone.ask("PUBLISH", BOB, "Event: presence\r\n" + more, RawPhone.withBody(type, body));
        return phone.awaitFinal("PUBLISH");
    }

    @Test
    void whoComesIsSeenAndWhatTheySayToo() throws Exception {
        RawPhone ada = office.udp("ada");
        Text accepted = subscribe(ada, BOB, "presence", 600);
        assertThat(accepted.one("Expires")).isEqualTo("600");
        Text first = notified(ada, "<basic>closed</basic>");
        assertThat(first.one("Subscription-State")).isEqualTo("active;expires=600");
        assertThat(first.one("Event")).isEqualTo("presence");
        RawPhone bob = office.phone("bob");
        notified(ada, "<basic>open</basic>");
        Text published = publish(bob, "Expires: 60\r\n", MEETING);
        assertThat(published.code()).isEqualTo(200);
        assertThat(notified(ada, "In a meeting").body()).isEqualTo(MEETING);
        String tag = published.one("SIP-ETag");
        Text refreshed = publish(bob, "Expires: 60\r\nSIP-If-Match: " + tag + "\r\n", "");
        assertThat(refreshed.one("SIP-ETag")).isNotEmpty().isNotEqualTo(tag);
        assertThat(publish(bob, "SIP-If-Match: " + tag + "\r\n", "").code()).isEqualTo(412);
        publish(bob, "Expires: 0\r\nSIP-If-Match: " + refreshed.one("SIP-ETag") + "\r\n", "");
        notified(ada, "<basic>open</basic>");
    }

    @Test
    void aSubscriptionIsRefreshedAndEnds() throws Exception {
        RawPhone ada = office.udp("ada");
        Text accepted = subscribe(ada, BOB, "presence", 600);
        notified(ada, "closed");
        ada.inDialog(accepted, "SUBSCRIBE", "Event: presence\r\nExpires: 60\r\n", RawPhone.nothing());
        assertThat(ada.awaitFinal("SUBSCRIBE").one("Expires")).isEqualTo("60");
        notified(ada, "closed");
        ada.inDialog(accepted, "SUBSCRIBE", "Event: presence\r\nExpires: 0\r\n", RawPhone.nothing());
        ada.awaitCode(200, "SUBSCRIBE");
        assertThat(notified(ada, "closed").one("Subscription-State")).startsWith("terminated");
        assertThat(office.server().subscriptions().get()).isZero();
    }

    @Test
    void whatNobodyCanTellIsRefused() throws Exception {
        RawPhone ada = office.udp("ada");
        assertThat(subscribe(ada, BOB, "weather", 600).code()).isEqualTo(489);
        assertThat(subscribe(ada, BOB, "presence", 2).code()).isEqualTo(423);
        assertThat(subscribe(ada, "sip:nobody@localhost", "dialog", 600).code()).isEqualTo(404);
        ada.ask("PUBLISH", BOB, "Event: presence\r\n", RawPhone.withBody("application/pidf+xml", MEETING));
        assertThat(ada.awaitFinal("PUBLISH").code()).isEqualTo(403);
    }

    @Test
    void aWatcherWhoForgotIsForgotten() throws Exception {
        RawPhone ada = office.udp("ada");
        subscribe(ada, BOB, "presence", 600);
        ada.answer(ada.awaitRequest("NOTIFY"), 481, "", "", "");
        RawPhone bob = office.phone("bob");
        bob.register();
        assertThat(office.server().subscriptions().get()).isZero();
    }

    private static Dialog only(Text notify) throws Exception {
        DialogInfo info = DialogInfo.read(notify.body().getBytes(StandardCharsets.UTF_8));
        assertThat(info.full()).isTrue();
        assertThat(info.dialogs()).hasSize(1);
        return info.dialogs().get(0);
    }

    @Test
    void aLampFollowsACall() throws Exception {
        RawPhone ada = office.udp("ada");
        subscribe(ada, "sip:6002@localhost", "dialog", 600);
        DialogInfo idle = DialogInfo.read(notified(ada, "dialog-info").body().getBytes(StandardCharsets.UTF_8));
        assertThat(idle.dialogs()).isEmpty();
        assertThat(idle.entity()).isEqualTo(BOB);
        RawPhone bob = office.phone("bob");
        RawPhone cleo = office.udp("cleo");
        cleo.invite(BOB, RawPhone.sdp(4000));
        Text invite = bob.awaitRequest("INVITE");
        bob.answer(invite, 180, "b", "", "");
        Dialog ringing = only(notified(ada, "early"));
        assertThat(ringing.direction()).isEqualTo(Dialog.Direction.RECIPIENT);
        assertThat(ringing.remote().display()).isEqualTo("Cleo");
        bob.answer(invite, 200, "b", "", RawPhone.sdp(4002));
        Text accepted = cleo.awaitCode(200, "INVITE");
        cleo.ack(accepted);
        assertThat(only(notified(ada, "confirmed")).state()).isEqualTo(Dialog.State.CONFIRMED);
        cleo.bye(accepted);
        bob.answer(bob.awaitRequest("BYE"), 200, "", "", "");
        assertThat(notified(ada, "dialog-info").body()).doesNotContain("<dialog ");
    }

    @Test
    void aColleaguesLampIsLitDuringACallAndSoIsHerPresence() throws Exception {
        RawPhone bob = office.udp("bob");
        subscribe(bob, "sip:grace@localhost", "presence", 600);
        notified(bob, "<basic>open</basic>");
        RawPhone ada = office.udp("ada");
        ada.invite("sip:grace@localhost", RawPhone.sdp(4000));
        Text accepted = ada.awaitCode(200, "INVITE");
        ada.ack(accepted);
        notified(bob, "on-the-phone");
        ada.bye(accepted);
        ada.awaitCode(200, "BYE");
        assertThat(notified(bob, "presence").body()).doesNotContain("on-the-phone");
    }
}
