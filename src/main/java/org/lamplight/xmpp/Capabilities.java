package org.lamplight.xmpp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.disco.AbstractNodeInformationProvider;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.lamplight.xmpp.chat.ChatSession;
import org.lamplight.xmpp.jingle.JingleFiles;
import org.lamplight.xmpp.pictures.PictureSession;
import org.lamplight.xmpp.presence.PresenceOutbox;
import org.lamplight.xmpp.rooms.RoomsSession;
import org.lamplight.xmpp.stream.Wire;

/**
 * What this client can do, as others ask it and as presence announces it (XEP-0115). Smack's own class for it brings its
 * roster along, whose time grows with the square of the contacts.
 */
final class Capabilities {
    private static final String NAMESPACE = "http://jabber.org/protocol/caps";
    private static final String NODE = "https://lamplight.example";
    private static final List<String> OURS = Stream.of(
                    List.of(NAMESPACE),
                    PresenceOutbox.FEATURES,
                    PictureSession.FEATURES,
                    ChatSession.FEATURES,
                    JingleFiles.FEATURES,
                    RoomsSession.FEATURES)
            .flatMap(List::stream)
            .toList();

    /** Of the connection of now. */
    private volatile String version = "";

    /** Answers on each connection what is asked, and says so in each presence. */
    Capabilities(Wire wire) {
        wire.each(this::answer);
    }

    private void answer(XMPPTCPConnection connection) {
        ServiceDiscoveryManager disco = ServiceDiscoveryManager.getInstanceFor(connection);
        OURS.forEach(disco::addFeature);
        version = version(disco);
        disco.setNodeInformationProvider(NODE + "#" + version, new AbstractNodeInformationProvider() {
            @Override
            public List<String> getNodeFeatures() {
                return List.copyOf(disco.getFeatures());
            }

            @Override
            public List<DiscoverInfo.Identity> getNodeIdentities() {
                return List.copyOf(disco.getIdentities());
            }
        });
    }

    /** What goes with each presence stanza. */
    StandardExtensionElement element() {
        return StandardExtensionElement.builder("c", NAMESPACE)
                .addAttribute("hash", "sha-1")
                .addAttribute("node", NODE)
                .addAttribute("ver", version)
                .build();
    }

    /** The hash of section 5.1. */
    private static String version(ServiceDiscoveryManager disco) {
        String identities = disco.getIdentities().stream()
                .map(one -> one.getCategory() + "/" + one.getType() + "//" + one.getName() + "<")
                .sorted()
                .collect(Collectors.joining());
        String features = new TreeSet<>(disco.getFeatures())
                .stream().map(feature -> feature + "<").collect(Collectors.joining());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((identities + features).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
