package org.lamplight.app;

import javax.swing.JFrame;
import org.lamplight.chat.Message;
import org.lamplight.ui.chat.TalkWindows;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.rooms.JoinRoom;
import org.lamplight.ui.search.MessageSearchWindow;
import org.lamplight.ui.search.QuickSwitcher;
import org.lamplight.ui.search.SeveralWindow;

/** The windows with talks and the two ways to find something in them, by the same keys in each window. EDT. */
final class Finding implements Openings {
    private final QuickSwitcher switcher;
    private final MessageSearchWindow search;
    private final SeveralWindow several;
    private final TalkWindows talks;
    private final JoinRoom join;

    Finding(Domain domain, Stage stage, Mirrors mirrors) {
        this.switcher = new QuickSwitcher(stage, mirrors, this::talk);
        this.search = new MessageSearchWindow(domain, stage, mirrors, this);
        this.join = new JoinRoom(domain, stage, this::talk);
        this.several = new SeveralWindow(domain, stage, mirrors);
        this.talks = new TalkWindows(domain, stage, mirrors, this::serveTalks);
        switcher.serve(search);
    }

    TalkWindows talks() {
        return talks;
    }

    /** Has Ctrl+K and Ctrl+Shift+F work there. */
    void serve(JFrame window) {
        switcher.serve(window);
        search.serve(window);
    }

    /** There too one may want another room, or several people. */
    private void serveTalks(JFrame window) {
        serve(window);
        Keys.bindWithin(window.getRootPane(), "ctrl J", () -> join.ask(window));
        Keys.bindWithin(window.getRootPane(), "ctrl shift M", several::open);
    }

    /** Writes to several people at once. */
    void openSeveral() {
        several.open();
    }

    void openSwitcher(JFrame over) {
        switcher.open(over);
    }

    @Override
    public void talk(String address) {
        talks.talk(address);
    }

    @Override
    public void message(Message message) {
        talks.message(message);
    }

    @Override
    public void searchMessages(String words) {
        search.search(words);
    }
}
