package org.lamplight.xmpp.stream;

import java.io.IOException;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

/**
 * Reads an element with what is in it from a stranger: at most {@value #MOST} elements, {@value #LONGEST} characters of text
 * in each, the rest is left out. Nothing in it makes reading fail but XML that is none; Smack's own reader fails where
 * somebody takes the namespace away.
 */
final class ElementReader {
    private static final int MOST = 4_000;
    private static final int LONGEST = 20_000;
    private static final int MOST_ATTRIBUTES = 20;

    private final XmlPullParser parser;
    private int left = MOST;

    ElementReader(XmlPullParser parser) {
        this.parser = parser;
    }

    /** Reads the element at whose start the parser stands, and leaves it at its end. */
    StandardExtensionElement read() throws IOException, XmlPullParserException {
        return read("");
    }

    /** As deep as the parser lets anything be. */
    private StandardExtensionElement read(String around) throws IOException, XmlPullParserException {
        String own = parser.getNamespace();
        String namespace = own == null || own.isEmpty() ? around : own;
        StandardExtensionElement.Builder element = StandardExtensionElement.builder(parser.getName(), namespace);
        readAttributes(element);
        StringBuilder text = new StringBuilder();
        int depth = parser.getDepth();
        XmlPullParser.Event event = parser.next();
        while (event != XmlPullParser.Event.END_ELEMENT || parser.getDepth() > depth) {
            if (event == XmlPullParser.Event.END_DOCUMENT) {
                throw new XmlPullParserException("ended within an element");
            }
            if (event == XmlPullParser.Event.START_ELEMENT && left-- > 0) {
                element.addElement(read(namespace));
            } else if (event == XmlPullParser.Event.TEXT_CHARACTERS && parser.getDepth() == depth) {
                String more = parser.getText();
                text.append(more, 0, Math.min(more.length(), LONGEST - text.length()));
            }
            event = parser.next();
        }
        return element.setText(text.toString()).build();
    }

    /** Those with a prefix are extensions of others, and can't be written without what the prefix stands for. */
    private void readAttributes(StandardExtensionElement.Builder element) {
        for (int i = 0; i < Math.min(parser.getAttributeCount(), MOST_ATTRIBUTES); i++) {
            String prefix = parser.getAttributePrefix(i);
            if (prefix == null || prefix.isEmpty()) {
                String value = parser.getAttributeValue(i);
                element.addAttribute(
                        parser.getAttributeName(i), value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        }
    }
}
