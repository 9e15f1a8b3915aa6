package org.lamplight.ui.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lamplight.chat.Message;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;

/** All windows with talks: the one with the list, and those of talks that have one of their own. EDT. */
public final class TalkWindows implements Openings {
    private final Domain domain;
    private final Stage stage;
    private final Mirrors mirrors;
    private final Consumer<WindowFrame> made;
    private final ConversationWindow conversation;
    private final Map<String, TalkWindow> apart = new LinkedHashMap<>();

    /** @param made gets each window once it is made, the one with the list first */
    public TalkWindows(Domain domain, Stage stage, Mirrors mirrors, Consumer<WindowFrame> made) {
        this.domain = domain;
        this.stage = stage;
        this.mirrors = mirrors;
        this.made = made;
        this.conversation = new ConversationWindow(domain, stage, mirrors);
        conversation.onApart(this::openApart);
        made.accept(conversation);
        mirrors.people().listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {
                apart.values().forEach(TalkWindow::name);
            }
        });
    }

    /** The window with the list. */
    public ConversationWindow conversation() {
        return conversation;
    }

    @Override
    public void talk(String address) {
        Edt.requireEdt();
        TalkWindow own = apart.get(address);
        if (own == null) {
            conversation.talk(address);
        } else {
            own.write();
        }
    }

    @Override
    public void message(Message message) {
        talk(message.peer());
        TalkWindow own = apart.get(message.peer());
        if (own == null) {
            conversation.showMessage(message);
        } else {
            own.showMessage(message);
        }
    }

    /** The talk in a window of its own, which is made if it has none. */
    public void openApart(String address) {
        Edt.requireEdt();
        if (!address.isEmpty()) {
            apart.computeIfAbsent(address, this::window).present();
        }
    }

    private TalkWindow window(String address) {
        TalkWindow window = new TalkWindow(domain, stage, mirrors, address, this::talk, () -> apart.remove(address));
        made.accept(window);
        return window;
    }

    /** Whether the user has this talk in front of them, in whichever window. */
    public boolean isSeen(String address) {
        Edt.requireEdt();
        TalkWindow own = apart.get(address);
        return conversation.isSeen(address) || (own != null && own.isSeen());
    }

    /** The addresses of the talks that have a window of their own. */
    public List<String> apart() {
        return List.copyOf(apart.keySet());
    }
}
