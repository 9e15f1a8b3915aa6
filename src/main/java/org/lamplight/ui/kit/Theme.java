package org.lamplight.ui.kit;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;
import org.lamplight.skin.Hues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Light, dark, or as the system is. Install it once, before the first component; all methods belong on the EDT. */
public final class Theme {

    /** What the person chose. */
    public enum Choice {
        LIGHT,
        DARK,
        SYSTEM
    }

    private static final Logger LOG = LoggerFactory.getLogger(Theme.class);
    private static final int BODY = 13;

    private final Consumer<Choice> keep;
    private Choice choice;

    /**
     * @param first what was chosen when the program last ran
     * @param keep remembers a new choice; called on the EDT, must not block
     */
    public Theme(Choice first, Consumer<Choice> keep) {
        this.choice = first;
        this.keep = keep;
    }

    /** Prepares fonts and scale, then puts the theme on. */
    public void install() {
        Edt.requireEdt();
        // FlatLaf would count Linux font sizes from 15; with 13 the scale of everything is exactly the zoom
        System.setProperty("flatlaf.uiScale.fontSizeDivider", Integer.toString(BODY));
        FlatInterFont.install();
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.registerCustomDefaultsSource("org.lamplight.ui.kit.theme");
        UIManager.put("ToolTipUI", PlainToolTip.class.getName());
        int size = Math.round(BODY * SystemLook.zoom());
        UIManager.put("defaultFont", new FontUIResource(FlatInterFont.FAMILY, Font.PLAIN, size));
        UIManager.put("Lamplight.name.font", new FontUIResource(medium().deriveFont((float) size)));
        putOn();
    }

    /** Weight 500, which FlatLaf's set of Inter lacks. */
    private static Font medium() {
        try (InputStream in = Theme.class.getResourceAsStream("fonts/Inter-Medium.otf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            LOG.warn("The font of names can't be read", e);
            return new Font(FlatInterFont.FAMILY, Font.PLAIN, BODY);
        }
    }

    /** Changes all windows at once, and remembers it. */
    public void use(Choice wanted) {
        Edt.requireEdt();
        choice = wanted;
        keep.accept(wanted);
        putOn();
        FlatLaf.updateUI();
    }

    public Choice choice() {
        return choice;
    }

    /** The presence hues of the theme that is on. */
    public Hues hues() {
        return new Hues(
                hue("Lamplight.presence.welcome"),
                hue("Lamplight.presence.maybe"),
                hue("Lamplight.presence.notNow"),
                hue("Lamplight.presence.nobody"),
                FlatLaf.isLafDark());
    }

    private void putOn() {
        boolean dark = choice == Choice.SYSTEM ? SystemLook.dark() : choice == Choice.DARK;
        FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
    }

    private static int hue(String key) {
        Color color = UIManager.getColor(key);
        return color == null ? 0 : color.getRGB() & 0xFFFFFF;
    }
}
