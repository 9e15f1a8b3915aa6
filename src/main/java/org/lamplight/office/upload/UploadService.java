package org.lamplight.office.upload;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Component;
import org.lamplight.office.xmpp.ComponentLine;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.Stanzas;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.xml.Element;

/** Slots for files (XEP-0363) at {@code upload.<domain>}. */
public final class UploadService implements Component {
    private static final int LONGEST_NAME = 255;

    private final ComponentLine line;
    private final FileShare share;

    private UploadService(ComponentLine line, FileShare share) {
        this.line = line;
        this.share = share;
    }

    /** Opens the service beside a server; whoever opened the share closes it. */
    public static UploadService open(XmppServer server, FileShare share) {
        return server.attach("upload", line -> new UploadService(line, share));
    }

    @Override
    public String name() {
        return "Files";
    }

    @Override
    public void received(Element stanza, Jid from, Jid to) {
        String type = stanza.attribute("type", "");
        if (!stanza.name().equals("iq") || type.equals("result") || type.equals("error")) {
            return;
        }
        Element reply;
        try {
            Element answer = answer(stanza, type.equals("get"));
            reply = Stanzas.result(stanza).add(answer);
        } catch (StanzaException e) {
            reply = Stanzas.error(stanza, e.condition());
            explain(e.condition(), reply);
        }
        line.send(from, reply);
    }

    private Element answer(Element iq, boolean get) throws StanzaException {
        List<Element> payloads = iq.children();
        if (!get || payloads.size() != 1) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        Element payload = payloads.get(0);
        return switch (payload.namespace()) {
            case Ns.DISCO_INFO -> info();
            case Ns.DISCO_ITEMS -> Element.of("query", Ns.DISCO_ITEMS);
            case Ns.UPLOAD -> slot(payload);
            default -> throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        };
    }

    private Element info() {
        Element query = Element.of("query", Ns.DISCO_INFO);
        query.child("identity", Ns.DISCO_INFO)
                .with("category", "store")
                .with("type", "file")
                .with("name", name());
        for (String feature : List.of(Ns.DISCO_INFO, Ns.DISCO_ITEMS, Ns.UPLOAD)) {
            query.child("feature", Ns.DISCO_INFO).with("var", feature);
        }
        Element form = query.child("x", Ns.DATA_FORM).with("type", "result");
        form.child("field", Ns.DATA_FORM)
                .with("var", "FORM_TYPE")
                .with("type", "hidden")
                .child("value", Ns.DATA_FORM)
                .text(Ns.UPLOAD);
        form.child("field", Ns.DATA_FORM)
                .with("var", "max-file-size")
                .child("value", Ns.DATA_FORM)
                .text(String.valueOf(share.largest()));
        return query;
    }

    private Element slot(Element request) throws StanzaException {
        String name = request.attribute("filename", "");
        long size = size(request.attribute("size"));
        String type = request.attribute("content-type", "application/octet-stream");
        boolean sane = type.length() <= LONGEST_NAME && type.chars().allMatch(c -> c >= ' ' && c < 127);
        if (name.isEmpty() || name.length() > LONGEST_NAME || size <= 0 || !sane) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        if (size > share.largest()) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        Optional<FileShare.Place> place = share.announce(name, size, type);
        if (place.isEmpty()) {
            throw new StanzaException(Condition.RESOURCE_CONSTRAINT);
        }
        Element slot = Element.of("slot", Ns.UPLOAD);
        slot.child("put", Ns.UPLOAD).with("url", place.get().put());
        slot.child("get", Ns.UPLOAD).with("url", place.get().get());
        return slot;
    }

    private static long size(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    /** Section 5 says why, where it is the size. */
    private void explain(Condition condition, Element reply) {
        Element error = reply.find("error");
        if (condition == Condition.NOT_ACCEPTABLE && error != null) {
            error.child("file-too-large", Ns.UPLOAD)
                    .child("max-file-size", Ns.UPLOAD)
                    .text(String.valueOf(share.largest()));
        }
    }
}
