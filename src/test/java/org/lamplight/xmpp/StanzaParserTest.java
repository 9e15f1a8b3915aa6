package org.lamplight.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StanzaParserTest {
    private static final String STREAM = "<stream:stream xmlns:stream='s' xmlns='jabber:client'>";

    @ParameterizedTest
    @ValueSource(strings = {"<message>", "<message><body>a", "<message><body>a</body", "<iq><query/>", "<message>a"})
    void aCutWithinAStanzaIsTold(String cut) {
        assertThatThrownBy(() -> readAll(STREAM + "<presence/>" + cut)).isInstanceOf(StanzaParser.CutInStanza.class);
    }

    /** Smack goes on reading after the first failure, to find the end of the stanza. */
    @Test
    void aCutIsToldEachTime() throws Exception {
        XmlPullParser parser = parser(STREAM + "<message><body>a");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> toTheEnd(parser)).isInstanceOf(StanzaParser.CutInStanza.class);
        }
    }

    /** Else it takes the stanza for one that could not be read, and acknowledges it. */
    @Test
    void smackFindsNoEndOfAStanzaThatIsCutAnywhere() throws Exception {
        String message = "<message id='1' from='a@b'><active xmlns='x'/><body>One <b/>two</body><occupant-id id='/='"
                + " xmlns='y'></occupant-id><n><m>deep</m></n></message>";
        for (int i = 9; i < message.length(); i++) {
            String cut = message.substring(0, i);
            XmlPullParser parser = parser(STREAM + cut);
            int depth = 2;
            assertThatThrownBy(() -> toTheEnd(parser)).as(cut).isInstanceOf(XmlPullParserException.class);
            assertThatThrownBy(() -> PacketParserUtils.parseContentDepth(parser, depth))
                    .as(cut)
                    .isInstanceOf(XmlPullParserException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<message/>", "<message><body>a</body></message>", "<mess", "<message to='"})
    void aCutBetweenStanzasIsNot(String cut) {
        assertThatThrownBy(() -> readAll(STREAM + cut))
                .isInstanceOf(XmlPullParserException.class)
                .isNotInstanceOf(StanzaParser.CutInStanza.class);
    }

    @Test
    void aShowThatNobodyKnowsIsNone() throws Exception {
        XmlPullParser parser = parser("<show>gone</show>");
        parser.next();
        assertThat(parser.nextText()).isEmpty();
    }

    private static void readAll(String text) throws Exception {
        toTheEnd(parser(text));
    }

    private static void toTheEnd(XmlPullParser parser) throws Exception {
        while (parser.next() != XmlPullParser.Event.END_DOCUMENT) {
            // to the end
        }
    }

    private static XmlPullParser parser(String text) throws Exception {
        return new StanzaParser(SmackXmlParser.newXmlParser(new StringReader(text)));
    }
}
