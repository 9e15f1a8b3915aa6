package org.lamplight.xmpp.files;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/**
 * The place that a server gives for a file (XEP-0363, section 4). Smack's own class for it starts a discovery at each
 * sign-in, and fails where an address is none.
 */
final class UploadSlot extends IQ {
    static final String NAMESPACE = "urn:xmpp:http:upload:0";
    private static final String ELEMENT = "slot";

    /** No others may be set by a server (section 4). */
    private static final Set<String> HEADERS = Set.of("authorization", "cookie", "expires");

    private final String put;
    private final String get;
    private final Map<String, String> headers;

    private UploadSlot(String put, String get, Map<String, String> headers) {
        super(ELEMENT, NAMESPACE);
        this.put = put;
        this.get = get;
        this.headers = headers;
        setType(Type.result);
    }

    /** Where to put the file; empty if the server did not say. */
    String put() {
        return put;
    }

    /** Where it can be had then; empty if the server did not say. */
    String get() {
        return get;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.setEmptyElement();
        return xml;
    }

    /** Reads one. */
    static final class Provider extends IqProvider<UploadSlot> {
        @Override
        public UploadSlot parse(XmlPullParser parser, int depth, IqData data, XmlEnvironment environment)
                throws XmlPullParserException, IOException {
            String put = "";
            String get = "";
            Map<String, String> headers = new TreeMap<>();
            while (parser.getDepth() > depth || parser.getEventType() != XmlPullParser.Event.END_ELEMENT) {
                if (parser.getEventType() == XmlPullParser.Event.START_ELEMENT) {
                    switch (parser.getName()) {
                        case "put" -> put = text(parser.getAttributeValue("", "url"));
                        case "get" -> get = text(parser.getAttributeValue("", "url"));
                        case "header" -> addHeader(text(parser.getAttributeValue("", "name")), parser, headers);
                        default -> {}
                    }
                }
                parser.next();
            }
            return new UploadSlot(put, get, headers);
        }

        private static void addHeader(String name, XmlPullParser parser, Map<String, String> headers)
                throws XmlPullParserException, IOException {
            String value = parser.nextText().replaceAll("[\\r\\n]", "");
            if (HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        }

        private static String text(@Nullable String attribute) {
            return attribute == null ? "" : attribute;
        }
    }
}
