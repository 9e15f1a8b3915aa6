package org.lamplight.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Desk;
import org.lamplight.lab.RememberedLinks;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

class PeopleTest {
    private static final String GRACE = "grace@navy.example";
    private static final String HOME = "grace@home.example";
    private static final Source LAPTOP = Source.resource("laptop");
    private static final Source CALENDAR = new Source(Source.Kind.CALENDAR, "w");

    private final Desk desk = new Desk();
    private final RememberedLinks links = new RememberedLinks();
    private People people;

    @BeforeEach
    void begin() {
        people = new People(desk.core, desk.events, desk.clock, Rules.builtIn(), links);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private static Contact contact(String address, String name, String... groups) {
        return new Contact(address, name, List.of(groups), Subscription.BOTH, false, false);
    }

    private void load(String account, Contact... contacts) throws Exception {
        desk.run(() -> {
            people.rosterLoaded(account, List.of(contacts));
            people.sessionStarted(account);
        });
    }

    private void see(String account, String address, Source source, Status status) throws Exception {
        desk.run(() -> people.observed(account, address, source, List.of(Observation.of(source, status))));
    }

    private Status status(String id) throws Exception {
        return desk.ask(() -> people.find(id).orElseThrow().presence().status());
    }

    private List<String> ids() throws Exception {
        return desk.ask(() -> people.all().stream().map(Person::id).toList());
    }

    @Test
    void whoIsSilentInASessionIsOffline() throws Exception {
        desk.run(() -> people.rosterLoaded("work", List.of(contact(GRACE, "Grace"))));
        assertThat(status(GRACE)).isEqualTo(Status.UNKNOWN);
        desk.run(() -> people.sessionStarted("work"));
        assertThat(status(GRACE)).isEqualTo(Status.OFFLINE);
    }

    @Test
    void presenceThatComesBeforeTheRosterCounts() throws Exception {
        see("work", GRACE, LAPTOP, Status.BUSY);
        assertThat(desk.ask(() -> people.find(GRACE))).isEmpty();
        load("work", contact(GRACE, "Grace"));

        assertThat(status(GRACE)).isEqualTo(Status.BUSY);
    }

    @Test
    void presenceThatEndedBeforeTheRosterDoesNotCount() throws Exception {
        see("work", GRACE, LAPTOP, Status.BUSY);
        desk.run(() -> people.observed("work", GRACE, LAPTOP, List.of()));
        load("work", contact(GRACE, "Grace"));

        assertThat(status(GRACE)).isEqualTo(Status.OFFLINE);
    }

    @Test
    void presenceBeforeTheRosterBelongsToItsAccount() throws Exception {
        load("home", contact(GRACE, "Grace"));
        see("work", GRACE, LAPTOP, Status.BUSY);
        see("work", HOME, LAPTOP, Status.AWAY);
        load("home", contact(GRACE, "Grace"), contact(HOME, "Grace"));
        desk.run(() -> people.sessionEnded("home"));
        load("work", contact(GRACE, "Grace"), contact(HOME, "Grace"));

        assertThat(status(GRACE)).isEqualTo(Status.BUSY);
        assertThat(status(HOME)).isEqualTo(Status.AWAY);
    }

    @Test
    void afterTheSessionNothingIsKnown() throws Exception {
        load("work", contact(GRACE, "Grace"));
        see("work", GRACE, LAPTOP, Status.DO_NOT_DISTURB);
        desk.run(() -> people.sessionEnded("work"));
        assertThat(status(GRACE)).isEqualTo(Status.UNKNOWN);

        desk.run(() -> people.sessionStarted("work"));
        assertThat(status(GRACE)).isEqualTo(Status.OFFLINE);
    }

    @Test
    void onlyTheAccountThatLostItsSessionForgets() throws Exception {
        load("work", contact(GRACE, "Grace"));
        load("home", contact(HOME, "Grace H."));
        see("work", GRACE, LAPTOP, Status.AVAILABLE);
        see("home", HOME, LAPTOP, Status.AVAILABLE);
        desk.run(() -> people.sessionEnded("work"));

        assertThat(status(GRACE)).isEqualTo(Status.UNKNOWN);
        assertThat(status(HOME)).isEqualTo(Status.AVAILABLE);
        assertThat(desk.ask(people::reachable)).isEqualTo(1);
    }

    @Test
    void blockedAndUnaskedPeopleShowNoMore() throws Exception {
        load("work", new Contact(GRACE, "Grace", List.of(), Subscription.FROM, false, false));
        assertThat(status(GRACE)).isEqualTo(Status.NOT_SHARED);
        see("work", GRACE, LAPTOP, Status.AVAILABLE);
        desk.run(() ->
                people.contactChanged("work", new Contact(GRACE, "Grace", List.of(), Subscription.BOTH, false, true)));

        assertThat(status(GRACE)).isEqualTo(Status.BLOCKED);
        assertThat(desk.ask(() -> people.find(GRACE).orElseThrow().can())).isEmpty();
    }

    @Test
    void whoWasOnlyAskedIsNotOffline() throws Exception {
        load("work", new Contact(GRACE, "Grace", List.of(), Subscription.NONE, true, false));
        see("work", GRACE, Source.resource(GRACE), Status.OFFLINE);
        assertThat(status(GRACE)).isEqualTo(Status.NOT_SHARED);

        desk.run(() -> people.contactChanged("work", contact(GRACE, "Grace")));
        assertThat(status(GRACE)).isEqualTo(Status.OFFLINE);
    }

    @Test
    void aLoadedRosterIsTheWholeOne() throws Exception {
        load("work", contact(GRACE, "Grace"), contact("bob@navy.example", "Bob"));
        see("work", GRACE, LAPTOP, Status.AWAY);
        load("home", contact(HOME, "Grace H."));
        load("work", contact(GRACE, "Grace M. H."));

        assertThat(ids()).containsExactly(HOME, GRACE);
        assertThat(status(GRACE)).isEqualTo(Status.AWAY);
        desk.run(() -> people.accountGone("work"));
        assertThat(ids()).containsExactly(HOME);
    }

    @Test
    void mergedAddressesAreOnePersonOverARestart() throws Exception {
        load("work", contact(GRACE, "Grace", "Navy"), contact(HOME, "Amazing", "Friends"));
        see("work", HOME, LAPTOP, Status.AVAILABLE);
        desk.run(() -> people.merge(GRACE, HOME));

        Person grace = desk.ask(() -> people.find(HOME)).orElseThrow();
        assertThat(grace.id()).isEqualTo(GRACE);
        assertThat(grace.name()).isEqualTo("Grace");
        assertThat(grace.groups()).containsExactlyInAnyOrder("Navy", "Friends");
        assertThat(grace.addresses()).extracting(Address::value).containsExactly(GRACE, HOME);
        assertThat(grace.presence().status()).isEqualTo(Status.AVAILABLE);
        assertThat(desk.ask(people::count)).isEqualTo(1);

        begin();
        load("work", contact(HOME, "Amazing"), contact(GRACE, "Grace"));
        assertThat(ids()).containsExactly(GRACE);
    }

    @Test
    void aSplitPersonIsTwoAgain() throws Exception {
        load("work", contact(GRACE, "Grace"), contact(HOME, "Amazing"));
        see("work", HOME, LAPTOP, Status.AVAILABLE);
        desk.run(() -> {
            people.merge(GRACE, HOME);
            people.split(GRACE, HOME);
        });

        assertThat(ids()).containsExactly(HOME, GRACE);
        assertThat(status(HOME)).isEqualTo(Status.AVAILABLE);
        assertThat(status(GRACE)).isEqualTo(Status.OFFLINE);
        assertThat(links.links()).isEmpty();
    }

    @Test
    void splittingTheFirstAddressLeavesTheOthersTogether() throws Exception {
        load("work", contact(GRACE, "A"), contact(HOME, "B"), contact("third@navy.example", "C"));
        desk.run(() -> {
            people.merge(GRACE, HOME);
            people.merge(GRACE, "third@navy.example");
            people.split(GRACE, GRACE);
        });

        assertThat(ids()).containsExactly(GRACE, HOME);
        assertThat(desk.ask(
                        () -> people.find("third@navy.example").orElseThrow().id()))
                .isEqualTo(HOME);
    }

    @Test
    void aMeetingBeginsAndEndsByItself() throws Exception {
        load("work", contact(GRACE, "Grace"));
        Duration soon = Duration.ofMillis(40);
        Observation meeting = Observation.of(CALENDAR, Status.IN_A_MEETING)
                .since(desk.clock.instant().plus(soon))
                .until(desk.clock.instant().plus(soon).plus(soon));
        desk.run(() -> people.observed("work", GRACE, CALENDAR, List.of(meeting)));
        assertThat(status(GRACE)).isEqualTo(Status.OFFLINE);

        desk.clock.pass(soon);
        desk.until("in the meeting", () -> seen() == Status.IN_A_MEETING_OFFLINE);
        desk.clock.pass(soon);
        desk.until("out of it", () -> seen() == Status.OFFLINE);
        assertThat(desk.heard(PeopleEvent.PresenceChanged.class)).hasSize(2);
    }

    private Status seen() {
        return people.find(GRACE).orElseThrow().presence().status();
    }

    @Test
    void theSameAgainIsNoNews() throws Exception {
        load("work", contact(GRACE, "Grace"));
        see("work", GRACE, LAPTOP, Status.BUSY);
        see("work", GRACE, LAPTOP, Status.BUSY);

        assertThat(desk.heard(PeopleEvent.PresenceChanged.class)).hasSize(1);
    }

    @Test
    void aRemovedContactIsGoneOrTheirOtherAddressStays() throws Exception {
        load("work", contact(GRACE, "Grace"), contact(HOME, "Amazing"), contact("bob@navy.example", "Bob"));
        desk.run(() -> {
            people.merge(GRACE, HOME);
            people.contactRemoved("work", GRACE);
            people.contactRemoved("work", "bob@navy.example");
        });

        assertThat(ids()).containsExactly(GRACE);
        assertThat(desk.heard(PeopleEvent.PersonRemoved.class))
                .containsExactly(new PeopleEvent.PersonRemoved("bob@navy.example"));
    }

    @Test
    void oneIsFoundByNameAndByPartsOfAnAddress() throws Exception {
        load("work", contact(GRACE, "Grace Hopper"), contact("bob@navy.example", "Bob"));

        assertThat(desk.ask(() -> people.search("HOPP"))).extracting(Person::id).containsExactly(GRACE);
        assertThat(desk.ask(() -> people.search("navy")))
                .extracting(Person::name)
                .containsExactly("Bob", "Grace Hopper");
        assertThat(desk.ask(() -> people.find("xmpp:Grace@Navy.example/laptop")))
                .isPresent();
    }

    /** Whom a witness was told to look at. */
    private static final class Watch implements Witness {
        final Set<String> told = new TreeSet<>();

        @Override
        public void appeared(Collection<String> addresses) {
            told.addAll(addresses);
        }

        @Override
        public void disappeared(Collection<String> addresses) {
            told.removeAll(addresses);
        }
    }

    @Test
    void aWitnessIsToldWhoIsThere() throws Exception {
        Watch watch = new Watch();
        load("work", contact(GRACE, "Grace"));
        desk.run(() -> people.addWitness(watch));
        desk.run(() -> people.contactChanged("work", contact(HOME, "Grace H.")));
        assertThat(watch.told).containsExactly(HOME, GRACE);
        load("work", contact(GRACE, "Grace"));
        assertThat(watch.told).containsExactly(GRACE);
        desk.run(() -> people.contactRemoved("work", GRACE));
        assertThat(watch.told).isEmpty();
        desk.run(() -> people.removeWitness(watch));
        load("work", contact(GRACE, "Grace"));
        assertThat(watch.told).isEmpty();
    }

    /** Whatever becomes of the roster's own account, as long as somebody has them on a list. */
    @Test
    void whatAWitnessSaysStands() throws Exception {
        load("work", contact(GRACE, "Grace"));
        Source phone = Source.sip("phone");
        desk.run(() -> people.observed(GRACE, phone, List.of(Observation.of(phone, Status.ON_THE_PHONE))));
        assertThat(status(GRACE)).isEqualTo(Status.ON_THE_PHONE_OFFLINE);
        desk.run(() -> people.sessionEnded("work"));
        assertThat(status(GRACE)).isEqualTo(Status.ON_THE_PHONE_OFFLINE);
        see("work", GRACE, LAPTOP, Status.AVAILABLE);
        load("work", contact(GRACE, "Grace"));
        assertThat(status(GRACE)).isEqualTo(Status.ON_THE_PHONE);
        desk.run(() -> people.observed(GRACE, phone, List.of()));
        assertThat(status(GRACE)).isEqualTo(Status.AVAILABLE);
        desk.run(() -> people.observed(HOME, phone, List.of(Observation.of(phone, Status.ON_THE_PHONE))));
        load("work", contact(GRACE, "Grace"), contact(HOME, "Grace H."));
        assertThat(status(HOME)).isEqualTo(Status.OFFLINE);
    }
}
