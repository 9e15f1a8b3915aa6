package org.lamplight.office.xmpp.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.xml.Element;

/** Names for occupants that stay when nicks change and tell no address (XEP-0421). Immutable. */
final class OccupantIds {
    private final byte[] secret = new byte[32];

    OccupantIds() {
        new SecureRandom().nextBytes(secret);
    }

    Element of(Jid person) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            byte[] hash = digest.digest(person.bare().toString().getBytes(UTF_8));
            return Element.of("occupant-id", MucNs.OCCUPANT_ID)
                    .with("id", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
