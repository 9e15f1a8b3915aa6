package org.lamplight.xmpp.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jivesoftware.smack.packet.Presence.Mode;
import org.jivesoftware.smack.packet.Presence.Type;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Status;
import org.lamplight.xmpp.XmppBackend;

/** What others see of us, whether they have our client or another, and what we see of theirs. */
class PresenceWireTest {
    private static final Instant NOW = Instant.parse("2026-11-18T14:00:00Z");
    private static final StandardExtensionElement CAN = StandardExtensionElement.builder(
                    "c", "http://jabber.org/protocol/caps")
            .addAttribute("hash", "sha-1")
            .addAttribute("node", "https://client.example")
            .addAttribute("ver", "QgayPKawpkPSDYmwT/WM94uAlu0=")
            .build();
    private final PresenceWriter writer = new PresenceWriter(false, Clock.fixed(NOW, ZoneId.of("Europe/London")));
    private final PresenceReader reader = new PresenceReader();

    @BeforeAll
    static void start() {
        new XmppBackend().start();
    }

    private static Presence own(Status status, String note, Instant until) {
        return new Presence(status, note, NOW.minusSeconds(600), until, List.of());
    }

    private static org.jivesoftware.smack.packet.Presence sent(org.jivesoftware.smack.packet.Presence stanza)
            throws Exception {
        return parsed(stanza.toXML("jabber:client").toString());
    }

