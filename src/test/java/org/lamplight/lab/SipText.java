package org.lamplight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message as text, with a way back to whoever sent it. */
public record SipText(String start, List<String> headers, String body, Way way) {

    /** Sends a text back. */
    public interface Way {
        void send(String text) throws Exception;

        /** {@code host:port} of the other end. */
        String peer();
    }

    public static SipText of(String text, Way way) {
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
        return new SipText(lines.remove(0), lines, end < 0 ? "" : text.substring(end + 4), way);
    }

    public boolean isRequest() {
        return !start.startsWith("SIP/2.0");
    }

    public String method() {
        return start.split(" ")[0];
    }

    public String uri() {
        return start.split(" ")[1];
    }

    public int code() {
        return isRequest() ? 0 : Integer.parseInt(start.split(" ")[1]);
    }

    public List<String> all(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    public String get(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public Optional<String> parameter(String name, String parameter) {
        Matcher found = Pattern.compile("(?i)" + Pattern.quote(parameter) + "=\"?([^\";,>]+)")
                .matcher(get(name));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    public String tag(String name) {
        return parameter(name, "tag").orElse("");
    }

    public int sequence() {
        return Integer.parseInt(get("CSeq").split(" ")[0]);
    }

    /** The address of Contact. */
    public String contact() {
        return get("Contact").replaceFirst("(?s)[^<]*<([^>]*)>.*", "$1");
    }
}
