package org.lamplight.office.sip.proxy;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.directory.Directory;
import org.lamplight.office.sip.message.NameAddress;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipUri;
import org.lamplight.office.sip.registrar.Binding;
import org.lamplight.office.sip.registrar.Bindings;
import org.lamplight.office.sip.transport.Flow;
import org.lamplight.office.sip.transport.Loopback;
import org.lamplight.office.sip.transport.SipPorts;

/** Finds the way to addresses. The office sends nothing beyond this machine. On the server's thread. */
public final class Ways {
    private final SipPorts ports;
    private final Bindings bindings;
    private final Directory directory;

    public Ways(SipPorts ports, Bindings bindings, Directory directory) {
        this.ports = ports;
        this.bindings = bindings;
        this.directory = directory;
    }

    /** Whether an address is the server itself, or one of its users. */
    public boolean isOurs(SipUri uri) {
        String host = uri.at().host();
        if (host.equals(directory.domain())) {
            return uri.at().port() < 0 || ports.isOurs(uri.at().port());
        }
        return host.startsWith("127.")
                && (uri.at().port() < 0 || ports.isOurs(uri.at().port()));
    }

    /** Takes those steps of a request's route away that are the server itself (RFC 3261 section 16.4). */
    public void popOwnRoutes(SipRequest request) {
        NameAddress top = route(request);
        SipUri uri = top == null ? null : top.sipUri();
        while (uri != null && isOurs(uri)) {
            request.pop("Route");
            top = route(request);
            uri = top == null ? null : top.sipUri();
        }
    }

    private static @Nullable NameAddress route(SipRequest request) {
        String value = request.header("Route");
        return value == null ? null : NameAddress.parse(value);
    }

    /** All telephones of a user that a request may go to. */
    public List<Target> ofUser(String user) {
        List<Target> targets = new ArrayList<>();
        for (Binding binding : bindings.of(user)) {
            Target target = to(binding);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private @Nullable Target to(Binding binding) {
        if (!binding.path().isEmpty()) {
            NameAddress first = NameAddress.parse(binding.path().get(0));
            SipUri uri = first == null ? null : first.sipUri();
            Flow flow = uri == null ? null : open(uri);
            return flow == null ? null : new Target(binding.contact().uri(), flow, binding.path());
        }
        Flow flow = binding.flow().isOpen() ? binding.flow() : open(binding.uri());
        return flow == null ? null : new Target(binding.contact().uri(), flow, List.of());
    }

    /** Where a request goes by its route, or by its Request-URI; null if that is not on this machine. */
    public @Nullable Target next(SipRequest request) {
        NameAddress top = route(request);
        SipUri uri = top == null ? SipUri.parse(request.uri()) : top.sipUri();
        Flow flow = uri == null ? null : to(uri);
        return flow == null ? null : new Target(request.uri(), flow, List.of());
    }

    /** The way of a dialog: the one its last request came, if that is still open. */
    public @Nullable Flow within(@Nullable Flow known, SipRequest request) {
        popOwnRoutes(request);
        if (known != null && known.isOpen()) {
            return known;
        }
        Target target = next(request);
        return target == null ? null : target.flow();
    }

    /** A registered telephone on its flow, any other address directly; what is ours leads nowhere further. */
    private @Nullable Flow to(SipUri uri) {
        if (isOurs(uri)) {
            return null;
        }
        Binding binding = bindings.at(uri);
        return binding != null && binding.flow().isOpen() ? binding.flow() : open(uri);
    }

    private @Nullable Flow open(SipUri uri) {
        InetSocketAddress address = Loopback.peer(uri.at().host(), uri.port());
        // to our own ports would be a circle
        return address == null || ports.isOurs(address.getPort()) ? null : ports.to(uri.transport(), address);
    }

    /** One step of a record of the route, for peers of a transport. */
    String recordRoute(String transport) {
        String name = transport.toLowerCase(Locale.ROOT);
        return "<sip:" + ports.address(transport) + ";transport=" + name + ";lr>";
    }
}
