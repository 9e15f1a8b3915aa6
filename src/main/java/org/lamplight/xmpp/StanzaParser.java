package org.lamplight.xmpp;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jspecify.annotations.Nullable;
import org.lamplight.xmpp.presence.PresenceReader;

/**
 * Smack's XML parser with some mends. Smack reads presence by local names alone: our own element {@code status} would wipe
 * out the text of the standard's, so it has {@linkplain PresenceReader#KEY_ELEMENT another name} here. A show that nobody
 * knows would end the stream, where it is to be read as none (RFC 6121, section 4.7.2.1). So would an element where only text
 * belongs; and elements in great depth would use up the stack: both are left out. And Smack counts a stanza as handled
 * (XEP-0198) even where the connection was cut in the midst of it: {@link CutInStanza} tells.
 */
final class StanzaParser implements XmlPullParser {
    /** No extension that anybody uses nests so deep. */
    private static final int DEEPEST = 64;

    private static final Set<String> SHOWS = Set.of("away", "chat", "dnd", "xa");

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final int NONE = 0;

    private final XmlPullParser parser;
    private String status = "";
    private int statusFit = NONE;
    private @Nullable XmlPullParserException broken;

    /** The stream ended, or was broken, within a stanza: a resumed session would never bring that one again. */
    static final class CutInStanza extends XmlPullParserException {
        private static final long serialVersionUID = 1L;

        CutInStanza(Exception cause) {
            super(cause);
        }
    }

    StanzaParser(XmlPullParser parser) {
        this.parser = parser;
    }

    @Override
    public String getName() {
        String name = parser.getName();
        return isKey(name) ? PresenceReader.KEY_ELEMENT : name;
    }

    @Override
    public QName getQName() {
        QName name = parser.getQName();
        return isKey(name.getLocalPart()) ? new QName(name.getNamespaceURI(), PresenceReader.KEY_ELEMENT) : name;
    }

    private boolean isKey(String name) {
        return "status".equals(name) && PresenceReader.KEY_NAMESPACE.equals(parser.getNamespace());
    }

    /** The text of the element, whatever else is in it. */
    @Override
    public String nextText() throws IOException, XmlPullParserException {
        boolean show = "show".equals(parser.getName());
        int fit = "status".equals(parser.getName()) ? fit(parser.getAttributeValue(XML, "lang")) : NONE;
        int depth = parser.getDepth();
        StringBuilder all = new StringBuilder();
        for (Event event = next(); event != Event.END_ELEMENT || parser.getDepth() > depth; event = next()) {
            if (event == Event.TEXT_CHARACTERS && parser.getDepth() == depth) {
                all.append(parser.getText());
            } else if (event == Event.END_DOCUMENT) {
                throw new XmlPullParserException("ended within an element");
            }
        }
        String text = all.toString();
        if (fit != NONE) {
            return bestStatus(text, fit);
        }
        return show && !SHOWS.contains(text.strip()) ? "" : text;
    }

    /** A presence may say its text in many languages, and Smack takes the last: each is given as the best so far. */
    private String bestStatus(String text, int fit) {
        if (fit > statusFit) {
            status = text;
            statusFit = fit;
        }
        return status;
    }

    /** How welcome a text in this language is: the user's own most, then one that names none. */
    private static int fit(@Nullable String language) {
        if (language == null || language.isEmpty()) {
            return 2;
        }
        String own = Locale.getDefault().getLanguage();
        return Locale.forLanguageTag(language).getLanguage().equals(own) ? 3 : 1;
    }

    @Override
    public Object getProperty(String name) {
        return parser.getProperty(name);
    }

    @Override
    public String getInputEncoding() {
        return parser.getInputEncoding();
    }

    @Override
    public int getNamespaceCount() throws XmlPullParserException {
        return parser.getNamespaceCount();
    }

    @Override
    public String getNamespacePrefix(int at) throws XmlPullParserException {
        return parser.getNamespacePrefix(at);
    }

    @Override
    public String getNamespaceUri(int at) throws XmlPullParserException {
        return parser.getNamespaceUri(at);
    }

    @Override
    public String getNamespace(String prefix) {
        return parser.getNamespace(prefix);
    }

    @Override
    public int getDepth() {
        return parser.getDepth();
    }

    @Override
    public String getPositionDescription() {
        return parser.getPositionDescription();
    }

    @Override
    public int getLineNumber() {
        return parser.getLineNumber();
    }

    @Override
    public int getColumnNumber() {
        return parser.getColumnNumber();
    }

    @Override
    public boolean isWhiteSpace() throws XmlPullParserException {
        return parser.isWhiteSpace();
    }

    @Override
    public String getText() {
        return parser.getText();
    }

    @Override
    public String getNamespace() {
        return parser.getNamespace();
    }

    @Override
    public String getPrefix() {
        return parser.getPrefix();
    }

    @Override
    public int getAttributeCount() {
        return parser.getAttributeCount();
    }

    @Override
    public String getAttributeNamespace(int at) {
        return parser.getAttributeNamespace(at);
    }

    @Override
    public String getAttributeName(int at) {
        return parser.getAttributeName(at);
    }

    @Override
    public QName getAttributeQName(int at) {
        return parser.getAttributeQName(at);
    }

    @Override
    public String getAttributePrefix(int at) {
        return parser.getAttributePrefix(at);
    }

    @Override
    public String getAttributeType(int at) {
        return parser.getAttributeType(at);
    }

    @Override
    public String getAttributeValue(int at) {
        return parser.getAttributeValue(at);
    }

    @Override
    public String getAttributeValue(String namespace, String name) {
        return parser.getAttributeValue(namespace, name);
    }

    @Override
    public Event getEventType() throws XmlPullParserException {
        if (broken != null) {
            throw broken;
        }
        return parser.getEventType();
    }

    @Override
    public Event next() throws IOException, XmlPullParserException {
        Event event = read();
        while (parser.getDepth() > DEEPEST) {
            event = read();
        }
        if (event == Event.START_ELEMENT && "presence".equals(parser.getName())) {
            statusFit = NONE;
        }
        return event;
    }

    @Override
    public TagEvent nextTag() throws IOException, XmlPullParserException {
        return parser.nextTag();
    }

    /**
     * Once the stream is broken it stays so: Smack looks on for the end of the stanza, and would take the end of an element
     * within for it, since that may be where the parser stands; or the JDK's parser would throw something else. At depth 1
     * there is only the stream itself.
     */
    private Event read() throws IOException, XmlPullParserException {
        if (broken != null) {
            throw broken;
        }
        try {
            return parser.next();
        } catch (XmlPullParserException | RuntimeException failure) {
            broken = parser.getDepth() > 1 ? new CutInStanza(failure) : new XmlPullParserException(failure);
            throw broken;
        }
    }

    @Override
    public boolean supportsRoundtrip() {
        return parser.supportsRoundtrip();
    }
}
