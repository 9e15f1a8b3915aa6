package org.lamplight.sip.stack;

import java.net.InetAddress;
import java.text.ParseException;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that came, and how it is answered. On the account's thread. */
public final class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final Endpoint endpoint;
    private final Request request;
    private final @Nullable ServerTransaction transaction;
    private final InetAddress from;
    private String tag = "";
    private boolean answered;

    Arrival(Endpoint endpoint, Request request, @Nullable ServerTransaction transaction, InetAddress from) {
        this.endpoint = endpoint;
        this.request = request;
        this.transaction = transaction;
        this.from = from;
    }

    public Request request() {
        return request;
    }

    public String method() {
        return request.getMethod();
    }

    /** The address that it came from, as the network says. */
    public InetAddress from() {
        return from;
    }

    /** Whether it had its final response. */
    public boolean isAnswered() {
        return answered;
    }

    /** The tag that responses carry in To, where the request has none. */
    public void tag(String own) {
        tag = own;
    }

    public String body() {
        return Headers.body(request);
    }

    public void reply(int code) {
        reply(code, List.of(), "", "");
    }

    /** As {@link #reply(int, List, String, String)}, without a body. */
    public @Nullable Response reply(int code, List<String> headers) {
        return reply(code, headers, "", "");
    }

    /**
     * Answers; once finally. Returns what went, to be repeated until it is acknowledged; null if it could not go.
     *
     * @param headers {@code Name: value}
     * @param type of the body; empty: there is none
     */
    public @Nullable Response reply(int code, List<String> headers, String type, String body) {
        ServerTransaction used = transaction;
        if (used == null || answered || code < 100) {
            return null;
        }
        answered = code >= 200;
        try {
            Response response = response(code, headers, type, body);
            if (endpoint.isCutOff()) {
                repeatFrom(endpoint.sender(), response);
            } else {
                used.sendResponse(response);
            }
            return response;
        } catch (SipException | ParseException | InvalidArgumentException unsent) {
            LOG.debug("{} to {} not sent: {}", code, method(), unsent.getClass().getName());
            return null;
        }
    }

    private Response response(int code, List<String> headers, String type, String body)
            throws ParseException, SipException, InvalidArgumentException {
        Response response = endpoint.messages().createResponse(code, request);
        ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
        if (to.getTag() == null && code > 100) {
            tag = tag.isEmpty() ? Draft.token() : tag;
            to.setTag(tag);
        }
        for (String header : headers) {
            add(response, header);
        }
        if (!type.isEmpty()) {
            String[] kind = type.split("/", 2);
            response.setContent(body, endpoint.headers().createContentTypeHeader(kind[0], kind[1]));
        }
        return response;
    }

    /** The library takes one token at a time. */
    private void add(Response response, String header) throws ParseException {
        int colon = header.indexOf(':');
        String name = header.substring(0, colon);
        String value = Draft.oneLine(header.substring(colon + 1).strip());
        String[] values = name.matches("Allow|Supported|Require|Unsupported") ? value.split(",") : new String[] {value};
        for (String one : values) {
            response.addHeader(endpoint.headers().createHeader(name, one.strip()));
        }
    }

    /**
     * Sends once more what went before: a 200 that nobody acknowledged yet.
     *
     * @param contact where we are by now, as the header says it
     */
    public void repeat(Response response, String contact) {
        Endpoint sender = endpoint.sender();
        try {
            // who knows what is said again by its very octets gets the same ones
            if (sender != endpoint) {
                response.setHeader(endpoint.headers().createHeader("Contact", contact));
            }
            repeatFrom(sender, response);
        } catch (SipException | ParseException unsent) {
            LOG.debug("not repeated: {}", unsent.toString());
        }
    }

    private static void repeatFrom(Endpoint sender, Response response) throws SipException {
        ViaHeader back = (ViaHeader) response.getHeader(ViaHeader.NAME);
        sender.provider(back.getTransport()).sendResponse(response);
    }
}
