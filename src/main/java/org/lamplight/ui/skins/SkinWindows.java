package org.lamplight.ui.skins;

import org.jspecify.annotations.Nullable;
import org.lamplight.skin.Skins;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Stage;

/** The windows about icons, made when they are first asked for. EDT. */
public final class SkinWindows {
    private final Stage stage;
    private final Skins skins;
    private @Nullable LegendWindow legend;

    public SkinWindows(Stage stage, Skins skins) {
        this.stage = stage;
        this.skins = skins;
    }

    /** Shows what the icons mean. */
    public void openLegend() {
        Edt.requireEdt();
        LegendWindow window = legend;
        if (window == null) {
            window = new LegendWindow(stage, skins);
            legend = window;
        }
        window.present();
    }
}
