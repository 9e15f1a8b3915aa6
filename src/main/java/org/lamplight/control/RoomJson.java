package org.lamplight.control;

import com.google.gson.JsonObject;
import org.lamplight.chat.ListedRoom;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomEvent;
import org.lamplight.chat.RoomInvitation;

/** The objects of the control interface that are about rooms. What is not known is left out. Pure. */
final class RoomJson {
    private RoomJson() {}

    static JsonObject room(Room room) {
        JsonObject json = new JsonObject();
        json.addProperty("address", room.address());
        json.addProperty("name", room.name());
        json.addProperty("account", room.account());
        json.addProperty("state", room.stay().word());
        Json.addText(json, "reason", room.reason());
        json.addProperty("nick", room.nick());
        Json.addText(json, "topic", room.topic());
        json.addProperty("people", room.occupants().size());
        json.addProperty("alerts", room.alerts().word());
        json.addProperty("mentions", room.mentions());
        json.addProperty("remembered", room.remembered());
        if (room.isIn()) {
            addFeatures(json, room);
        }
        return json;
    }

    private static void addFeatures(JsonObject json, Room room) {
        json.addProperty("membersOnly", room.features().membersOnly());
        json.addProperty("password", room.features().passworded());
        json.addProperty("moderated", room.features().moderated());
        json.addProperty("listed", room.features().listed());
        json.addProperty("membersInvite", room.features().membersInvite());
        json.addProperty("archived", room.features().archived());
    }

    static JsonObject occupant(Occupant occupant) {
        JsonObject json = new JsonObject();
        json.addProperty("nick", occupant.nick());
        Json.addText(json, "address", occupant.address());
        json.addProperty("role", occupant.role().word());
        json.addProperty("affiliation", occupant.affiliation().word());
        json.addProperty("status", occupant.status().key());
        return json;
    }

    static JsonObject member(Member member) {
        JsonObject json = new JsonObject();
        json.addProperty("address", member.address());
        json.addProperty("affiliation", member.affiliation().word());
        return json;
    }

    static void addDeclined(JsonObject json, RoomEvent.InvitationDeclined declined) {
        json.addProperty("room", declined.room());
        json.addProperty("from", declined.from());
        Json.addText(json, "text", declined.text());
    }

    static JsonObject listed(ListedRoom room) {
        JsonObject json = new JsonObject();
        json.addProperty("address", room.address());
        Json.addText(json, "name", room.name());
        return json;
    }

    static JsonObject invitation(RoomInvitation invitation) {
        JsonObject json = new JsonObject();
        json.addProperty("address", invitation.room());
        json.addProperty("account", invitation.account());
        Json.addText(json, "from", invitation.from());
        Json.addText(json, "text", invitation.words());
        return json;
    }
}
