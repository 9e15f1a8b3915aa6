package org.lamplight.ui.call;

import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JTextField;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;

/** Asks for somebody whom a call shall go to. EDT. */
final class CalleeDialogs {
    private static final int ROWS = 5;

    private final Stage stage;
    private final Mirrors mirrors;
    private final Texts texts;
    private final CallDeeds deeds;

    CalleeDialogs(Stage stage, Mirrors mirrors, Texts texts, CallDeeds deeds) {
        this.stage = stage;
        this.mirrors = mirrors;
        this.texts = texts;
        this.deeds = deeds;
    }

    /** Sends a call that rings on to somebody else. */
    void sendOn(Call call, Component over) {
        FormDialog form = form(over, "send");
        CalleeList list = list(form, "send");
        form.ask(() -> given(list, target -> deeds.sendOn(call, target)));
    }

    /** Connects somebody one speaks with to somebody else: now, or after having asked them. */
    void transfer(Call call, String name, Component over) {
        FormDialog form = form(over, "transfer");
        form.say(texts.get("transfer.say", name));
        CalleeList list = list(form, "transfer");
        if (mirrors.calls().can(call, Ability.ATTENDED_TRANSFER)) {
            form.also("transfer.first", texts.get("transfer.first"), () -> deeds.dial(list.target()));
        }
        form.ask(() -> given(list, target -> deeds.transfer(call, target)));
    }

    private FormDialog form(Component over, String name) {
        return new FormDialog(over, name, texts.get(name + ".title"), texts.get(name + ".ok"), texts.get("cancel"));
    }

    private CalleeList list(FormDialog form, String name) {
        JTextField field = form.field(name + ".to", texts.get("callee.field"), "");
        CalleeList list = new CalleeList(stage, mirrors, texts, field, () -> {});
        list.setVisibleRowCount(ROWS);
        form.across(new Scroller(list).edged());
        return list;
    }

    private String given(CalleeList list, Consumer<String> does) {
        String target = list.target();
        if (target.isEmpty()) {
            return texts.get("callee.none");
        }
        does.accept(target);
        return "";
    }
}
