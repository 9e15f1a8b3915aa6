package org.lamplight.ui.hub;

import java.awt.Component;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.filechooser.FileNameExtensionFilter;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureForm;
import org.lamplight.ui.kit.AccountsMirror;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Portraits;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.picture.PictureReader;
import org.lamplight.ui.picture.PublishedForm;
import org.lamplight.ui.picture.Square;
import org.lamplight.ui.picture.Unreadable;

/** Asks for one's own picture, shows how it will look, and publishes it or takes it back. EDT. */
final class MyPicture {
    private static final int SIDE = 96;
    private static final long MOST_FILE_BYTES = 32L * 1024 * 1024;

    private final Domain domain;
    private final Stage stage;
    private final Texts texts;
    private final AccountsMirror accounts;
    private final PictureForm form = new PublishedForm();
    private final Beside beside = new Beside("my-picture");
    private final JLabel preview = new JLabel();
    private @Nullable File folder;
    private @Nullable OwnPicture chosen;

    MyPicture(Domain domain, Stage stage, Texts texts, AccountsMirror accounts) {
        this.domain = domain;
        this.stage = stage;
        this.texts = texts;
        this.accounts = accounts;
        preview.setName("picture.preview");
    }

    void ask(Component over) {
        chosen = null;
        show(stage.reading().portraits());
        FormDialog dialog = new FormDialog(
                over, "picture", texts.get("picture.title"), texts.get("picture.ok"), texts.get("cancel"));
        dialog.say(texts.get("picture.say"));
        dialog.across(choice(dialog));
        if (stage.reading().portraits().of(accounts.ownAddress(), SIDE) != null) {
            dialog.also("picture.remove", texts.get("picture.remove"), () -> publish(Optional.empty()));
        }
        dialog.askElsewhere(texts.get("picture.busy"), this::publishChosen);
    }

    private JPanel choice(FormDialog dialog) {
        JPanel choice = new JPanel(new MigLayout("insets 0, gap 12", "[96!][]", "[96!]"));
        JButton button = new JButton(texts.get("picture.choose"));
        button.setName("picture.choose");
        button.addActionListener(event -> choose(dialog));
        choice.add(preview);
        choice.add(button);
        return choice;
    }

    private void show(Portraits portraits) {
        preview.setIcon(new Avatar(accounts.ownName(), accounts.ownAddress(), SIDE, portraits));
    }

    private void choose(FormDialog over) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setName("picture.file");
        chooser.setDialogTitle(texts.get("picture.title"));
        chooser.setFileFilter(new FileNameExtensionFilter(texts.get("picture.files"), "png", "jpg", "jpeg", "gif"));
        if (chooser.showDialog(over, texts.get("picture.take")) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            take(over, chooser.getSelectedFile().toPath());
        }
    }

    /** Reads it beside the EDT. */
    private void take(FormDialog dialog, Path file) {
        beside.start(
                () -> made(file),
                made -> taken(dialog, made),
                refused -> dialog.problem(String.valueOf(refused.getMessage())));
    }

    private record Made(OwnPicture picture, BufferedImage image) {}

    private Made made(Path file) throws PictureForm.Unusable, Unreadable {
        OwnPicture picture = form.make(read(file));
        return new Made(picture, PictureReader.square(picture.png(), picture.side(), PictureReader.MOST_PIXELS));
    }

    private byte[] read(Path file) throws PictureForm.Unusable {
        String name = PlainText.line(String.valueOf(file.getFileName()));
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_FILE_BYTES) {
                return Files.readAllBytes(file);
            }
        } catch (IOException unread) {
            throw new PictureForm.Unusable(texts.get("picture.unread", name));
        }
        throw new PictureForm.Unusable(texts.get("picture.unread", name));
    }

    private void taken(FormDialog dialog, Made made) {
        chosen = made.picture();
        dialog.problem("");
        show(new Preview(made.image()));
    }

    private CompletableFuture<?> publishChosen() {
        OwnPicture picture = chosen;
        return picture == null
                ? CompletableFuture.failedFuture(new PictureForm.Unusable(texts.get("picture.first")))
                : publish(Optional.of(picture));
    }

    private CompletableFuture<Void> publish(Optional<OwnPicture> picture) {
        return domain.core().ask(() -> domain.pictures().publish(picture)).thenCompose(published -> published);
    }

    /** One picture, whoever is asked for. */
    private record Preview(BufferedImage image) implements Portraits {
        @Override
        public Image of(String address, int pixels) {
            return Square.shrunk(image, pixels);
        }

        @Override
        public void listen(Runnable changed) {}
    }
}
