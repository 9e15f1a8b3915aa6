package org.lamplight.xmpp.pictures;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureId;
import org.lamplight.people.Pictures;

/** The elements of user avatars (XEP-0084). Pure. */
final class AvatarMetadata {
    static final String NAMESPACE = "urn:xmpp:avatar:metadata";
    static final String DATA = "urn:xmpp:avatar:data";

    /** What Java reads; who has a picture of another kind as well is shown with this one. */
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif");

    private static final int MOST_OFFERS = 20;

    private AvatarMetadata() {}

    /** The first picture on offer that can be had from the account itself and may be shown; empty if there is none. */
    static Optional<PictureId> read(StandardExtensionElement metadata) {
        return metadata.getElements().stream()
                .limit(MOST_OFFERS)
                .filter(info -> info.getElementName().equals("info"))
                .filter(AvatarMetadata::fits)
                .flatMap(info -> PictureId.of(info.getAttributeValue("id")).stream())
                .findFirst();
    }

    private static boolean fits(StandardExtensionElement info) {
        String type = info.getAttributeValue("type");
        boolean elsewhere = info.getAttributeValue("url") != null;
        return !elsewhere && type != null && SHOWN.contains(type) && size(info.getAttributeValue("bytes"));
    }

    /** Who does not say how large it is may send it; what comes is measured. */
    private static boolean size(@Nullable String bytes) {
        if (bytes == null) {
            return true;
        }
        return bytes.matches("\\d{1,9}") && Integer.parseInt(bytes) <= Pictures.MOST_BYTES;
    }

    /** Tells which picture is ours; without one, that there is none (section 4.3). */
    static StandardExtensionElement of(Optional<OwnPicture> picture) {
        StandardExtensionElement.Builder metadata = StandardExtensionElement.builder("metadata", NAMESPACE);
        picture.ifPresent(own -> metadata.addElement(StandardExtensionElement.builder("info", NAMESPACE)
                .addAttribute("id", own.id().hex())
                .addAttribute("type", "image/png")
                .addAttribute("bytes", String.valueOf(own.png().length))
                .addAttribute("width", String.valueOf(own.side()))
                .addAttribute("height", String.valueOf(own.side()))
                .build()));
        return metadata.build();
    }

    static StandardExtensionElement data(OwnPicture picture) {
        return StandardExtensionElement.builder("data", DATA)
                .setText(Base64.getEncoder().encodeToString(picture.png()))
                .build();
    }

    /** The bytes in this text, which may have breaks in it; empty if it is none, or more than we take. */
    static Optional<byte[]> decode(@Nullable String base64) {
        if (base64 == null || base64.length() > Pictures.MOST_BYTES * 2) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0 || bytes.length > Pictures.MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
