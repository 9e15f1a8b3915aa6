package org.lamplight.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.people.Request;
import org.lamplight.ui.World;
import org.lamplight.ui.gateways.PlayedGateways;

/** Which gateways there are and how they do, over registrations, log-outs and sessions. */
class GatewaysTest {
    private static final String TELEGRAM = PlayedGateways.TELEGRAM;

    private final World world = new World();
    private final PlayedGateways played = new PlayedGateways(world);
    private final Gateways gateways = played.gateways;

    @BeforeEach
    void open() {
        world.contact("wilma@" + TELEGRAM, "Wilma").contact("bob@engine.example", "Bob");
        world.online();
        played.online();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private <T> T done(Supplier<CompletableFuture<T>> deed) throws Exception {
        return world.onCore(deed).get(10, TimeUnit.SECONDS);
    }

    private Gateway.State state() {
        return world.onCore(() -> gateways.find(TELEGRAM).orElseThrow().state());
    }

    private void register() throws Exception {
        Registration asked = done(() -> gateways.registration(TELEGRAM));
        done(() -> gateways.register(TELEGRAM, asked, Map.of("phone", List.of("1"), "password", List.of("2"))));
    }

    private String label(String address) {
        return world.onCore(() -> String.valueOf(world.domain
                .people()
                .find(address)
                .orElseThrow()
                .addresses()
                .get(0)
                .label()));
    }

    @Test
    void peopleBehindOneHaveItsNetworkAndOthersNone() {
        assertThat(label("wilma@" + TELEGRAM)).isEqualTo("telegram");
        assertThat(label("bob@engine.example")).isEqualTo("null");
        world.onCore(() -> gateways.remove(World.ACCOUNT, played));
        assertThat(label("wilma@" + TELEGRAM)).isEqualTo("null");
        assertThat(world.onCore(gateways::all)).isEmpty();
    }

    @Test
    void onlyAGatewayWithWhichOneIsRegisteredNeedsNoConsent() throws Exception {
        Request request = new Request(World.ACCOUNT, TELEGRAM, null);
        world.onCore(() -> world.domain.rosters().requested(request));
        assertThat(world.onCore(world.domain.rosters()::requests)).containsExactly(request);
        register();
        assertThat(world.onCore(world.domain.rosters()::requests)).isEmpty();
        assertThat(played.wire).contains("welcome " + TELEGRAM);
        Request stranger = new Request(World.ACCOUNT, "wilma@" + TELEGRAM, null);
        world.onCore(() -> world.domain.rosters().requested(stranger));
        assertThat(world.onCore(world.domain.rosters()::requests)).containsExactly(stranger);
    }

    @Test
    void whoLoggedOutStaysOutInTheNextSession() throws Exception {
        assertThat(state()).isEqualTo(Gateway.State.NOT_REGISTERED);
        register();
        assertThat(state()).isEqualTo(Gateway.State.LOGGED_IN);
        done(() -> gateways.logOut(TELEGRAM));
        assertThat(state()).isEqualTo(Gateway.State.LOGGED_OUT);
        assertThat(played.loggedOut).containsExactly(World.ACCOUNT + " " + TELEGRAM);
        played.online();
        assertThat(played.wire).contains("stay out of [" + TELEGRAM + "]");
        done(() -> gateways.logIn(TELEGRAM));
        assertThat(played.loggedOut).isEmpty();
    }

    @Test
    void withoutASessionNobodyIsLoggedIn() throws Exception {
        register();
        world.onCore(() -> gateways.closed(World.ACCOUNT));
        assertThat(state()).isEqualTo(Gateway.State.LOGGED_OUT);
    }

    @Test
    void aFloodOfPresenceIsNotKept() {
        world.onCore(() -> {
            for (int i = 0; i < 100_000; i++) {
                gateways.seen(World.ACCOUNT, "g" + i + ".example", true, "n");
            }
        });
        assertThat(world.onCore(gateways::all)).hasSize(2);
    }

    @Test
    void whatTheUserAddedIsLookedAtInEachSessionUntilRemoved() throws Exception {
        String network = "irc.analytical.example@" + PlayedGateways.IRC;
        done(() -> gateways.add("  XMPP:IRC.analytical.example@" + PlayedGateways.IRC + " "));
        assertThat(played.added).containsExactly(World.ACCOUNT + " " + network);
        played.wire.clear();
        played.online();
        assertThat(played.wire).contains("look " + network);
        done(() -> gateways.remove(network));
        assertThat(played.added).isEmpty();
        assertThat(world.onCore(gateways::all)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a@b@c", "a/b", "@", "a@"})
    void whatIsNoAddressIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> done(() -> gateways.add(text)))
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("is not the address of a gateway");
    }
}
