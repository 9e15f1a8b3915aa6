package org.lamplight.ui.skins;

import java.awt.Window;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JTextField;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.SkinDraft;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Stage;

/** What one does with a skin as a whole, and the questions that this asks. EDT. */
final class EditorDeeds {
    private enum Answer {
        SAVE,
        DROP,
        STAY
    }

    private final Window over;
    private final Stage stage;
    private final Texts texts;
    private final SkinEditing editing;
    private final SkinDesk desk;
    private final FileQuestions files;

    EditorDeeds(Window over, Stage stage, Texts texts, SkinEditing editing, SkinDesk desk) {
        this.over = over;
        this.stage = stage;
        this.texts = texts;
        this.editing = editing;
        this.desk = desk;
        this.files = new FileQuestions(over, texts);
    }

    /** Asks for the file of a picture. */
    void choosePicture() {
        Status status = editing.selected();
        files.picture().ifPresent(file -> editing.picture(status, file));
    }

    /** Saves, under a new name if the skin has none of its own yet, and then does the rest. */
    void save(Runnable then) {
        SkinDraft draft = editing.draft();
        if (!editing.changed() || editing.working()) {
            return;
        }
        if (draft.own() == null) {
            askName(draft, then);
        } else {
            editing.work(() -> desk.save(draft, draft.name()), texts.get("saved", draft.name()), then);
        }
    }

    private void askName(SkinDraft draft, Runnable then) {
        FormDialog form =
                new FormDialog(over, "skin-name", texts.get("name.title"), texts.get("save"), texts.get("cancel"));
        form.say(texts.get("name.say", String.valueOf(draft.basedOn())));
        JTextField name = form.field("skin-name.name", texts.get("name"), draft.name());
        form.askElsewhere(texts.get("working"), () -> {
            CompletableFuture<Void> saved = new CompletableFuture<>();
            String wanted = name.getText().strip();
            editing.run(
                    () -> desk.save(draft, wanted),
                    opened -> {
                        editing.goOn(opened, texts.get("saved", wanted));
                        saved.complete(null);
                        then.run();
                    },
                    why -> saved.completeExceptionally(new IllegalArgumentException(why)));
            return saved;
        });
    }

    /** Does this once nothing unsaved can be lost by it: asks first where there is something. */
    void settle(Runnable then) {
        if (!editing.changed()) {
            then.run();
            return;
        }
        Answer answer = ask();
        if (answer == Answer.SAVE) {
            save(then);
        } else if (answer == Answer.DROP) {
            editing.discard();
            then.run();
        }
    }

    private Answer ask() {
        AtomicReference<Answer> answer = new AtomicReference<>(Answer.STAY);
        FormDialog form = new FormDialog(
                over, "skin-unsaved", texts.get("unsaved.title"), texts.get("save"), texts.get("cancel"));
        form.say(texts.get("unsaved.say", editing.draft().name()));
        form.also("skin-unsaved.drop", texts.get("unsaved.drop"), () -> answer.set(Answer.DROP));
        form.ask(() -> {
            answer.set(Answer.SAVE);
            return "";
        });
        return Objects.requireNonNull(answer.get());
    }

    /** Uses and edits another skin. */
    void use(SkinDesk.Choice choice) {
        settle(() -> editing.work(() -> desk.use(choice.id()), texts.get("used", choice.name()), () -> {}));
    }

    /** Takes a skin that somebody packed, or another program's icons after asking which is which. */
    void importIcons() {
        settle(() -> files.iconSet()
                .ifPresent(file -> editing.run(() -> IconSet.read(desk, file), this::take, editing::refuse)));
    }

    private void take(IconSet set) {
        if (set.skin() != null) {
            editing.goOn(set.skin(), texts.get("imported", set.skin().name()));
            return;
        }
        new ImportDialog(over, stage, texts, editing, desk, set).setVisible(true);
    }

    /** Packs the skin as it was saved. */
    void export() {
        settle(() -> {
            SkinDesk.Opened opened = editing.opened();
            String name = opened.name();
            files.zip(opened.id())
                    .ifPresent(zip -> editing.run(
                            () -> desk.pack(opened.id(), zip),
                            done -> editing.say(texts.get("exported", name, String.valueOf(done.getFileName()))),
                            editing::refuse));
        });
    }
}
