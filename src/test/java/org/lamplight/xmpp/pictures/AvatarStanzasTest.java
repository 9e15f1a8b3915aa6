package org.lamplight.xmpp.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.parsing.StandardExtensionElementProvider;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureId;
import org.lamplight.people.Pictures;
import org.lamplight.xmpp.XmppBackend;

/** What others may send about their pictures (XEP-0084, XEP-0054). */
class AvatarStanzasTest {
    private static final byte[] BYTES = "picture".getBytes(StandardCharsets.UTF_8);
    private static final OwnPicture OWN = new OwnPicture(BYTES, 96);
    private static final String ID = OWN.id().hex();
    private static final String INFO = "<info xmlns='urn:xmpp:avatar:metadata' id='" + ID + "' type='image/png'";

    @BeforeAll
    static void start() {
        new XmppBackend().start();
    }

    private static StandardExtensionElement parsed(String xml) throws Exception {
        XmlPullParser parser = SmackXmlParser.newXmlParser(new StringReader(xml));
        parser.next();
        return StandardExtensionElementProvider.INSTANCE.parse(parser);
    }

    private static Optional<PictureId> metadata(String content) throws Exception {
        return AvatarMetadata.read(parsed("<metadata xmlns='urn:xmpp:avatar:metadata'>" + content + "</metadata>"));
    }

    private static Optional<byte[]> photo(String content) throws Exception {
        return new BusinessCard(parsed("<vCard xmlns='vcard-temp'>" + content + "</vCard>")).photo();
    }

    @Test
    void whatWePublishIsWhatWeRead() throws Exception {
        String said = AvatarMetadata.of(Optional.of(OWN)).toXML().toString();
        assertThat(AvatarMetadata.read(parsed(said))).contains(OWN.id());
        assertThat(AvatarMetadata.read(
                        parsed(AvatarMetadata.of(Optional.empty()).toXML().toString())))
                .isEmpty();
        String data = AvatarMetadata.data(OWN).toXML().toString();
        assertThat(AvatarMetadata.decode(parsed(data).getText())).hasValue(BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<info/>",
                "<info xmlns='urn:xmpp:avatar:metadata' id='../../x' type='image/png' bytes='3'/>",
                "<info xmlns='urn:xmpp:avatar:metadata' type='image/png' bytes='3'/>",
                "<pointer xmlns='urn:xmpp:avatar:metadata'><x xmlns='y'/></pointer>"
            })
    void noneIsRead(String content) throws Exception {
        assertThat(metadata(content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " bytes='99999999'/>",
                " bytes='-1'/>",
                " bytes='12345678901234567890'/>",
                " bytes='many'/>",
                " url='https://tracker.example/me.png' bytes='3'/>"
            })
    void whatIsTooLargeOrElsewhereIsNotTaken(String rest) throws Exception {
        assertThat(metadata(INFO + rest)).isEmpty();
        assertThat(metadata(INFO + rest + INFO + " bytes='3'/>")).contains(OWN.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "image/webp", "text/html", "image/x-icon"})
    void whatIsNotShownIsNotTaken(String type) throws Exception {
        assertThat(metadata(INFO.replace("image/png", type) + " bytes='3'/>")).isEmpty();
    }

    @Test
    void thePictureOfACardMayHaveBreaksInIt() throws Exception {
        String lines = Base64.getMimeEncoder(8, "\r\n  ".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(BYTES);
        assertThat(photo("<FN>Grace</FN><PHOTO><TYPE>image/png</TYPE><BINVAL>\n" + lines + "\n</BINVAL></PHOTO>"))
                .hasValue(BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<PHOTO/>",
                "<PHOTO><BINVAL/></PHOTO>",
                "<PHOTO><BINVAL>=</BINVAL></PHOTO>",
                "<PHOTO><BINVAL>A</BINVAL></PHOTO>",
                "<PHOTO><EXTVAL>https://tracker.example/me.png</EXTVAL></PHOTO>",
                "<PHOTO><BINVAL><BINVAL>AAAA</BINVAL></BINVAL></PHOTO>"
            })
    void aCardWithoutAPictureHasNone(String content) throws Exception {
        assertThat(photo(content)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotUnpacked() throws Exception {
        String large = Base64.getEncoder().encodeToString(new byte[Pictures.MOST_BYTES + 1]);
        assertThat(AvatarMetadata.decode(large)).isEmpty();
        assertThat(AvatarMetadata.decode("A".repeat(50_000_000))).isEmpty();
        assertThat(AvatarMetadata.decode(Base64.getEncoder().encodeToString(new byte[Pictures.MOST_BYTES])))
                .isPresent();
    }

    @Test
    void allElseOnOnesCardStays() throws Exception {
        String card =
                "<vCard xmlns='vcard-temp'><FN>Ada</FN><ORG><ORGNAME>Engine</ORGNAME><ORGUNIT>Notes</ORGUNIT></ORG>"
                        + "<X-OWN a='b'>kept</X-OWN><TEL><WORK/><NUMBER>1</NUMBER></TEL><TEL><HOME/><NUMBER>2</NUMBER></TEL>"
                        + "<PHOTO><TYPE>image/gif</TYPE><BINVAL>AAAA</BINVAL></PHOTO></vCard>";
        BusinessCard changed = new BusinessCard(parsed(card)).with(Optional.of(OWN));
        String text = changed.toXML().toString();
        assertThat(text)
                .contains(">Ada</FN>", "<ORGNAME>Engine</ORGNAME>", "<NUMBER>1</NUMBER>", "<NUMBER>2</NUMBER>")
                .contains("kept</X-OWN>")
                .doesNotContain("image/gif", "AAAA");
        assertThat(changed.photo()).hasValue(BYTES);
        assertThat(changed.with(Optional.empty()).photo()).isEmpty();
        assertThat(changed.with(Optional.empty()).toXML().toString()).contains(">Ada</FN>");
    }

    /** Whatever is done to them, they are read or not, and nothing else happens. */
    @Test
    void stanzasThatWereTamperedWithDoNoHarm() {
        String sound = "<metadata xmlns='urn:xmpp:avatar:metadata'>" + INFO + " bytes='7' width='96'/></metadata>";
        String card =
                "<vCard xmlns='vcard-temp'><PHOTO><TYPE>image/png</TYPE><BINVAL>cGljdHVyZQ==</BINVAL></PHOTO></vCard>";
        long seed = Long.getLong("lamplight.seed", System.nanoTime());
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            Optional<StandardExtensionElement> parsed = parsedIfXml(tampered(i % 2 == 0 ? sound : card, random));
            if (parsed.isEmpty()) {
                continue;
            }
            try {
                StandardExtensionElement element = parsed.get();
                AvatarMetadata.read(element);
                BusinessCard any = new BusinessCard(element);
                any.photo();
                any.with(Optional.of(OWN)).toXML();
                read++;
            } catch (RuntimeException bug) {
                throw new AssertionError("with -Dlamplight.seed=" + seed, bug);
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    /** What Smack refuses to read never reaches us. */
    private static Optional<StandardExtensionElement> parsedIfXml(String xml) {
        try {
            return Optional.of(parsed(xml));
        } catch (Exception refused) {
            return Optional.empty();
        }
    }

    private static String tampered(String sound, Random random) {
        StringBuilder text = new StringBuilder(sound);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) (32 + random.nextInt(96)));
                case 2 -> text.setCharAt(at, (char) (48 + random.nextInt(75)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            }
        }
        return text.toString();
    }
}
