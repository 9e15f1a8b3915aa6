package org.lamplight.office.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message as a test reads it: lines and nothing else, so that it shares no code with the server. */
record Text(String start, List<String> headers, String body) {
    static Text of(byte[] octets, int length) {
        String whole = new String(octets, 0, length, StandardCharsets.UTF_8);
        int end = whole.indexOf("\r\n\r\n");
        String[] lines = whole.substring(0, end).split("\r\n", -1);
        return new Text(lines[0], new ArrayList<>(List.of(lines)).subList(1, lines.length), whole.substring(end + 4));
    }

    boolean isResponse() {
        return start.startsWith("SIP/2.0 ");
    }

    int code() {
        return isResponse() ? Integer.parseInt(start.split(" ", 3)[1]) : 0;
    }

    String method() {
        return isResponse() ? cseq().replaceFirst(".* ", "") : start.split(" ", 2)[0];
    }

    String uri() {
        return start.split(" ", 3)[1];
    }

    List<String> all(String name) {
        String begin = name + ": ";
        return headers.stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .toList();
    }

    String one(String name) {
        return all(name).isEmpty() ? "" : all(name).get(0);
    }

    String cseq() {
        return one("CSeq");
    }

    String callId() {
        return one("Call-ID");
    }

    String tag(String header) {
        String value = one(header);
        int at = value.indexOf(";tag=");
        return at < 0 ? "" : value.substring(at + 5).split(";", 2)[0];
    }

    /** The address in the Contact. */
    String contact() {
        return one("Contact").replaceAll(".*<([^>]*)>.*", "$1");
    }

    /** The port of the first medium. */
    int mediaPort() {
        return Integer.parseInt(body.replaceAll("(?s).*m=audio (\\d+) .*", "$1"));
    }
}
