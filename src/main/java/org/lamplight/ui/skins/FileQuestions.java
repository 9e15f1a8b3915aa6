package org.lamplight.ui.skins;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.FormDialog;

/** Asks for files, each time beginning where the last one was found. EDT. */
final class FileQuestions {
    private final Component over;
    private final Texts texts;
    private @Nullable File last;

    FileQuestions(Component over, Texts texts) {
        this.over = over;
        this.texts = texts;
    }

    /** A picture for a status. */
    Optional<Path> picture() {
        JFileChooser chooser = chooser("file.picture", JFileChooser.FILES_ONLY);
        chooser.setFileFilter(
                new FileNameExtensionFilter(texts.get("file.pictures"), "svg", "png", "gif", "bmp", "ico"));
        return ask(chooser, texts.get("file.picture.ok"));
    }

    /** An icon set, packed or as a folder. */
    Optional<Path> iconSet() {
        return ask(chooser("file.import", JFileChooser.FILES_AND_DIRECTORIES), texts.get("file.import.ok"));
    }

    /** A zip to write; whoever names one that exists was asked whether it may be replaced. */
    Optional<Path> zip(String name) {
        JFileChooser chooser = chooser("file.export", JFileChooser.FILES_ONLY);
        chooser.setDialogType(JFileChooser.SAVE_DIALOG);
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name + ".zip"));
        return ask(chooser, texts.get("file.export.ok"))
                .map(FileQuestions::endingInZip)
                .filter(this::mayBeWritten);
    }

    private static Path endingInZip(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? file : file.resolveSibling(name + ".zip");
    }

    private boolean mayBeWritten(Path file) {
        if (!file.toFile().exists()) {
            return true;
        }
        AtomicBoolean may = new AtomicBoolean();
        new FormDialog(
                        over,
                        "skin-exists",
                        texts.get("file.exists.title"),
                        texts.get("file.exists.ok"),
                        texts.get("cancel"))
                .say(texts.get("file.exists.say", String.valueOf(file.getFileName())))
                .destroying()
                .ask(() -> {
                    may.set(true);
                    return "";
                });
        return may.get();
    }

    private JFileChooser chooser(String key, int kinds) {
        JFileChooser chooser = new JFileChooser(last);
        chooser.setName("skin." + key);
        chooser.setDialogTitle(texts.get(key));
        chooser.setFileSelectionMode(kinds);
        return chooser;
    }

    private Optional<Path> ask(JFileChooser chooser, String approve) {
        if (chooser.showDialog(over, approve) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        last = chooser.getCurrentDirectory();
        return Optional.ofNullable(chooser.getSelectedFile()).map(File::toPath);
    }
}
