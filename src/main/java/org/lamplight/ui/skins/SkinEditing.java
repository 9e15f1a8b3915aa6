package org.lamplight.ui.skins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;
import org.lamplight.skin.Hues;
import org.lamplight.skin.Sight;
import org.lamplight.skin.SkinDraft;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Latest;

/**
 * What is edited and what is seen of it. Drawing, measuring, reading and writing are done beside the EDT, to which all
 * methods belong; listeners hear when something is to be shown anew.
 */
final class SkinEditing {
    private final Beside beside = new Beside("skin-editor");
    private final Latest drawing = new Latest(beside);
    private final Latest looking = new Latest(beside);
    private final List<Runnable> listeners = new ArrayList<>();
    private final SkinDesk desk;
    private final Supplier<Hues> theme;
    private final DoubleSupplier scale;
    private final Refusals refusals;

    private SkinDesk.Opened opened;
    private EditHistory history;
    private Status status = Status.AVAILABLE;
    private Sight sight = Sight.FULL;
    private Shown shown;
    private String problem = "";
    private String message = "";
    private boolean refused;
    private boolean working;
    private final List<Runnable> waiting = new ArrayList<>();
    private SkinDesk.@Nullable Opened onDisk;

    /**
     * @param theme the hues of the theme of the moment
     * @param scale pixels of the device per unit of the design
     */
    SkinEditing(
            SkinDesk desk,
            SkinDesk.Opened opened,
            Shown shown,
            Supplier<Hues> theme,
            DoubleSupplier scale,
            Refusals refusals) {
        this.desk = desk;
        this.opened = opened;
        this.history = new EditHistory(opened.draft());
        this.shown = shown;
        this.theme = theme;
        this.scale = scale;
        this.refusals = refusals;
        desk.skins().listen(() -> Edt.later(this::lookAtDisk));
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    // ---- what is shown

    Shown shown() {
        return shown;
    }

    SkinDesk.Opened opened() {
        return opened;
    }

    /** What is wrong with the picture that was chosen last; empty if nothing. */
    String problem() {
        return problem;
    }

    /** What became of the last deed; empty if there is nothing to say. */
    String message() {
        return message;
    }

    boolean refused() {
        return refused;
    }

    boolean working() {
        return working;
    }

    /** What lies on the disk if that is not what the editing began with. */
    SkinDesk.@Nullable Opened onDisk() {
        return onDisk;
    }

    SkinDraft draft() {
        return history.now();
    }

    boolean changed() {
        return history.now().changed();
    }

    boolean canUndo() {
        return history.canUndo();
    }

    boolean canRedo() {
        return history.canRedo();
    }

    // ---- looking

    void select(Status other) {
        if (status != other) {
            status = other;
            problem = "";
            draw();
        }
    }

    Status selected() {
        return status;
    }

    void see(Sight with) {
        sight = with;
        draw();
    }

    /** Draws what is to be seen, and shows it once that is done. */
    void draw() {
        Shown before = shown;
        Shown.Wanted wanted = new Shown.Wanted(history.now(), status, sight, theme.get(), scale.getAsDouble());
        drawing.ask(
                () -> before.then(wanted),
                drawn -> {
                    shown = drawn;
                    tell();
                },
                bug -> refuse(refusals.of(bug)));
        tell();
    }

    // ---- editing

    /** Changes what concerns this status; null: none in particular. While something is written, that comes first. */
    void change(@Nullable Status about, UnaryOperator<SkinDraft> how) {
        if (working) {
            waiting.add(() -> change(about, how));
            return;
        }
        history.change(how.apply(history.now()), about);
        problem = "";
        message = "";
        draw();
    }

    /** Takes the picture of this file for this status, or says why it can't. */
    void picture(Status of, Path file) {
        if (working) {
            waiting.add(() -> picture(of, file));
            return;
        }
        SkinDraft before = history.now();
        beside.start(
                () -> before.picture(of, file),
                draft -> {
                    if (history.now().equals(before) && !working) {
                        status = of;
                        change(of, any -> draft);
                    } else {
                        // something else was changed or saved while the file was read: both are to hold
                        picture(of, file);
                    }
                },
                broken -> {
                    status = of;
                    draw();
                    problem = refusals.of(broken);
                    tell();
                });
    }

    void undo() {
        if (!working) {
            moveTo(history.undo());
        }
    }

    void redo() {
        if (!working) {
            moveTo(history.redo());
        }
    }

    private void moveTo(@Nullable Status about) {
        status = about == null ? status : about;
        problem = "";
        message = "";
        draw();
    }

    /** Takes all changes back for good. */
    void discard() {
        begin(opened);
    }

    private void begin(SkinDesk.Opened other) {
        opened = other;
        onDisk = null;
        looking.drop();
        history = new EditHistory(other.draft());
        problem = "";
        draw();
    }

    // ---- reading and writing

    /** Does this beside the EDT and goes on with the skin that comes of it; says so, then does the rest. */
    void work(Callable<SkinDesk.Opened> work, String done, Runnable then) {
        run(
                work,
                other -> {
                    goOn(other, done);
                    then.run();
                },
                this::refuse);
    }

    /** Does this beside the EDT while no other such work is done; {@code failed} hears why not, as a sentence. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        working = true;
        tell();
        beside.start(work, made -> end(() -> done.accept(made)), why -> end(() -> failed.accept(refusals.of(why))));
    }

    private void end(Runnable result) {
        working = false;
        tell();
        // may ask something, and waits then
        result.run();
        List<Runnable> late = List.copyOf(waiting);
        waiting.clear();
        late.forEach(Runnable::run);
        lookAtDisk();
    }

    /** Goes on with a skin that was read or written elsewhere. */
    void goOn(SkinDesk.Opened other, String done) {
        begin(other);
        say(done);
    }

    void say(String sentence) {
        message = sentence;
        refused = false;
        tell();
    }

    void refuse(String sentence) {
        message = sentence;
        refused = true;
        tell();
    }

    /** Looks whether the skin in use is still the one that was read, as files may be saved by other programs. */
    void lookAtDisk() {
        if (!working) {
            looking.ask(desk::open, this::compare, bug -> refuse(refusals.of(bug)));
        }
    }

    private void compare(SkinDesk.Opened now) {
        if (working) {
            return;
        }
        if (now.id().equals(opened.id()) && now.print().equals(opened.print())) {
            onDisk = null;
            opened = new SkinDesk.Opened(opened.id(), opened.draft(), opened.print(), now.all());
            tell();
            return;
        }
        if (changed()) {
            onDisk = now;
            tell();
        } else {
            begin(now);
        }
    }

    /** Goes on with what lies on the disk; the own changes are lost. */
    void readAnew() {
        if (onDisk != null) {
            begin(onDisk);
        }
    }
}
