package org.lamplight.sip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.sip.event.EventListener.Right;

/**
 * Presence documents: application/pidf+xml (RFC 3863) with the data model and rich presence (RFC 4479, 4480) and timed
 * status (RFC 4481). The older application/xpidf+xml is read too. Pure; any thread.
 *
 * <p>PIDF has no word for some of our statuses, so ours carries the key of the status too, as our XMPP presence does:
 * {@code <status xmlns="urn:lamplight:presence:0" key="KEY"/>} within the person. Everybody else sees
 *
 * <table>
 *   <caption>What a status is to others</caption>
 *   <tr><td>available, free-to-chat</td><td>open</td></tr>
 *   <tr><td>idle</td><td>open, user-input idle</td></tr>
 *   <tr><td>busy, do-not-disturb</td><td>busy</td></tr>
 *   <tr><td>away, extended-away, out-of-office</td><td>away</td></tr>
 *   <tr><td>on-the-phone, on-video</td><td>on-the-phone</td></tr>
 *   <tr><td>in-a-meeting</td><td>meeting, and on-the-phone during a call</td></tr>
 *   <tr><td>presenting</td><td>presentation</td></tr>
 * </table>
 *
 * with a note in English that says it in words. Nothing is said of leave, for only some who are out of the office have it.
 */
public final class Pidf {
    public static final String TYPE = "application/pidf+xml";

    static final String KEY_NAMESPACE = "urn:lamplight:presence:0";

    private Pidf() {}

    /**
     * What a NOTIFY says of a person, as observations of the source {@code sip:ID}; none where it says nothing.
     *
     * @param body as it came; empty for none
     * @param now what a begin that lies ahead counts as, and by which timed statuses hold or not
     */
    public static List<Observation> read(byte[] body, Right right, String id, Instant now) throws UnreadableBody {
        Source source = Source.sip(id);
        if (right != Right.ACTIVE) {
            return List.of(Observation.of(source, Status.NOT_SHARED));
        }
        if (body.length == 0) {
            return List.of();
        }
        XmlElement root = XmlBody.read(body, "presence");
        return root.child("atom").isPresent()
                ? Xpidf.observations(root, source)
                : new PidfReader(root, source, now).observations();
    }

    /**
     * One's own presence for PUBLISH, in UTF-8. Empty for what is not told: while it rings others go on seeing what they
     * saw before; to whom is invisible or signed out nothing may stand there at all ({@code Expires: 0}).
     *
     * @param entity the own address, such as {@code sip:6001@pbx.example}
     */
    public static Optional<byte[]> write(Presence own, String entity, Instant now) {
        Status status = own.status();
        boolean told = status.isSeenOnline() && status != Status.RINGING;
        return told ? Optional.of(new PidfWriter(own, entity, now).document()) : Optional.empty();
    }
}
