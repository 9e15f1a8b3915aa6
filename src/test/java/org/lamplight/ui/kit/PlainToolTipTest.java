package org.lamplight.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JLabel;
import javax.swing.JToolTip;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;

/** What others wrote is no page, in tooltips either. */
class PlainToolTipTest {
    @Test
    void aTooltipIsNeverAPage() throws Exception {
        AtomicReference<JToolTip> shown = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> {
            new Theme(Theme.Choice.LIGHT, choice -> {}).install();
            JLabel topic = new JLabel();
            topic.setToolTipText("<html><img src='http://127.0.0.1:9/seen.png'>");
            JToolTip tip = topic.createToolTip();
            tip.setTipText(topic.getToolTipText());
            shown.set(tip);
        });
        assertThat(shown.get().getClientProperty(BasicHTML.propertyKey)).isNull();
    }
}
