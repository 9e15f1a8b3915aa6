package org.lamplight.xmpp;

import java.util.List;
import java.util.Set;
import org.jivesoftware.smack.SASLAuthentication;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParserFactory;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.iqversion.VersionManager;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.Backend;
import org.lamplight.backend.BackendContext;
import org.lamplight.backend.BackendId;
import org.lamplight.xmpp.archive.ArchivePages;
import org.lamplight.xmpp.chat.ChatSession;
import org.lamplight.xmpp.files.FileSession;
import org.lamplight.xmpp.gateways.GatewaySession;
import org.lamplight.xmpp.jingle.JingleFiles;
import org.lamplight.xmpp.login.ScramSha256;
import org.lamplight.xmpp.pictures.PictureSession;
import org.lamplight.xmpp.presence.PresenceInbox;
import org.lamplight.xmpp.rooms.RoomsSession;
import org.lamplight.xmpp.stream.TolerantReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The back end for accounts of kind {@code xmpp}. */
@BackendId("xmpp")
public final class XmppBackend implements Backend {
    private static final Logger LOG = LoggerFactory.getLogger(XmppBackend.class);
    private static final String PUBSUB_EVENT = "http://jabber.org/protocol/pubsub#event";
    private static final int REPLY_TIMEOUT_MS = 10_000;

    /** Smack's list of experimental parts brings along much that is not wanted; what is, is named in {@link #start}. */
    private static final String EXPERIMENTAL = "org.jivesoftware.smack.experimental.ExperimentalInitializer";

    /** Parts of Smack that cost start-up time, memory or surprises, and are not used. */
    private static final List<String> UNUSED = List.of(
            "org.jivesoftware.smack.roster.Roster",
            "org.jivesoftware.smack.ReconnectionManager",
            "org.jivesoftware.smackx.caps.EntityCapsManager",
            "org.jivesoftware.smackx.softwareinfo.form.SoftwareInfoForm",
            "org.jivesoftware.smackx.xhtmlim.XHTMLManager",
            "org.jivesoftware.smackx.mediaelement.MediaElementManager",
            "org.jivesoftware.smackx.muc.MultiUserChatManager",
            "org.jivesoftware.smackx.muc.bookmarkautojoin.MucBookmarkAutojoinManager",
            "org.jivesoftware.smackx.bytestreams.ibb.InBandBytestreamManager",
            "org.jivesoftware.smackx.bytestreams.socks5.Socks5BytestreamManager",
            "org.jivesoftware.smackx.filetransfer.FileTransferManager",
            "org.jivesoftware.smackx.iqlast.LastActivityManager",
            "org.jivesoftware.smackx.commands.AdHocCommandManager",
            "org.jivesoftware.smackx.privacy.PrivacyListManager",
            "org.jivesoftware.smackx.vcardtemp.VCardManager",
            "org.jivesoftware.smackx.xdata.XDataManager",
            "org.jivesoftware.smackx.xdatalayout.XDataLayoutManager",
            "org.jivesoftware.smackx.xdatavalidation.XDataValidationManager",
            "org.jivesoftware.smackx.receipts.DeliveryReceiptManager");

    @Override
    public String id() {
        return "xmpp";
    }

    @Override
    public Set<String> accountKinds() {
        return Set.of("xmpp");
    }

    @Override
    public void start() {
        // The JDK's own limits end the stream at what one hostile message can hold. StanzaParser bounds the depth, and
        // servers the size of a stanza; what nests deeper than any stanza can is the server's own doing
        System.setProperty("jdk.xml.maxElementDepth", "40000");
        System.setProperty("jdk.xml.maxXMLNameLimit", "20000000");
        System.setProperty("jdk.xml.elementAttributeLimit", "1000000");
        UNUSED.forEach(SmackConfiguration::addDisabledSmackClass);
        SmackConfiguration.addDisabledSmackClass(EXPERIMENTAL);
        SmackConfiguration.setDefaultReplyTimeout(REPLY_TIMEOUT_MS);
        SmackConfiguration.setUnknownIqRequestReplyMode(
                SmackConfiguration.UnknownIqRequestReplyMode.replyServiceUnavailable);
        // Smack's own writes to the log what people wrote
        SmackConfiguration.setDefaultParsingExceptionCallback(left -> LOG.info(
                "A stanza was left out, for it could not be read ({})",
                left.getParsingException().toString()));
        XmlPullParserFactory parsers = SmackXmlParser.getXmlPullParserFactory();
        SmackXmlParser.setXmlPullParserFactory(reader -> new StanzaParser(parsers.newXmlPullParser(reader)));
        ProviderManager.removeExtensionProvider("event", PUBSUB_EVENT);
        PresenceInbox.teachReaders();
        PictureSession.teachReaders();
        ArchivePages.teachReaders();
        ChatSession.teachReaders();
        RoomsSession.teachReaders();
        FileSession.teachReaders();
        GatewaySession.teachReaders();
        JingleFiles.teachReaders();
        TolerantReader.install();
        SASLAuthentication.registerSASLMechanism(new ScramSha256());
        List.of("DIGEST-MD5", "CRAM-MD5", "GSSAPI", "EXTERNAL").forEach(SASLAuthentication::blacklistSASLMechanism);
        ServiceDiscoveryManager.setDefaultIdentity(new DiscoverInfo.Identity("client", "Lamplight", "pc"));
        VersionManager.setDefaultVersion("Lamplight", version());
    }

    private static String version() {
        String version = XmppBackend.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Override
    public AccountSession open(Account account, BackendContext context) {
        return new XmppSession(account, context);
    }
}
