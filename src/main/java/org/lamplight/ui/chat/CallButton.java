package org.lamplight.ui.chat;

import java.awt.BorderLayout;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.ui.call.CallDeeds;
import org.lamplight.ui.call.CallTarget;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.ToolButton;

/** Calls the person of a talk; not there where nobody could be called. EDT. */
final class CallButton extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final transient CallDeeds deeds;
    private final ToolButton button;
    private transient @Nullable Person person;

    CallButton(Texts texts, Mirrors mirrors, CallDeeds deeds) {
        super(new BorderLayout());
        this.texts = texts;
        this.mirrors = mirrors;
        this.deeds = deeds;
        setOpaque(false);
        setVisible(false);
        button = ToolButton.inHeader("call", texts.get("talk.call"), this::call);
        button.setName("talk.call");
        add(button);
        mirrors.calls().onChange(this::refresh);
    }

    void show(@Nullable Person who) {
        person = who;
        refresh();
    }

    private void refresh() {
        Person who = person;
        boolean lines = !mirrors.calls().lines().isEmpty();
        setVisible(lines && who != null && CallTarget.of(who, mirrors).isPresent());
        boolean can = mirrors.calls().canCall();
        button.setEnabled(can);
        button.setToolTipText(texts.get(can ? "talk.call" : "talk.call.noLine"));
    }

    private void call() {
        Person who = person;
        if (who != null) {
            CallTarget.of(who, mirrors).ifPresent(deeds::dial);
        }
    }
}
