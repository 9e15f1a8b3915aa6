package org.lamplight.ui.chat;

import java.awt.Rectangle;
import java.util.List;
import java.util.Set;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.Texts;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** Draws the transcript with all that messages may have into target/screenshots, so that people can look at it. */
class TranscriptPicturesTest {
    private static Details reactions(String first, String second) {
        return new Details(
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(
                        new Details.Reaction(TalkOnScreen.CHARLES, Set.of(first)),
                        new Details.Reaction(World.ADA, Set.of(first, second))),
                null);
    }

    @Test
    void styledText() {
        try (TalkOnScreen on = new TalkOnScreen()) {
            on.hears(
                    "This is *strong*, _emphasis_, ~struck~ and `code()`; 2*3*4 is not. Emoji 😀👍🏽 ❤️ 👩‍👩‍👧 🇬🇧 1️⃣ ☎ ok");
            on.hears(
                    "> A quotation that is long enough to be broken into two lines, so that one sees its bar at the left side\n> > and one within\nThe answer to it");
            on.wrote(
                    "```\nfor (int i = 0; i < 10; i++) {\n\tprint(i);\n}\n```\nSee https://engine.example/plan_25?x=1 or mailto:ada@engine.example, but not ftp://no.example");
            on.hears("שלום עולם! זה טקסט בעברית עם English בתוכו\nAnd a line in English\nمرحبا بالعالم");
            on.hears("Look: https://аpple.example/ and https://bank.example@evil.example/login");
            on.hears("/me waves");
            Transcript transcript = on.open(6);
            Screen.until(
                    "emoji",
                    () -> !transcript
                            .rowLayout()
                            .look()
                            .text()
                            .emoji()
                            .emoji()
                            .find("😀", 0, 2)
                            .isEmpty());
            on.robot.waitForIdle();
            on.screen.shoot("transcript-styled", on.window().getRootPane());
            GuiActionRunner.execute(() -> transcript.scrollRectToVisible(new Rectangle(0, 0, 1, 1)));
            on.screen.shoot("transcript-styled-top", on.window().getRootPane());
            GuiActionRunner.execute(() -> transcript.zoom(150));
            on.robot.waitForIdle();
            on.screen.shoot("transcript-zoomed", on.window().getRootPane());
        }
    }

    private static Details offered(String name, boolean isThere) {
        return Details.NONE.withFile(new Details.SharedFile(
                name, 2_418_000, null, isThere ? "xmpp:" + TalkOnScreen.CHARLES + "/x?jingle;sid=1" : null, null));
    }

    private static void ended(TalkOnScreen on, String name, String why) {
        Message message = on.message(Message.Direction.IN, name, offered(name, false));
        on.hears(message.with(message.state(), why));
    }

    /** What is said of files that others hold ready, and of such as are not to be had any more. */
    @Test
    void offers() {
        try (TalkOnScreen on = new TalkOnScreen()) {
            on.hears("plan 25.pdf", offered("plan 25.pdf", true));
            Texts of = Texts.of(FileTransfers.class);
            ended(on, "cards.zip", of.get("offer.declined"));
            ended(on, "mill.step", "charles@engine.example cancelled it. Ask for the file if you want it.");
            ended(on, "store.step", "You did not fetch it within a day. Ask for the file again.");
            ended(on, "barrel.step", of.get("offer.restarted"));
            on.open(5);
            on.robot.waitForIdle();
            on.screen.shoot("transcript-offers", on.window().getRootPane());
        }
    }

    @Test
    void details() {
        try (TalkOnScreen on = new TalkOnScreen()) {
            Message first = on.hears("Are we still on for two o’clock?");
            on.wrote("Yes, room 4.", Details.NONE.withReply(new Details.Reply(first.id(), first.from(), first.text())));
            on.wrote("I put the drawings there.", new Details(null, null, null, "c1", null, false, List.of(), null));
            on.hears("Splendid", reactions("👍", "🎉"));
            on.wrote("", new Details(null, null, null, null, null, true, List.of(), null));
            on.hears(
                    "",
                    Details.NONE.withFile(new Details.SharedFile(
                            "logbook-page.png", 418_000, "image/png", "https://x.example/y", null)));
            on.hears("Found it: a moth between points at relay 70, panel F.");
            Transcript transcript = on.open(7);
            on.robot.waitForIdle();
            GuiActionRunner.execute(() -> transcript.selection().mark(3, false));
            on.focus(transcript);
            on.screen.shoot("transcript-details", on.window().getRootPane());
        }
    }
}