    private static org.jivesoftware.smack.packet.Presence parsed(String stanza) throws Exception {
        String stream = "<stream xmlns='jabber:client'>" + stanza + "</stream>";
        XmlPullParser parser = SmackXmlParser.newXmlParser(new StringReader(stream));
        while (!"presence".equals(parser.getEventType() == XmlPullParser.Event.START_ELEMENT ? parser.getName() : "")) {
            parser.next();
        }
        return PacketParserUtils.parsePresence(parser);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {
                "INVISIBLE",
                "RINGING",
                "OFFLINE",
                "UNKNOWN",
                "NOT_SHARED",
                "BLOCKED",
                "IN_A_MEETING_OFFLINE",
                "ON_THE_PHONE_OFFLINE"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void oneOfOurKindSeesTheSame(Status status) throws Exception {
        Stand seen = reader.read(sent(writer.write(own(status, "over there", null), CAN, null)), NOW);

        assertThat(seen.status()).isEqualTo(status);
        assertThat(seen.note()).isEqualTo("over there");
        assertThat(seen.certain()).isTrue();
        assertThat(seen.priority()).isBetween(1, 5);
        assertThat(seen.since()).isEqualTo(status == Status.IDLE ? NOW.minusSeconds(600) : null);
    }

    /** A plain client in between passes on show and text, and nothing else. */
    @ParameterizedTest
    @CsvSource({
        "AVAILABLE,available,'',AVAILABLE",
        "FREE_TO_CHAT,chat,'',FREE_TO_CHAT",
        "BUSY,away,Busy,BUSY",
        "DO_NOT_DISTURB,dnd,Do not disturb,DO_NOT_DISTURB",
        "AWAY,away,'',AWAY",
        "EXTENDED_AWAY,xa,'',EXTENDED_AWAY",
        "OUT_OF_OFFICE,xa,Out of office,OUT_OF_OFFICE",
        "ON_THE_PHONE,away,On the phone,ON_THE_PHONE",
        "ON_VIDEO,away,On a video call,ON_VIDEO",
        "IN_A_MEETING,away,In a meeting,IN_A_MEETING",
        "IN_A_MEETING_ON_THE_PHONE,away,'In a meeting, on the phone',IN_A_MEETING_ON_THE_PHONE",
        "PRESENTING,dnd,Presenting,PRESENTING"
    })
    void anyClientCanShowIt(Status status, Mode show, String text, Status seen) throws Exception {
        org.jivesoftware.smack.packet.Presence stanza = sent(writer.write(own(status, null, null), CAN, null));
        assertThat(stanza.getMode()).isEqualTo(show);
        assertThat(stanza.getStatus() == null ? "" : stanza.getStatus()).isEqualTo(text);

        var passedOn = StanzaBuilder.buildPresence().setMode(stanza.getMode());
        passedOn.setStatus(stanza.getStatus());
        assertThat(reader.read(sent(passedOn.build()), NOW).status()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T15:00:00Z,,In a meeting \u00b7 until 15:00,until 15:00",
        "2026-11-18T15:00:00Z,room 4,In a meeting \u00b7 until 15:00 \u00b7 room 4,until 15:00 \u00b7 room 4",
        "2026-11-19T00:00:00Z,,In a meeting \u00b7 until midnight,until midnight",
        "2026-11-20T09:30:00Z,,In a meeting \u00b7 until 20 Nov 09:30,until 20 Nov 09:30"
    })
    void theEndTravelsInWords(Instant until, String note, String text, String read) throws Exception {
        var stanza = sent(writer.write(own(Status.IN_A_MEETING, note, until), CAN, null));

        assertThat(stanza.getStatus()).isEqualTo(text);
        assertThat(reader.read(stanza, NOW).note()).isEqualTo(read);
        assertThat(reader.read(stanza, NOW).status()).isEqualTo(Status.IN_A_MEETING);
    }

    @Test
    void theBusyMayBeShownAsQuietAndAreStillSeenAsBusy() throws Exception {
        PresenceWriter quiet = new PresenceWriter(true, Clock.systemUTC());
        var stanza = sent(quiet.write(own(Status.BUSY, null, null), CAN, null));

        assertThat(stanza.getMode()).isEqualTo(Mode.dnd);
        var plain = StanzaBuilder.buildPresence().setMode(Mode.dnd);
        plain.setStatus(stanza.getStatus());
        assertThat(reader.read(sent(plain.build()), NOW).status()).isEqualTo(Status.BUSY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"INVISIBLE", "OFFLINE"})
    void whoIsNotThereSaysGoodbye(Status status) {
        assertThat(writer.write(own(status, "secret", null), CAN, null).getType())
                .isEqualTo(Type.unavailable);
        assertThat(writer.write(own(status, "secret", null), CAN, null).getStatus())
                .isNull();
    }

    /** XEP-0319 from any client; one that nobody can read is left out. */
    @ParameterizedTest
    @CsvSource({
        "away,2026-11-18T13:48:00Z,IDLE,2026-11-18T13:48:00Z",
        "away,2026-11-18T14:48:00+01:00,IDLE,2026-11-18T13:48:00Z",
        "away,2026-11-18T15:00:00Z,IDLE,2026-11-18T14:00:00Z",
        "dnd,2026-11-18T13:48:00Z,DO_NOT_DISTURB,2026-11-18T13:48:00Z",
        "away,yesterday,AWAY,",
        "xa,,EXTENDED_AWAY,"
    })
    void idleTimeIsUnderstood(String show, String since, Status status, Instant begun) throws Exception {
        String idle = "<presence from='a@b/c'><show>" + show + "</show><idle xmlns='urn:xmpp:idle:1' since='" + since
                + "'/></presence>";
        Stand seen = reader.read(parsed(idle), NOW);
        assertThat(seen.status()).isEqualTo(status);
        assertThat(seen.since()).isEqualTo(begun);
    }

    @Test
    void messagesGoWhereThePersonIs() {
        assertThat(priority(Status.AVAILABLE)).isGreaterThan(priority(Status.IDLE));
        assertThat(priority(Status.ON_THE_PHONE)).isEqualTo(priority(Status.AVAILABLE));
        assertThat(priority(Status.AWAY)).isGreaterThan(priority(Status.EXTENDED_AWAY));
        assertThat(priority(Status.OUT_OF_OFFICE)).as("still gets messages").isPositive();
    }

    private int priority(Status status) {
        return writer.write(own(status, null, null), CAN, null).getPriority();
    }

    @ParameterizedTest
    @CsvSource({
        "'<status xml:lang=\"de\">Am Telefon</status><status>On the phone</status><status xml:lang=\"fr\">x</status>'",
        "'<status>On the phone</status><status xml:lang=\"fr\">x</status>'",
        "'<status xml:lang=\"xx\">On the phone</status><status xml:lang=\"fr\">x</status>'"
    })
    void ofManyLanguagesTheBestCounts(String statuses) throws Exception {
        var stanza = parsed("<presence from='a@b/c'><show>away</show>" + statuses + "</presence>");
        assertThat(reader.read(stanza, NOW).status()).isEqualTo(Status.ON_THE_PHONE);
    }
}
