package org.lamplight.xmpp.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.provider.ExtensionElementProvider;
import org.jivesoftware.smack.provider.ExtensionProviderInfo;
import org.jivesoftware.smack.provider.ProviderFileLoader;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an element of a stanza as one of Smack's readers does, and leaves the element out where that fails. Smack by itself
 * leaves out the whole stanza: a message would be lost, in the archive too, for the date in one of its elements.
 */
public final class TolerantReader extends ExtensionElementProvider<ExtensionElement> {
    private static final Logger LOG = LoggerFactory.getLogger(TolerantReader.class);

    /** Where Smack lists its readers. */
    private static final List<String> LISTS = List.of(
            "org.jivesoftware.smack.extensions/extensions.providers", "org.jivesoftware.smack.im/smackim.providers");

    /** Nobody looks for this. */
    private static final ExtensionElement UNREADABLE = StandardExtensionElement.builder(
                    "unreadable", "urn:lamplight:unreadable")
            .build();

    private final ExtensionElementProvider<? extends ExtensionElement> reader;

    private TolerantReader(ExtensionElementProvider<? extends ExtensionElement> reader) {
        this.reader = reader;
    }

    /** Once for the program, when all readers are known: has those of Smack's lists that are in use read so. */
    public static void install() {
        for (String list : LISTS) {
            try (InputStream lines = TolerantReader.class.getClassLoader().getResourceAsStream(list)) {
                if (lines != null) {
                    new ProviderFileLoader(lines).getExtensionProviderInfo().forEach(TolerantReader::install);
                }
            } catch (IOException e) {
                LOG.warn("{} can't be read: what others write wrongly is lost wholly", list, e);
            }
        }
    }

    private static void install(ExtensionProviderInfo info) {
        String name = info.getElementName();
        String namespace = info.getNamespace();
        ExtensionElementProvider<ExtensionElement> used = ProviderManager.getExtensionProvider(name, namespace);
        if (used != null && !(used instanceof TolerantReader)) {
            ProviderManager.addExtensionProvider(name, namespace, new TolerantReader(used));
        }
    }

    @Override
    public ExtensionElement parse(XmlPullParser parser, int depth, XmlEnvironment environment)
            throws XmlPullParserException, IOException {
        String name = parser.getName();
        String namespace = parser.getNamespace();
        try {
            return reader.parse(parser, depth, environment);
        } catch (SmackParsingException | IOException | RuntimeException unreadable) {
            // Where it is the stream that is broken, going on says so again
            LOG.info(
                    "An element was left out, for it could not be read: {} of {} ({})",
                    name,
                    namespace,
                    unreadable.toString());
            skip(parser, depth);
            return UNREADABLE;
        }
    }

    /** Goes on to the end of the element that began at this depth. */
    public static void skip(XmlPullParser parser, int depth) throws XmlPullParserException, IOException {
        XmlPullParser.Event event = parser.getEventType();
        while (event != XmlPullParser.Event.END_DOCUMENT
                && !(event == XmlPullParser.Event.END_ELEMENT && parser.getDepth() <= depth)) {
            event = parser.next();
        }
    }
}
