package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.Talk;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.ui.Screen;
import org.lamplight.ui.kit.TalkList;

/** What was begun and not sent is seen in the list of talks. */
@Requires(Part.DISPLAY)
class DraftInListTest {
    private static final String GRACE = "grace@engine.example";

    private final TalkOnScreen on = new TalkOnScreen();

    @AfterEach
    void close() {
        on.close();
    }

    private TalkList list() {
        return on.robot.finder().findByName("talks", TalkList.class);
    }

    /** What a screen reader says of the talk with Charles. */
    private String spoken() {
        TalkList list = list();
        for (int row = 0; row < list.getModel().getSize(); row++) {
            Talk talk = list.getModel().getElementAt(row);
            if (talk.peer().equals(TalkOnScreen.CHARLES)) {
                Component cell = list.getCellRenderer()
                        .getListCellRendererComponent(list, talk, row, list.isSelectedIndex(row), false);
                return cell.getAccessibleContext().getAccessibleName();
            }
        }
        return "";
    }

    @Test
    void standsInPlaceOfTheLastMessageWhileOneIsElsewhere() {
        on.hears("> who?\n\nAre we still on?");
        on.open(1);
        Composer composer = on.robot.finder().findByName("composer", Composer.class);
        GuiActionRunner.execute(() -> composer.field().replaceSelection("Yes, room\n4"));
        assertThat(GuiActionRunner.execute(this::spoken)).isEqualTo("Charles Babbage, Are we still on?");
        GuiActionRunner.execute(() -> on.window().talk(GRACE));
        Screen.until("the draft", () -> spoken().equals("Charles Babbage, Draft: Yes, room 4"));
        on.screen.shoot("talk-draft", on.window().getRootPane());
        GuiActionRunner.execute(() -> on.window().talk(TalkOnScreen.CHARLES));
        GuiActionRunner.execute(() -> composer.field().setText(""));
        GuiActionRunner.execute(() -> on.window().talk(GRACE));
        Screen.until("none", () -> spoken().equals("Charles Babbage, Are we still on?"));
    }
}
