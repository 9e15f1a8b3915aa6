package org.lamplight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Desk;
import org.lamplight.lab.KeptPictures;
import org.lamplight.lab.RememberedLinks;
import org.lamplight.people.PictureSource.Way;
import org.lamplight.presence.Rules;

class PicturesTest {
    private static final String ADA = "ada@engine.example";
    private static final String GRACE = "grace@navy.example";
    private static final String HEDY = "hedy@film.example";
    private static final String STRANGER = "eve@nowhere.example";
    private static final byte[] LAMP = bytes("lamp");
    private static final byte[] SHIP = bytes("ship");

    private final Desk desk = new Desk();
    private final KeptPictures store = new KeptPictures();
    private final Server server = new Server();
    private Pictures pictures;

    /** Answers when it is told to. */
    private static final class Server implements PictureSource {
        final List<String> asked = new ArrayList<>();
        final List<CompletableFuture<Optional<byte[]>>> answers = new ArrayList<>();
        final List<Optional<OwnPicture>> published = new ArrayList<>();

        @Override
        public CompletableFuture<Optional<byte[]>> fetch(String address, PictureId id, Way way) {
            asked.add(address + " " + way);
            answers.add(new CompletableFuture<>());
            return answers.get(answers.size() - 1);
        }

        @Override
        public CompletableFuture<Void> publish(Optional<OwnPicture> picture) {
            published.add(picture);
            return CompletableFuture.completedFuture(null);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        People people = new People(desk.core, desk.events, desk.clock, Rules.builtIn(), new RememberedLinks());
        pictures = new Pictures(desk.core, desk.events, people, store);
        desk.run(() -> {
            people.rosterLoaded(ADA, List.of(contact(GRACE), contact(HEDY)));
            pictures.addSource(ADA, server);
        });
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private static Contact contact(String address) {
        return new Contact(address, null, List.of(), Subscription.BOTH, false, false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void announce(String address, Way way, byte[] picture) throws Exception {
        desk.run(() -> pictures.announce(ADA, address, way, picture == null ? null : PictureId.ofBytes(picture)));
    }

    private CompletableFuture<Optional<byte[]>> load(String address) throws Exception {
        return desk.ask(() -> pictures.load(address));
    }

    private void answer(int number, byte[] picture) throws Exception {
        desk.run(() -> server.answers.get(number).complete(Optional.ofNullable(picture)));
    }

    private static Optional<byte[]> got(CompletableFuture<Optional<byte[]>> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    private int asked() throws Exception {
        return desk.ask(server.asked::size);
    }

    private Optional<PictureId> of(String address) throws Exception {
        return desk.ask(() -> pictures.of(address));
    }

    @Test
    void anIdIsASha1AndNothingElse() {
        assertThat(PictureId.of("A9993E364706816ABA3E25717850C26C9CD0D89D ")).contains(PictureId.ofBytes(bytes("abc")));
        for (String wrong :
                new String[] {"", "a9993e", "../../etc/passwd", "g".repeat(40), "a".repeat(41), "１".repeat(40)}) {
            assertThat(PictureId.of(wrong)).as(wrong).isEmpty();
        }
        assertThat(PictureId.of(null)).isEmpty();
        assertThatThrownBy(() -> new PictureId("..")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeIsToldOnceAndNothingIsFetchedForIt() throws Exception {
        announce(GRACE, Way.CARD, LAMP);
        announce(GRACE, Way.CARD, LAMP);
        announce(GRACE, Way.PUBLISHED, LAMP);
        announce(GRACE, Way.PUBLISHED, SHIP);
        announce(GRACE, Way.PUBLISHED, null);
        announce(GRACE, Way.CARD, null);
        assertThat(desk.heard(PictureEvent.PictureChanged.class))
                .containsExactly(
                        new PictureEvent.PictureChanged(GRACE, Optional.of(PictureId.ofBytes(LAMP))),
                        new PictureEvent.PictureChanged(GRACE, Optional.of(PictureId.ofBytes(SHIP))),
                        new PictureEvent.PictureChanged(GRACE, Optional.of(PictureId.ofBytes(LAMP))),
                        new PictureEvent.PictureChanged(GRACE, Optional.empty()));
        assertThat(asked()).isZero();
    }

    @Test
    void whatIsPublishedOutweighsTheCard() throws Exception {
        announce(GRACE, Way.PUBLISHED, SHIP);
        announce(GRACE, Way.CARD, LAMP);
        assertThat(of(GRACE)).contains(PictureId.ofBytes(SHIP));
        CompletableFuture<Optional<byte[]>> ship = load(GRACE);
        answer(0, SHIP);
        assertThat(got(ship)).hasValue(SHIP);
        assertThat(server.asked).containsExactly(GRACE + " PUBLISHED");
    }

    @Test
    void whatIsTakenBackIsTakenBackFromTheCardToo() throws Exception {
        announce(GRACE, Way.PUBLISHED, SHIP);
        announce(GRACE, Way.CARD, SHIP);
        announce(GRACE, Way.PUBLISHED, null);
        assertThat(of(GRACE)).isEmpty();
    }

    @Test
    void eachPictureIsFetchedOnce() throws Exception {
        announce(GRACE, Way.CARD, LAMP);
        announce(HEDY, Way.CARD, LAMP);
        List<CompletableFuture<Optional<byte[]>>> all = List.of(load(GRACE), load(GRACE), load(HEDY));
        answer(0, LAMP);
        for (CompletableFuture<Optional<byte[]>> one : all) {
            assertThat(got(one)).hasValue(LAMP);
        }
        assertThat(got(load(HEDY))).hasValue(LAMP);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void otherBytesThanAnnouncedAreNoPictureAndNotAskedForAgain() throws Exception {
        announce(GRACE, Way.CARD, LAMP);
        CompletableFuture<Optional<byte[]>> lamp = load(GRACE);
        answer(0, SHIP);
        assertThat(got(lamp)).isEmpty();
        assertThat(got(load(GRACE))).isEmpty();
        assertThat(asked()).isEqualTo(1);
        assertThat(store.kept).isEmpty();
        desk.run(pictures::opened);
        CompletableFuture<Optional<byte[]>> again = load(GRACE);
        answer(1, LAMP);
        assertThat(got(again)).hasValue(LAMP);
    }

    /** Somebody may say that another's picture is theirs, and never give it. */
    @Test
    void whoClaimsAPictureAndDoesNotGiveItHarmsNobodyElse() throws Exception {
        announce(GRACE, Way.CARD, LAMP);
        announce(HEDY, Way.CARD, LAMP);
        CompletableFuture<Optional<byte[]>> claimed = load(GRACE);
        CompletableFuture<Optional<byte[]>> own = load(HEDY);
        answer(0, null);
        assertThat(got(claimed)).isEmpty();
        desk.until("hedy is asked", () -> server.asked.size() == 2);
        answer(1, LAMP);
        assertThat(got(own)).hasValue(LAMP);
    }

    @Test
    void aFewAreFetchedAtATime() throws Exception {
        List<CompletableFuture<Optional<byte[]>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String occupant = "room@rooms.example/" + i;
            announce(occupant, Way.CARD, bytes("picture " + i));
            all.add(load(occupant));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(asked()).isLessThanOrEqualTo(i + 3);
            answer(i, bytes("picture " + i));
            assertThat(got(all.get(i))).isPresent();
        }
    }

    @Test
    void strangersAreAskedForNothing() throws Exception {
        announce(STRANGER, Way.CARD, LAMP);
        assertThat(got(load(STRANGER))).isEmpty();
        assertThat(asked()).isZero();
    }

    @Test
    void whatIsKeptNeedsNoServer() throws Exception {
        store.write(PictureId.ofBytes(LAMP), LAMP);
        announce(STRANGER, Way.CARD, LAMP);
        assertThat(got(load(STRANGER))).hasValue(LAMP);
    }

    @Test
    void whoseIsWhichIsKnownFromTheLastRunUntilTheySayOtherwise() throws Exception {
        store.known.put(GRACE, PictureId.ofBytes(LAMP));
        store.kept.put(PictureId.ofBytes(LAMP), LAMP);
        People people = new People(desk.core, desk.events, desk.clock, Rules.builtIn(), new RememberedLinks());
        Pictures next = new Pictures(desk.core, desk.events, people, store);
        desk.until("it is read", () -> next.of(GRACE).isPresent());
        assertThat(got(desk.ask(() -> next.load(GRACE)))).hasValue(LAMP);
        desk.run(() -> next.announce(ADA, GRACE, Way.CARD, null));
        assertThat(desk.ask(() -> next.of(GRACE))).isEmpty();
    }

    @Test
    void onesOwnPictureGoesToEveryAccount() throws Exception {
        Server other = new Server();
        OwnPicture own = new OwnPicture(LAMP, 1);
        desk.ask(() -> {
                    pictures.addSource(HEDY, other);
                    return pictures.publish(Optional.of(own));
                })
                .get(10, TimeUnit.SECONDS);
        assertThat(server.published).containsExactly(Optional.of(own));
        assertThat(other.published).containsExactly(Optional.of(own));
        desk.run(() -> {
            pictures.removeSource(ADA, server);
            pictures.removeSource(HEDY, other);
        });
        assertThat(desk.ask(() -> pictures.publish(Optional.empty()))).isCompletedExceptionally();
    }
}
