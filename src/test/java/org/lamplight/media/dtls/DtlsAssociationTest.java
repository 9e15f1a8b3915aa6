package org.lamplight.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sides that shake hands, and what a network does to them. */
class DtlsAssociationTest {
    private final DtlsIdentity ada = DtlsIdentity.fresh();
    private final DtlsIdentity bob = DtlsIdentity.fresh();

    /** One side; what it sends goes to the other one, unless the network has it otherwise. */
    private static final class Side implements DtlsAssociation.Listener, AutoCloseable {
        final BlockingQueue<SrtpKeys> keys = new ArrayBlockingQueue<>(2);
        final BlockingQueue<Boolean> failures = new ArrayBlockingQueue<>(2);
        private volatile @Nullable DtlsAssociation association;
        private volatile @Nullable Side other;
        private int sent;

        void begin(DtlsIdentity own, Predicate<byte[]> peer, boolean connects, IntPredicate arrives) {
            association = new DtlsAssociation(
                    own,
                    peer,
                    connects,
                    record -> {
                        if (arrives.test(sent++)) {
                            give(record);
                        }
                    },
                    this);
        }

        private void give(byte[] record) {
            Side to = other;
            DtlsAssociation there = to == null ? null : to.association;
            if (there != null) {
                there.came(record, record.length);
            }
        }

        @Override
        public void agreed(SrtpKeys agreed) {
            keys.add(agreed);
        }

        @Override
        public void failed() {
            failures.add(true);
        }

        @Override
        public void close() {
            association.close();
        }
    }

    private static Predicate<byte[]> only(DtlsIdentity peer) {
        return shown -> Arrays.equals(shown, peer.certificate());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2})
    void bothGetTheSameKeysThoughSomeAreLost(double loss) throws Exception {
        Random random = new Random(5);
        IntPredicate arrives = number -> random.nextDouble() >= loss;
        try (Side one = new Side();
                Side two = new Side()) {
            one.other = two;
            two.other = one;
            one.begin(ada, only(bob), true, arrives);
            two.begin(bob, only(ada), false, arrives);
            assertCrossed(one, two);
        }
    }

    private static void assertCrossed(Side one, Side two) throws InterruptedException {
        SrtpKeys mine = one.keys.poll(20, TimeUnit.SECONDS);
        SrtpKeys theirs = two.keys.poll(20, TimeUnit.SECONDS);
        assertThat(mine).isNotNull();
        assertThat(theirs).isNotNull();
        assertThat(mine.own()).isEqualTo(theirs.peer()).hasSize(30);
        assertThat(mine.peer()).isEqualTo(theirs.own()).isNotEqualTo(mine.own());
        assertThat(mine.suite()).isEqualTo(theirs.suite());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWrongCertificateGivesNoKeys(boolean connectingIsDeceived) throws Exception {
        DtlsIdentity eve = DtlsIdentity.fresh();
        try (Side one = new Side();
                Side two = new Side()) {
            one.other = two;
            two.other = one;
            one.begin(ada, only(connectingIsDeceived ? eve : bob), true, any -> true);
            two.begin(bob, only(connectingIsDeceived ? ada : eve), false, any -> true);
            Side deceived = connectingIsDeceived ? one : two;
            assertThat(deceived.failures.poll(10, TimeUnit.SECONDS)).isTrue();
            assertThat(deceived.failures.poll(3, TimeUnit.SECONDS)).isNull();
            assertThat(deceived.keys).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoComesAfterAStrangerIsStillHeard(boolean connects) throws Exception {
        DtlsIdentity eve = DtlsIdentity.fresh();
        try (Side one = new Side();
                Side stranger = new Side();
                Side two = new Side()) {
            one.other = stranger;
            stranger.other = one;
            two.other = one;
            one.begin(ada, only(bob), connects, any -> true);
            stranger.begin(eve, any -> true, !connects, any -> true);
            assertThat(one.failures.poll(10, TimeUnit.SECONDS)).isTrue();
            assertThat(one.keys).isEmpty();
            stranger.close();
            one.other = two;
            two.begin(bob, only(ada), !connects, any -> true);
            assertCrossed(one, two);
            assertThat(one.failures).isEmpty();
        }
    }

    @Test
    void rubbishBetweenTheRecordsHarmsNothing() throws Exception {
        Random random = new Random(7);
        try (Side one = new Side();
                Side two = new Side()) {
            one.other = two;
            two.other = one;
            IntPredicate noisy = number -> {
                for (Side side : new Side[] {one, two}) {
                    byte[] data = new byte[random.nextInt(60)];
                    random.nextBytes(data);
                    side.give(data);
                    side.give(new byte[] {21, -2, -3, 0, 0, 0, 0, 0, 0, 0, (byte) number, 0, 2, 2, 40});
                }
                return true;
            };
            one.begin(ada, only(bob), true, noisy);
            two.begin(bob, only(ada), false, noisy);
            assertCrossed(one, two);
        }
    }

    @Test
    void aForgedFirstMessageCostsAnAttemptAndNoMore() throws Exception {
        byte[] forged = {22, -2, -3, 0, 0, 0, 0, 0, 0, 0, 9, 0, 14, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1};
        try (Side one = new Side();
                Side two = new Side()) {
            one.other = two;
            two.other = one;
            one.begin(ada, only(bob), true, number -> number > 0);
            two.give(forged);
            two.begin(bob, only(ada), false, any -> true);
            assertCrossed(one, two);
        }
    }
}
