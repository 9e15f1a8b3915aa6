package org.lamplight.ui.skins;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.Hues;
import org.lamplight.skin.Sight;
import org.lamplight.skin.Skins;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows about icons, made when they are first asked for. EDT. */
public final class SkinWindows {
    private static final Logger LOG = LoggerFactory.getLogger(SkinWindows.class);

    private final Stage stage;
    private final Texts texts;
    private final SkinDesk desk;
    private final Beside beside = new Beside("skin-windows");
    private @Nullable LegendWindow legend;
    private @Nullable SkinEditorWindow editor;

    /** @param chosen remembers which skin was chosen, by its name; called on any thread */
    public SkinWindows(Stage stage, Skins skins, Consumer<String> chosen) {
        this.stage = stage;
        this.texts = stage.texts(SkinWindows.class);
        this.desk = new SkinDesk(skins, chosen);
    }

    /** Shows what the icons mean. */
    public void openLegend() {
        Edt.requireEdt();
        LegendWindow window = legend;
        if (window == null) {
            window = new LegendWindow(stage, desk.skins());
            legend = window;
        }
        window.present();
    }

    /** Shows the editor, the first time once the skin in use is read. The future completes on the EDT when it shows. */
    public CompletableFuture<Void> openEditor() {
        Edt.requireEdt();
        CompletableFuture<Void> shown = new CompletableFuture<>();
        if (editor != null) {
            editor.present();
            shown.complete(null);
            return shown;
        }
        Hues theme = stage.theme().hues();
        double scale = Look.px(100) / 100.0;
        beside.start(
                () -> First.read(desk, theme, scale),
                first -> {
                    if (editor == null) {
                        editor = new SkinEditorWindow(stage, texts, desk, first.opened(), first.shown());
                    }
                    editor.present();
                    shown.complete(null);
                },
                bug -> {
                    LOG.error("The skin editor could not be opened", bug);
                    shown.completeExceptionally(bug);
                });
        return shown;
    }

    /** What the editor shows first. */
    private record First(SkinDesk.Opened opened, Shown shown) {
        static First read(SkinDesk desk, Hues theme, double scale) {
            SkinDesk.Opened opened = desk.open();
            return new First(
                    opened, Shown.of(new Shown.Wanted(opened.draft(), Status.AVAILABLE, Sight.FULL, theme, scale)));
        }
    }

    /** Does this once no unsaved skin can be lost by it: asks first if one is being edited. */
    public void settle(Runnable then) {
        Edt.requireEdt();
        if (editor == null) {
            then.run();
        } else {
            editor.settle(then);
        }
    }
}
