package org.lamplight.ui.call;

import java.util.function.BiFunction;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.VoiceWishes;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Phone;
import org.lamplight.ui.kit.Plain;

/** What is done to the voice on its way from the microphone; a choice holds at once. EDT. */
final class VoiceChoices extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Phone phone;
    private transient VoiceWishes shown;

    VoiceChoices(Texts texts, Phone phone) {
        super(new MigLayout("insets 0, gap 12 4, wrap 2", "[112!][]"));
        this.texts = texts;
        this.phone = phone;
        setOpaque(false);
        JLabel label = Plain.label(texts.get("sound.clean"));
        VoiceWishes now = phone.voice().get();
        shown = now;
        add(label);
        add(box("echo", now.echo(), (all, on) -> new VoiceWishes(on, all.noise(), all.level())));
        add(box("noise", now.noise(), (all, on) -> new VoiceWishes(all.echo(), on, all.level())), "skip");
        add(box("level", now.level(), (all, on) -> new VoiceWishes(all.echo(), all.noise(), on)), "skip");
    }

    private JCheckBox box(String which, boolean on, BiFunction<VoiceWishes, Boolean, VoiceWishes> changed) {
        JCheckBox box = Plain.plain(new JCheckBox(texts.get("sound.clean." + which), on));
        box.setName("sound.clean." + which);
        box.setOpaque(false);
        box.addActionListener(event -> {
            VoiceWishes before = shown;
            shown = changed.apply(before, box.isSelected());
            phone.wishVoice().accept(before, shown);
        });
        return box;
    }
}
