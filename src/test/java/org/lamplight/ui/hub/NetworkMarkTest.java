package org.lamplight.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** People of other networks stand among all others, with the network's name. */
@Requires(Part.DISPLAY)
class NetworkMarkTest {
    private static final String WILMA = "wilma@telegram.engine.example";
    private static final String LONG = "#numbers%irc.example@irc.engine.example";

    @Test
    void theNetworkIsSaidAndShown() {
        try (World world = new World();
                HubOnScreen on = new HubOnScreen(world)) {
            world.contact(WILMA, "Wilma Flint");
            world.contact(LONG, "A name that is much too long for the row that it is given here", "Rooms");
            world.contact("charles@engine.example", "Charles Babbage");
            world.online();
            on.awaitRows(5);
            world.onCore(() -> world.domain
                    .people()
                    .useNetworks(Map.of("telegram.engine.example", "telegram", "irc.engine.example", "irc")));
            world.see(WILMA, Status.AVAILABLE);
            Screen.until("the network is said", () -> on.spoken(4).endsWith(", Telegram"));
            assertThat(on.spoken(1)).endsWith(", IRC");
            assertThat(on.spoken(3)).isEqualTo("Charles Babbage, Offline");
            on.screen.shoot(
                    "hub-networks", on.frame.targetCastedTo(HubWindow.class).getRootPane());
        }
    }
}
