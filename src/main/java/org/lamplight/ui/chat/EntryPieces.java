package org.lamplight.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.chat.NewWords;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.SharedFiles;
import org.lamplight.ui.text.LaidText;
import org.lamplight.ui.text.Span;

/** Puts together what a message is shown with. EDT. */
final class EntryPieces {
    private final Texts texts;
    private final Bodies bodies;
    private final TranscriptDeeds deeds;
    private final Supplier<TalkNames> names;
    private final Again again;

    /** What has to be done as a message is to be shown otherwise. */
    interface Again {
        /** All of a folded message. */
        void unfold(Message message);

        /** A picture came. */
        void lay();

        SharedFiles files();
    }

    EntryPieces(Texts texts, Bodies bodies, TranscriptDeeds deeds, Supplier<TalkNames> names, Again again) {
        this.texts = texts;
        this.bodies = bodies;
        this.deeds = deeds;
        this.names = names;
        this.again = again;
    }

    LaidEntry lay(TranscriptRow.Entry entry, TranscriptLook look, int width) {
        Message message = entry.message();
        List<Piece> pieces = new ArrayList<>();
        if (message.details().retracted()) {
            pieces.add(NotePiece.words(look, texts.get("retracted"), "Lamplight.text2", width));
            return LaidEntry.of(top(entry, look), pieces, null, look.px(TranscriptLook.PAD_END));
        }
        Body body = bodies.of(message);
        Details.Reply reply = entry.part() == 0 ? message.details().reply() : null;
        if (reply != null) {
            pieces.add(reply(message, reply, look, width));
        }
        Details.SharedFile file = message.details().file();
        boolean wordless =
                body.text().isEmpty() || (file != null && message.text().equals(file.name()));
        if (wordless && file != null) {
            below(message, body, look, width, pieces);
            return LaidEntry.of(top(entry, look), pieces, null, look.px(TranscriptLook.PAD_END));
        }
        LaidText laid = new LaidText(
                body.markup(entry.part()).with(mentions(message, body, entry.part())),
                body.start(entry.part()),
                body.end(entry.part()),
                look.text(),
                width);
        TextPiece text = new TextPiece(laid, texts, look, isEdited(entry), deeds::open);
        pieces.add(text);
        doubts(laid, look, width, pieces);
        if (entry.last()) {
            below(message, body, look, width, pieces);
        }
        return LaidEntry.of(top(entry, look), pieces, text, entry.last() ? look.px(TranscriptLook.PAD_END) : 0);
    }

    private List<Span> mentions(Message message, Body body, int part) {
        return names.get().mentions(message, body.text(), body.start(part), body.end(part)).stream()
                .map(place -> Span.of(place.start(), place.end(), Span.Kind.MENTION))
                .toList();
    }

    private static boolean isEdited(TranscriptRow.Entry entry) {
        return entry.last() && entry.message().details().correction() != null;
    }

    private ReplyPiece reply(Message message, Details.Reply reply, TranscriptLook look, int width) {
        String author = reply.author();
        String who = author == null ? texts.get("reply.somebody") : names.get().of(author);
        String quote = PlainText.line(NewWords.of(reply.quote()), PlainText.SHORT);
        String shown = quote == null ? texts.get("reply.message") : quote;
        return new ReplyPiece(look, who, shown, () -> deeds.jump(message), width);
    }

    private static int top(TranscriptRow.Entry entry, TranscriptLook look) {
        if (entry.head()) {
            return look.px(TranscriptLook.PAD_HEAD) + look.px(TranscriptLook.LINE);
        }
        return entry.part() == 0 ? look.px(TranscriptLook.PAD_NEXT) : 0;
    }

    /** Where a link may look like another than it is, its real place stands below. */
    private void doubts(LaidText laid, TranscriptLook look, int width, List<Piece> pieces) {
        for (Span span : laid.links()) {
            if (Objects.requireNonNull(span.link()).doubtful()) {
                String place = span.link().place();
                pieces.add(NotePiece.words(look, texts.get("link.doubt", place), "Lamplight.maybe.text", width));
            }
        }
    }

    private void below(Message message, Body body, TranscriptLook look, int width, List<Piece> pieces) {
        if (body.folded()) {
            String all = texts.get("showAll", String.valueOf((message.text().length() + 1023) / 1024));
            pieces.add(new NotePiece(look, "", "Lamplight.text2", all, () -> again.unfold(message), width));
        }
        Details.SharedFile file = message.details().file();
        if (file != null) {
            Runnable open = () -> deeds.openFile(message);
            pieces.add(new FilePiece(look, texts, file, again.files(), open, again::lay, width));
            offer(message, file, look, width, pieces);
        }
        if (!message.details().reactions().isEmpty()) {
            List<ReactionsPiece.Chip> chips = new Reactions(message, names.get()).chips(deeds);
            pieces.add(new ReactionsPiece(look, look.text().emoji(), chips, width));
        }
        if (message.state() == Message.State.FAILED) {
            Runnable retry = () -> deeds.retry(message);
            pieces.add(new NotePiece(
                    look, failure(message), "Lamplight.notNow.text", texts.get("tryAgain"), retry, width));
        }
    }

    /** A file that somebody holds ready can be declined; where that is over, it is said why. */
    private void offer(Message message, Details.SharedFile file, TranscriptLook look, int width, List<Piece> pieces) {
        String why = PlainText.line(Objects.requireNonNullElse(message.reason(), ""));
        if (file.isOffered()) {
            Runnable decline = () -> deeds.decline(message);
            pieces.add(new NotePiece(
                    look, texts.get("file.offered"), "Lamplight.text2", texts.get("file.decline"), decline, width));
        } else if (file.isGone() && !why.isEmpty()) {
            pieces.addAll(NotePiece.lines(look, why, "Lamplight.text2", width));
        }
    }

    private String failure(Message message) {
        String reason = PlainText.line(Objects.requireNonNullElse(message.reason(), ""));
        return reason.isEmpty() ? texts.get("notSent") : texts.get("notSentBecause", reason);
    }

    /** A guess at the height that is made without touching a font. */
    int guess(TranscriptRow.Entry entry, TranscriptLook look, int width) {
        int letters = Math.max(10, width / look.px(7));
        int lines = bodies.guess(entry, letters);
        int below = entry.message().state() == Message.State.FAILED ? 1 : 0;
        return top(entry, look)
                + (lines + below) * look.px(TranscriptLook.LINE)
                + (entry.last() ? look.px(TranscriptLook.PAD_END) : 0);
    }
}
