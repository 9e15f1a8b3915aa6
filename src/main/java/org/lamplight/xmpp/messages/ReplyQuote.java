package org.lamplight.xmpp.messages;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Details.Reply;
import org.lamplight.core.PlainText;

/**
 * Answers (XEP-0461), and the quote that stands ahead of their text for programs that do not know them (XEP-0428).
 *
 * @param reply null if the message answers none
 * @param text without the quote
 */
record ReplyQuote(@Nullable Reply reply, String text) {
    private static final String REPLY = "urn:xmpp:reply:0";
    static final String FALLBACK = "urn:xmpp:fallback:0";

    /** What it was called before version 0.2. */
    private static final String OLD_FALLBACK = "urn:xmpp:feature-fallback:0";

    private static final int LONGEST_QUOTE = 300;
    private static final int MOST_LINES = 4;

    static ReplyQuote read(Message stanza, String body) {
        Optional<StandardExtensionElement> answered = Marking.element(stanza, "reply", REPLY);
        Optional<String> id = answered.flatMap(element -> Ids.usable(element.getAttributeValue("id")));
        if (id.isEmpty()) {
            return new ReplyQuote(null, body);
        }
        int end = quoteEnd(stanza, body);
        String author = PlainText.line(answered.get().getAttributeValue("to"), PlainText.SHORT);
        String quote = PlainText.lines(unquoted(body.substring(0, end)), LONGEST_QUOTE);
        return new ReplyQuote(new Reply(id.get(), author, quote), body.substring(end));
    }

    /** Where the quote at the beginning ends; 0 if there is none, or nothing would be left. Counted in characters of Unicode. */
    private static int quoteEnd(Message stanza, String body) {
        return Stream.of(FALLBACK, OLD_FALLBACK)
                .flatMap(namespace -> stanza.getExtensions("fallback", namespace).stream())
                .filter(StandardExtensionElement.class::isInstance)
                .map(StandardExtensionElement.class::cast)
                .filter(element -> REPLY.equals(element.getAttributeValue("for")))
                .flatMap(element -> Marking.children(element, "body", element.getNamespace()).stream())
                .filter(range -> number(range.getAttributeValue("start")) == 0)
                .map(range -> number(range.getAttributeValue("end")))
                .filter(end -> end > 0 && end <= body.codePointCount(0, body.length()))
                .map(end -> body.offsetByCodePoints(0, end))
                .filter(end -> !body.substring(end).isBlank())
                .findFirst()
                .orElse(0);
    }

    private static int number(@Nullable String digits) {
        try {
            return digits == null ? -1 : Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static String unquoted(String quote) {
        return quote.lines()
                .map(line -> line.startsWith("> ") ? line.substring(2) : line)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** The quote that goes ahead of an answer's text. */
    static String quote(Reply reply) {
        String shortened = PlainText.lines(reply.quote(), LONGEST_QUOTE);
        return shortened
                .lines()
                .limit(MOST_LINES)
                .map(line -> "> " + line + "\n")
                .collect(Collectors.joining());
    }

    static StandardExtensionElement element(Reply reply) {
        StandardExtensionElement.Builder element =
                StandardExtensionElement.builder("reply", REPLY).addAttribute("id", reply.id());
        if (reply.author() != null) {
            element.addAttribute("to", reply.author());
        }
        return element.build();
    }

    /** Tells which part of the body is the quote. */
    static StandardExtensionElement fallback(String quote) {
        return StandardExtensionElement.builder("fallback", FALLBACK)
                .addAttribute("for", REPLY)
                .addElement(StandardExtensionElement.builder("body", FALLBACK)
                        .addAttribute("start", "0")
                        .addAttribute("end", String.valueOf(quote.codePointCount(0, quote.length())))
                        .build())
                .build();
    }

    /** For a change that carries words only for programs that do not know it. */
    static StandardExtensionElement fallbackFor(String namespace) {
        return StandardExtensionElement.builder("fallback", FALLBACK)
                .addAttribute("for", namespace)
                .build();
    }
}
