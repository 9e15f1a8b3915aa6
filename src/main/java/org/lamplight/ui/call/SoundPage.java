package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.CallTone;
import org.lamplight.call.MediaEngine;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Column;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Latest;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Phone;
import org.lamplight.ui.kit.Plain;

/** What one speaks into, listens on, and what rings; a choice holds at once. EDT. */
public final class SoundPage extends Column {
    private static final long serialVersionUID = 1L;
    private static final int TEST_MILLIS = 2_000;

    private final transient Texts texts;
    private final transient Phone phone;
    private final transient EchoTest echo;
    private final transient HeadsetRow buttons;
    private final transient Map<Use, Row> rows = new EnumMap<>(Use.class);

    public SoundPage(Texts texts, Domain domain, Mirrors mirrors) {
        super(new MigLayout("insets 20 24 20 24, gap 12 8, wrap 3, fillx, hidemode 3", "[112!][grow,fill][80!,fill]"));
        this.texts = texts;
        this.phone = domain.phone();
        this.echo = new EchoTest(domain, mirrors, texts, this);
        this.buttons = new HeadsetRow(texts, phone.headsets());
        setName("sound.page");
        JLabel title = Plain.label(texts.get("sound.title"));
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        add(title, "span, gapbottom 8");
        phone.sound().ifPresentOrElse(this::layOut, this::none);
    }

    private void none() {
        add(new EmptyState("headset", texts.get("sound.nothing"), texts.get("sound.nothing.say")), "span, grow, push");
    }

    private void layOut(MediaEngine sound) {
        for (Use use : Use.values()) {
            rows.put(use, new Row(sound, use));
        }
        add(echo.label());
        add(echo.says(), "wmin 0");
        add(echo.button(), "h 32!");
        buttons.lay(this);
        add(new VoiceChoices(texts, phone), "span, growx, wmin 0");
        JLabel hint = Plain.label(texts.get("sound.hint"));
        hint.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; foreground: $Lamplight.text2");
        add(hint, "span, growx, gaptop 4, wmin 0");
        refresh();
    }

    /** Asks anew which devices there are: one may have been plugged in. */
    public void refresh() {
        rows.values().forEach(Row::refresh);
        echo.refresh();
        buttons.refresh();
    }

    private String words(String name) {
        if (name.equals(AudioDevices.DEFAULT) || name.equals(AudioDevices.NONE)) {
            return texts.get("sound." + name);
        }
        return name.startsWith(AudioDevices.FILE)
                ? texts.get("sound.file", PlainText.line(name.substring(AudioDevices.FILE.length())))
                : PlainText.line(name);
    }

    /** A device as the list names it. */
    private record Choice(String name, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** One use with its devices, and how to try it. */
    private final class Row {
        private final MediaEngine sound;
        private final Use use;
        private final Latest asked = new Latest(new Beside("devices"));
        private final JComboBox<Choice> box = Plain.plain(new JComboBox<>());
        private boolean filling;

        Row(MediaEngine sound, Use use) {
            this.sound = sound;
            this.use = use;
            String word = texts.get("sound." + use.word());
            JLabel label = Plain.label(word);
            label.setLabelFor(box);
            box.setName("sound." + use.word());
            box.getAccessibleContext().setAccessibleName(word);
            Keys.openByArrows(box);
            box.addActionListener(event -> chosen());
            add(label);
            add(box, "wmin 0, h 32!");
            add(use == Use.SPEAK ? new MicrophoneTest(texts, sound, SoundPage.this) : test(), "h 32!");
            fill(List.of());
        }

        private JButton test() {
            JButton made = new JButton(texts.get("sound.test." + use.word()));
            made.setName("sound.test." + use.word());
            made.addActionListener(event -> play(made));
            return made;
        }

        /** For two seconds, as it will be heard. */
        private void play(JButton button) {
            button.setEnabled(false);
            MediaEngine.Playing playing = sound.play(use == Use.RING ? CallTone.RINGING : CallTone.RING_BACK);
            Edt.after(TEST_MILLIS, () -> {
                playing.close();
                button.setEnabled(true);
            });
        }

        void refresh() {
            asked.ask(() -> sound.devices().names(use), this::fill, failed -> fill(List.of()));
        }

        /** The chosen one is among them even while it is not plugged in. */
        private void fill(List<String> names) {
            String chosen = sound.devices().chosen(use);
            List<String> all = new ArrayList<>(names);
            if (!all.contains(AudioDevices.DEFAULT)) {
                all.add(0, AudioDevices.DEFAULT);
            }
            boolean there = all.contains(chosen) || chosen.equals(AudioDevices.NONE);
            if (!all.contains(AudioDevices.NONE)) {
                all.add(AudioDevices.NONE);
            }
            DefaultComboBoxModel<Choice> model = new DefaultComboBoxModel<>();
            all.forEach(name -> model.addElement(new Choice(name, words(name))));
            if (!there) {
                boolean file = chosen.startsWith(AudioDevices.FILE) || names.isEmpty();
                String plain = words(chosen);
                model.addElement(new Choice(chosen, file ? plain : texts.get("sound.away", plain)));
            }
            filling = true;
            box.setModel(model);
            for (int i = 0; i < model.getSize(); i++) {
                if (model.getElementAt(i).name().equals(chosen)) {
                    box.setSelectedIndex(i);
                }
            }
            filling = false;
        }

        private void chosen() {
            if (!filling && box.getSelectedItem() instanceof Choice choice) {
                phone.useDevice().accept(use, choice.name());
            }
        }
    }
}
