package org.lamplight.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in sipp's scripts again and again, under a name between two at signs. What was kept by {@code @KEEP@} answers
 * an INVITE after other messages have come; {@code @IN-CALL-3@} is of the same transaction as what stands three steps before.
 */
final class SippPhrases {
    private static final Pattern EARLIER = Pattern.compile("@(IN-CALL|FROM-CALLED)-(\\d+)@");
    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "BACK",
                lines(
                        "[last_Via:]",
                        "[last_Record-Route:]",
                        "[last_From:]",
                        "[last_To:]",
                        "[last_Call-ID:]",
                        "[last_CSeq:]"));
        ALL.put("BACK-TAGGED", ALL.get("BACK").replace("[last_To:]", "[last_To:];tag=[pid]s[call_number]"));
        ALL.put(
                "KEEP",
                "<action>" + kept("Via") + kept("From") + kept("To") + kept("CSeq") + kept("Contact") + "</action>");
        ALL.put("KEPT", lines("Via:[$Via]", "From:[$From]", "To:[$To]", "Call-ID: [call_id]", "CSeq:[$CSeq]"));
        ALL.put("KEPT-TAGGED", ALL.get("KEPT").replace("[$To]", "[$To];tag=[pid]s[call_number]"));
        ALL.put("CONTACT", "Contact: <sip:sipp@[local_ip]:[local_port];transport=[transport]>");
        ALL.put("EMPTY", lines("Content-Length: [len]", "", ""));
        ALL.put("SDP", sdp("1"));
        ALL.put("SDP2", sdp("2"));
        ALL.put(
                "FROM-CALLER",
                begun(
                        "From: <sip:sipp@[local_ip]:[local_port]>;tag=[pid]t[call_number]",
                        "To: <sip:[service]@[remote_ip]:[remote_port]>"));
        ALL.put("IN-CALL", begun("From: <sip:sipp@[local_ip]:[local_port]>;tag=[pid]t[call_number]", "[last_To:]"));
        ALL.put("FROM-CALLED", begun("From:[$To];tag=[pid]s[call_number]", "To:[$From]"));
        ALL.put("OK", "<send><![CDATA[\nSIP/2.0 200 OK\n" + ALL.get("BACK") + "\n" + ALL.get("EMPTY") + "]]></send>");
        ALL.put(
                "FILLER",
                "a=x-filler:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
                        .repeat(620)
                        .strip());
    }

    private SippPhrases() {}

    private static String lines(String... all) {
        return String.join("\n", all);
    }

    private static String kept(String header) {
        return "<ereg regexp=\".*\" search_in=\"hdr\" header=\"" + header + ":\" check_it=\"true\" assign_to=\""
                + header + "\"/>";
    }

    private static String begun(String from, String to) {
        return lines(
                "Via: SIP/2.0/[transport] [local_ip]:[local_port];rport;branch=[branch]",
                from,
                to,
                "Call-ID: [call_id]",
                "Max-Forwards: 70",
                ALL.get("CONTACT"));
    }

    private static String sdp(String version) {
        return lines(
                "Content-Type: application/sdp",
                "Content-Length: [len]",
                "",
                "v=0",
                "o=sipp 1 " + version + " IN IP4 [local_ip]",
                "s=-",
                "c=IN IP4 [media_ip]",
                "t=0 0",
                "m=audio [media_port] RTP/AVP 0 8",
                "a=rtpmap:0 PCMU/8000",
                "a=rtpmap:8 PCMA/8000");
    }

    static String spelledOut(String script) {
        String text = EARLIER.matcher(script)
                .replaceAll(found -> Matcher.quoteReplacement(
                        ALL.get(found.group(1)).replace("[branch]", "[branch-" + found.group(2) + ']')));
        for (Map.Entry<String, String> one : ALL.entrySet()) {
            text = text.replace('@' + one.getKey() + '@', one.getValue());
        }
        return text;
    }
}
