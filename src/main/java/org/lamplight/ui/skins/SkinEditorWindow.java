package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;
import org.lamplight.ui.kit.WindowFrame;

/** Says which icon each status has, shows what comes of it, and saves that as an own skin. EDT. */
final class SkinEditorWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(900, 720);
    private static final Dimension LEAST = new Dimension(520, 320);

    private final transient Texts texts;
    private final transient SkinEditing editing;
    private final transient EditorDeeds deeds;
    private final StatusList statuses;
    private final Strip onDisk;

    SkinEditorWindow(Stage stage, Texts texts, SkinDesk desk, SkinDesk.Opened opened, Shown shown) {
        super("skin-editor", texts.get("editor.title"), FIRST, LEAST, stage.places());
        this.texts = texts;
        editing = new SkinEditing(desk, opened, shown, stage.theme()::hues, () -> scale(this), new Refusals(texts));
        deeds = new EditorDeeds(this, stage, texts, editing, desk);
        statuses = new StatusList(stage, texts, editing);
        onDisk = new Strip(Strip.Tone.AMBER, "").button("skin.readAnew", texts.get("disk.ok"), editing::readAnew);
        layOut(stage);
        bind();
        editing.listen(this::refresh);
        refresh();
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                shut();
            }
        });
    }

    /** How many pixels of the screen of this window, or of a first one, a unit of the design has. */
    static double scale(Component window) {
        double device = window.getGraphicsConfiguration() == null
                ? 1
                : window.getGraphicsConfiguration().getDefaultTransform().getScaleX();
        return device * Look.px(100) / 100.0;
    }

    private void layOut(Stage stage) {
        JPanel all = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]"));
        all.add(new EditorHead(texts, editing, deeds), "wmin 0");
        all.add(new Line(), "h 1!");
        all.add(onDisk, "wmin 0");
        JPanel body = new JPanel(new MigLayout("insets 0, gap 0", "[172:252:252,fill][1!][grow,fill]", "[grow,fill]"));
        Scroller list = new Scroller(statuses);
        list.getVerticalScrollBar().putClientProperty(FlatClientProperties.STYLE, "track: $Panel.background");
        body.add(list, "wmin 0, hmin 0");
        body.add(new Line());
        StatusPage page = new StatusPage(stage, texts, editing, deeds::choosePicture);
        body.add(new Scroller(page).followingFocus(), "wmin 0, hmin 0");
        all.add(body, "hmin 0, wmin 0, growy, pushy");
        all.add(new Line(), "h 1!");
        all.add(new EditorFoot(texts, editing, deeds), "wmin 0");
        setContentPane(all);
    }

    private void bind() {
        Keys.bindWithin(getRootPane(), "ctrl Z", editing::undo);
        Keys.bindWithin(getRootPane(), "ctrl shift Z", editing::redo);
        Keys.bindWithin(getRootPane(), "ctrl Y", editing::redo);
        Keys.bindWithin(getRootPane(), "ctrl S", () -> deeds.save(() -> {}));
        Keys.bindWithin(getRootPane(), "ctrl W", this::shut);
        Keys.bind(statuses, "ENTER", deeds::choosePicture);
        Keys.bind(statuses, "DELETE", () -> StatusPage.toOriginal(editing));
    }

    private void refresh() {
        SkinDesk.Opened found = editing.onDisk();
        onDisk.setVisible(found != null);
        if (found != null) {
            boolean same = found.id().equals(editing.opened().id());
            onDisk.say(same ? texts.get("disk.changed") : texts.get("disk.other", found.name()));
        }
    }

    /** Shows it as the skin in use is now. */
    @Override
    public void present() {
        editing.lookAtDisk();
        super.present();
    }

    private void shut() {
        deeds.settle(() -> setVisible(false));
    }

    /** Does this once nothing unsaved can be lost by it. */
    void settle(Runnable then) {
        if (isVisible()) {
            deeds.settle(then);
        } else {
            then.run();
        }
    }

    @Override
    protected Component firstFocus() {
        return statuses;
    }
}
