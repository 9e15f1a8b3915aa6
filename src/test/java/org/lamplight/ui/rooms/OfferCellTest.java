package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javax.swing.JList;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Theme;

/** Whatever people are called, the list that offers them is neither a sliver nor as wide as the window. */
@Requires(Part.DISPLAY)
class OfferCellTest {
    private static final List<OfferCell.Offer> SOME = List.of(
            new OfferCell.Offer("Ada", "ada@engine.example"),
            new OfferCell.Offer("Grace Hopper", "grace.hopper.of.the.long.address@navy.example"),
            new OfferCell.Offer("Her Excellency the Much Too Long Name of the Fifth Relay", "fifth@engine.example"));

    private static JList<OfferCell.Offer> list(List<OfferCell.Offer> offers, int least) {
        return GuiActionRunner.execute(() -> {
            JList<OfferCell.Offer> list = OfferCell.list("people");
            OfferCell.show(list, offers, least);
            list.setSize(list.getPreferredSize());
            return list;
        });
    }

    @Test
    void isAsWideAsItsNamesWithinBounds() {
        try (World world = new World()) {
            Screen screen = new Screen(world);
            assertThat(list(List.of(new OfferCell.Offer("Al", "")), 0).getWidth())
                    .isEqualTo(Look.px(220));
            assertThat(list(SOME, 0).getWidth()).isEqualTo(Look.px(360));
            assertThat(list(SOME.subList(0, 1), Look.px(300)).getWidth()).isEqualTo(Look.px(300));
            for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                screen.use(choice);
                Screen.shootPart("offer-" + choice.name().toLowerCase(Locale.ROOT), list(SOME, 0));
            }
        }
    }

    @Test
    void saysWhoItIs() {
        assertThat(SOME.get(0).spoken()).isEqualTo("Ada, ada@engine.example");
        assertThat(new OfferCell.Offer("Al\u202E", "").spoken()).isEqualTo("Al");
    }
}
