package org.lamplight.app;

import java.awt.Window;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.call.CallDeeds;
import org.lamplight.ui.call.CallSettingsWindow;
import org.lamplight.ui.call.CallWindow;
import org.lamplight.ui.call.ForwardDialog;
import org.lamplight.ui.call.IncomingCalls;
import org.lamplight.ui.call.SoundWindow;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.Stage;

/** The windows for calls: what rings, what goes on, and what it is heard with. EDT. */
final class CallFace {
    private final Domain domain;
    private final Stage stage;
    private final Mirrors mirrors;
    private final CallWindow window;
    private final Window hub;
    private final ForwardDialog forward;
    private @Nullable SoundWindow sound;
    private @Nullable CallSettingsWindow settings;

    /** @param hub what dialogs that concern no call stand over */
    CallFace(Domain domain, Stage stage, Mirrors mirrors, Openings openings, Window hub) {
        this.domain = domain;
        this.stage = stage;
        this.mirrors = mirrors;
        this.hub = hub;
        this.forward = new ForwardDialog(domain, stage, mirrors);
        window = new CallWindow(domain, stage, mirrors);
        new IncomingCalls(domain, stage, mirrors, openings, new CallDeeds(domain, window::refused));
    }

    /** Opens the window of this name. Returns whether it is one of these. */
    boolean open(String name) {
        switch (name) {
            case "sound" -> openSound();
            case "calls" -> openSettings();
            // it waits for its answer, and whoever had it opened need not
            case "forward" -> Edt.later(() -> forward.ask(hub));
            case "call" -> window.present();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void openSettings() {
        if (settings == null) {
            settings = new CallSettingsWindow(domain, stage);
        }
        settings.present();
    }

    private void openSound() {
        if (sound == null) {
            sound = new SoundWindow(domain, stage, mirrors);
        }
        sound.present();
    }
}
