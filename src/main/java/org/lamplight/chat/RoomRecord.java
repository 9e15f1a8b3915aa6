package org.lamplight.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one room; a snapshot is made only when somebody looks. Core only. */
final class RoomRecord {
    final String address;
    final String account;
    final Map<String, Occupant> occupants = new LinkedHashMap<>();
    String name;
    String nick;
    Room.Stay stay = Room.Stay.OUT;
    Room.Back back = Room.Back.ITSELF;
    RoomFeatures features = RoomFeatures.UNKNOWN;
    Room.Alerts alerts = Room.Alerts.ALL;
    boolean remembered;
    int mentions;

    /** Under which name mentions were counted; null if they never were. */
    @Nullable
    String countedAs;

    /** Which count of mentions is the last one that was asked for. */
    int counting;

    @Nullable
    String topic;

    @Nullable
    String reason;

    private @Nullable Room snapshot;

    RoomRecord(String account, String address) {
        this.account = account;
        this.address = address;
        this.name = address.replaceFirst("@.*", "");
        this.nick = account.replaceFirst("@.*", "");
    }

    void changed() {
        snapshot = null;
    }

    Room snapshot() {
        Room now = snapshot;
        if (now == null) {
            now = new Room(
                    address,
                    account,
                    name,
                    topic,
                    nick,
                    stay,
                    reason,
                    back,
                    Collections.unmodifiableMap(new LinkedHashMap<>(occupants)),
                    features,
                    alerts,
                    remembered,
                    mentions);
            snapshot = now;
        }
        return now;
    }
}
