package org.lamplight.sip.call;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Message;
import javax.sip.message.Response;
import org.lamplight.call.Cause;
import org.lamplight.core.Texts;
import org.lamplight.sip.message.Headers;

/** Says in words why a call ended. Pure. */
final class Endings {
    private static final Texts TEXTS = Texts.of(Endings.class);
    private static final Pattern CAUSE = Pattern.compile("(?i)cause\\s*=\\s*(\\d{1,3})");

    /** What a telephone network's reason (Q.850) means as a SIP answer; it is more exact than most answers are. */
    private static final Map<Integer, Integer> NETWORK =
            Map.of(1, 404, 17, 486, 18, 408, 19, 480, 20, 480, 21, 603, 27, 502, 28, 484, 34, 503, 38, 502);

    private Endings() {}

    /** A refusal, by its code and the reason that goes with it. */
    static Cause refused(Response response) {
        int code = response.getStatusCode();
        int better = network(response);
        return of(code, better > 0 && (code == 480 || code >= 500) ? better : code);
    }

    static Cause of(int code) {
        return of(code, code);
    }

    private static Cause of(int code, int meaning) {
        String text = switch (meaning) {
            case 486, 600 -> TEXTS.get("cause.busy");
            case 603, 607 -> TEXTS.get("cause.declined");
            case 480 -> TEXTS.get("cause.away");
            case 404, 604 -> TEXTS.get("cause.unknown");
            case 410 -> TEXTS.get("cause.gone");
            case 484 -> TEXTS.get("cause.incomplete");
            case 408 -> TEXTS.get("cause.silent");
            case 487 -> TEXTS.get("cause.cancelled");
            case 415, 488, 606 -> TEXTS.get("cause.codecs");
            case 401, 403, 407 -> TEXTS.get("cause.forbidden");
            case 482, 483 -> TEXTS.get("cause.loop");
            case 502, 503, 504 -> TEXTS.get("cause.trouble");
            default -> TEXTS.get("cause.other", code);
        };
        return new Cause(code, text);
    }

    /** It was hung up, there or here. */
    static Cause hungUp() {
        return new Cause(200, TEXTS.get("cause.ended"));
    }

    /** It went to somebody else from here: not missed. */
    static Cause forwarded() {
        return new Cause(302, TEXTS.get("cause.forwarded"), true);
    }

    /** Whoever called speaks to voicemail: one will hear of it there. */
    static Cause voicemail() {
        return new Cause(302, TEXTS.get("cause.voicemail"), true);
    }

    static Cause transferred() {
        return new Cause(200, TEXTS.get("cause.transferred"));
    }

    /** The peer says goodbye, and maybe why (RFC 3326). */
    static Cause goodbye(Message bye) {
        int better = network(bye);
        return better > 0 ? of(better, better) : hungUp();
    }

    /** Whoever called gave up, or another phone took it. */
    static Cause cancelled(Message cancel) {
        boolean elsewhere = Headers.all(cancel, "Reason").stream()
                .map(reason -> reason.toLowerCase(Locale.ROOT))
                .anyMatch(reason -> (reason.startsWith("sip") && number(reason) == 200)
                        || reason.contains("completed elsewhere")
                        || (reason.startsWith("q.850") && number(reason) == 26));
        return new Cause(487, TEXTS.get(elsewhere ? "cause.elsewhere" : "cause.givenUp"), elsewhere);
    }

    static Cause lost() {
        return new Cause(408, TEXTS.get("cause.lost"));
    }

    /** Nothing came back at all. */
    static Cause unreached() {
        return new Cause(408, TEXTS.get("cause.trouble"));
    }

    /** Not even a number. */
    static Cause undialable(String typed) {
        return new Cause(484, TEXTS.get("cause.undialable", typed));
    }

    static Cause noSound() {
        return new Cause(488, TEXTS.get("cause.noSound"));
    }

    private static int network(Message message) {
        return Headers.all(message, "Reason").stream()
                .filter(reason -> reason.toLowerCase(Locale.ROOT).startsWith("q.850"))
                .map(Endings::number)
                .map(number -> NETWORK.getOrDefault(number, 0))
                .findFirst()
                .orElse(0);
    }

    private static int number(String reason) {
        Matcher cause = CAUSE.matcher(reason);
        return cause.find() ? Integer.parseInt(cause.group(1)) : 0;
    }
}
