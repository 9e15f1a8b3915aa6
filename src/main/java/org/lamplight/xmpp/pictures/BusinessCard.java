package org.lamplight.xmpp.pictures;

import java.util.Base64;
import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.StandardExtensionElementProvider;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.people.OwnPicture;

/**
 * A business card (XEP-0054) as far as its picture goes. All else in it stays as it was: Smack's own class would drop from
 * the user's card what it does not know.
 */
final class BusinessCard extends IQ {
    static final String ELEMENT = "vCard";
    static final String NAMESPACE = "vcard-temp";

    private final StandardExtensionElement card;

    BusinessCard(StandardExtensionElement card) {
        super(ELEMENT, NAMESPACE);
        this.card = card;
    }

    /** A request for somebody's; null: for our own. */
    static BusinessCard wanted(@Nullable Jid whose) {
        BusinessCard request = empty();
        request.setType(Type.get);
        request.setTo(whose);
        return request;
    }

    static BusinessCard empty() {
        return new BusinessCard(
                StandardExtensionElement.builder(ELEMENT, NAMESPACE).build());
    }

    /** The bytes of the picture on it. */
    Optional<byte[]> photo() {
        StandardExtensionElement photo = card.getFirstElement("PHOTO", NAMESPACE);
        StandardExtensionElement bytes = photo == null ? null : photo.getFirstElement("BINVAL", NAMESPACE);
        return bytes == null ? Optional.empty() : AvatarMetadata.decode(bytes.getText());
    }

    /** The request that makes this our card, with another picture or with none. */
    BusinessCard with(Optional<OwnPicture> picture) {
        StandardExtensionElement.Builder changed = StandardExtensionElement.builder(ELEMENT, NAMESPACE);
        card.getElements().stream()
                .filter(element -> !element.getElementName().equals("PHOTO"))
                .forEach(changed::addElement);
        picture.ifPresent(own -> changed.addElement(StandardExtensionElement.builder("PHOTO", NAMESPACE)
                .addElement("TYPE", "image/png")
                .addElement("BINVAL", Base64.getEncoder().encodeToString(own.png()))
                .build()));
        BusinessCard request = new BusinessCard(changed.build());
        request.setType(Type.set);
        return request;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.rightAngleBracket();
        card.getElements().forEach(element -> xml.append(element.toXML()));
        return xml;
    }

    /** Reads it from a stream. */
    static final class Provider extends IqProvider<BusinessCard> {
        @Override
        public BusinessCard parse(XmlPullParser parser, int depth, IqData data, XmlEnvironment environment)
                throws XmlPullParserException, java.io.IOException {
            return new BusinessCard(StandardExtensionElementProvider.INSTANCE.parse(parser, depth, environment));
        }
    }
}
