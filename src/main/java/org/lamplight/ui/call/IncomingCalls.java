package org.lamplight.ui.call;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.ScreenArea;
import org.lamplight.ui.kit.Stage;

/**
 * A window for each call that rings, one above the other in the corner, until it stops ringing. In any window of ours
 * Ctrl+Shift+A answers the oldest, Ctrl+Shift+D declines it, and Ctrl+Shift+V sends it to voicemail where there is one:
 * Ctrl+Alt writes letters on some keyboards. EDT.
 */
public final class IncomingCalls {
    private static final int MARGIN = 12;
    private static final int GAP = 8;

    private final Stage stage;
    private final Mirrors mirrors;
    private final Texts texts;
    private final CallWords words;
    private final CallDeeds deeds;
    private final CalleeDialogs dialogs;
    private final Openings openings;
    private final Map<String, IncomingWindow> windows = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();

    /** @param openings shows the talk with whoever is answered in writing */
    public IncomingCalls(Domain domain, Stage stage, Mirrors mirrors, Openings openings, CallDeeds deeds) {
        this.stage = stage;
        this.mirrors = mirrors;
        this.openings = openings;
        this.deeds = deeds;
        this.texts = stage.texts(IncomingCalls.class);
        this.words = new CallWords(texts, mirrors, domain.clock());
        this.dialogs = new CalleeDialogs(stage, mirrors, texts, deeds);
        mirrors.calls().onChange(this::refresh);
        mirrors.people().listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {
                repaint();
            }

            @Override
            public void repainted(Set<String> ids) {
                repaint();
            }
        });
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this::pressed);
    }

    private void refresh() {
        List<Call> ringing =
                mirrors.calls().all().stream().filter(Call::isIncomingRinging).toList();
        Set<String> ids = new HashSet<>();
        ringing.forEach(call -> ids.add(call.id()));
        ignored.retainAll(ids);
        boolean gone = windows.entrySet().removeIf(shown -> closed(shown.getKey(), shown.getValue(), ids));
        boolean fresh = false;
        for (Call call : ringing) {
            if (!ignored.contains(call.id())) {
                fresh |= !windows.containsKey(call.id());
                windows.computeIfAbsent(call.id(), id -> window(call)).show(call);
            }
        }
        if (gone || fresh) {
            arrange();
        }
    }

    private static boolean closed(String id, IncomingWindow window, Set<String> ringing) {
        if (ringing.contains(id)) {
            return false;
        }
        window.dispose();
        return true;
    }

    private IncomingWindow window(Call call) {
        return new IncomingWindow(stage, texts, words, call, new Pressed());
    }

    private void repaint() {
        windows.values().forEach(window -> window.show(window.call()));
    }

    /** The oldest stands lowest, so that nothing moves under the pointer when another comes. */
    private void arrange() {
        Rectangle area = ScreenArea.first();
        int right = area.x + area.width - Look.px(MARGIN);
        int bottom = area.y + area.height - Look.px(MARGIN);
        for (IncomingWindow window : new ArrayList<>(windows.values())) {
            bottom = window.showAbove(right, bottom) - Look.px(GAP);
        }
    }

    private boolean pressed(KeyEvent event) {
        int both = InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK;
        boolean ours = event.getID() == KeyEvent.KEY_PRESSED && (event.getModifiersEx() & both) == both;
        IncomingWindow lowest = windows.values().stream()
                .filter(IncomingWindow::isShowing)
                .findFirst()
                .orElse(null);
        if (!ours || lowest == null) {
            return false;
        }
        Call oldest = lowest.call();
        if (event.getKeyCode() == KeyEvent.VK_A) {
            deeds.answer(oldest);
        } else if (event.getKeyCode() == KeyEvent.VK_D) {
            deeds.decline(oldest);
        } else if (event.getKeyCode() == KeyEvent.VK_V && hasVoicemail(oldest)) {
            deeds.toVoicemail(oldest);
        } else {
            return false;
        }
        event.consume();
        return true;
    }

    private boolean hasVoicemail(Call call) {
        return mirrors.calls().can(call, Ability.VOICEMAIL);
    }

    private final class Pressed implements IncomingWindow.Deeds {
        @Override
        public void answer(Call call) {
            deeds.answer(call);
        }

        @Override
        public void decline(Call call) {
            deeds.decline(call);
        }

        @Override
        public void ignore(Call call) {
            ignored.add(call.id());
            deeds.ignore(call);
            IncomingWindow window = windows.remove(call.id());
            if (window != null) {
                window.dispose();
            }
            arrange();
        }

        @Override
        public void write(Call call, String address) {
            deeds.decline(call);
            openings.talk(address);
        }

        @Override
        public void sendOn(Call call, Component over) {
            dialogs.sendOn(call, over);
        }

        @Override
        public boolean hasVoicemail(Call call) {
            return IncomingCalls.this.hasVoicemail(call);
        }

        @Override
        public void toVoicemail(Call call) {
            deeds.toVoicemail(call);
        }
    }
}
