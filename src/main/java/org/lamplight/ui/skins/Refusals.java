package org.lamplight.ui.skins;

import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.skin.BrokenIcon;
import org.lamplight.skin.BrokenSkin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why something could not be done, as a sentence for the user. Any thread. */
record Refusals(Texts texts) {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    String of(Exception failed) {
        boolean sentence = failed instanceof BrokenIcon
                || failed instanceof BrokenSkin
                || failed instanceof IllegalArgumentException;
        String said = failed.getMessage();
        if (sentence && said != null) {
            LOG.info("{}", said, failed.getCause());
            return PlainText.line(said);
        }
        LOG.error("The skin editor could not do that", failed);
        return texts.get("failed");
    }
}
