package org.lamplight.ui.chat;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileFilter;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.export.ExportFormat;
import org.lamplight.chat.export.Heading;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Strip;

/** What one does with a talk as a whole: asks where something is lost, says what came of what takes a while. EDT. */
final class HistoryDeeds {
    private static final int SOON_MS = 2000;

    /** What the deeds need of the pane. */
    interface Told {
        /** In place of what was said before; null: nothing is to be said any more. */
        void say(@Nullable Strip strip);

        void refuse(String sentence);
    }

    private final Domain domain;
    private final Texts texts;
    private final Component over;
    private final Told told;
    private @Nullable File last;

    HistoryDeeds(Domain domain, Texts texts, Component over, Told told) {
        this.domain = domain;
        this.texts = texts;
        this.over = over;
        this.told = told;
    }

    /** Asks where to, and writes the talk there. */
    void export(String peer, String name) {
        JFileChooser chooser = new JFileChooser(last);
        chooser.setName("export");
        chooser.setDialogTitle(texts.get("export.title", name));
        chooser.setDialogType(JFileChooser.SAVE_DIALOG);
        chooser.setAcceptAllFileFilterUsed(false);
        for (ExportFormat format : ExportFormat.values()) {
            chooser.addChoosableFileFilter(
                    new FileNameExtensionFilter(texts.get("export." + format.word()), format.ending()));
        }
        chooser.setFileFilter(chooser.getChoosableFileFilters()[0]);
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._-]", "_");
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), plain));
        if (chooser.showDialog(over, texts.get("export.ok")) == JFileChooser.APPROVE_OPTION) {
            last = chooser.getCurrentDirectory();
            ExportFormat format = format(chooser.getFileFilter());
            Optional.ofNullable(chooser.getSelectedFile())
                    .map(file -> withEnding(file.toPath(), format))
                    .filter(this::mayBeWritten)
                    .ifPresent(file -> write(peer, name, format, file));
        }
    }

    private static ExportFormat format(@Nullable FileFilter chosen) {
        return chosen instanceof FileNameExtensionFilter filter
                ? ExportFormat.of(filter.getExtensions()[0]).orElse(ExportFormat.TEXT)
                : ExportFormat.TEXT;
    }

    private static Path withEnding(Path file, ExportFormat format) {
        String name = String.valueOf(file.getFileName());
        boolean has = ExportFormat.ofFile(name).filter(format::equals).isPresent();
        return has ? file : file.resolveSibling(name + "." + format.ending());
    }

    private boolean mayBeWritten(Path file) {
        if (!file.toFile().exists()) {
            return true;
        }
        AtomicBoolean may = new AtomicBoolean();
        dialog("export-exists", texts.get("export.exists.title"), texts.get("export.exists.ok"))
                .say(texts.get("export.exists.say", String.valueOf(file.getFileName())))
                .ask(() -> {
                    may.set(true);
                    return "";
                });
        return may.get();
    }

    void write(String peer, String name, ExportFormat format, Path file) {
        AtomicBoolean stopped = new AtomicBoolean();
        Edt.Pending soon = Edt.after(
                SOON_MS,
                () -> told.say(strip(texts.get("export.busy"), texts.get("export.stop"), () -> stopped.set(true))));
        Heading heading = Heading.of(peer, name, domain.clock().getZone());
        Question.ask(
                domain.core(),
                () -> domain.exports().write(heading, format, file, stopped::get),
                count -> {
                    soon.cancel();
                    told.say(strip(texts.get("export.done", count, file), texts.get("close"), () -> told.say(null)));
                },
                sentence -> {
                    soon.cancel();
                    told.refuse(sentence);
                });
    }

    private static Strip strip(String words, String button, Runnable does) {
        Strip strip = new Strip(Strip.Tone.PLAIN, words).button("notice.button", button, does);
        strip.setName("notice");
        return strip;
    }

    /** Asks, and removes all of the talk that is kept here. */
    void delete(String peer, String name) {
        FormDialog form = dialog("history", texts.get("history.delete"), texts.get("history.delete.ok"));
        form.say(texts.get("history.delete.say", name)).destroying();
        form.ask(() -> {
            Question.ask(domain.core(), () -> domain.chats().retention().removeAll(peer), count -> {}, told::refuse);
            return "";
        });
    }

    private FormDialog dialog(String name, String title, String ok) {
        return new FormDialog(over, name, title, ok, texts.get("cancel"));
    }
}
