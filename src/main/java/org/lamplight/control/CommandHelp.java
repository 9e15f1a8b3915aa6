package org.lamplight.control;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What {@code help} prints, with or without a running client. */
final class CommandHelp {
    private CommandHelp() {}

    static List<JsonObject> lines() {
        List<String> usages = new ArrayList<>(List.of(
                StatusCommands.USAGE,
                PeopleCommands.USAGE,
                ChatCommands.USAGE,
                GatewayCommands.USAGE,
                DirectoryCommands.USAGE,
                AvatarCommands.USAGE,
                RoomCommands.USAGE,
                CallCommands.USAGE,
                DeviceCommands.USAGE,
                ForwardCommands.USAGE,
                AccountCommands.USAGE,
                SkinCommands.USAGE,
                EventCommands.USAGE));
        usages.addAll(ClientCommands.HELP);
        return usages.stream().map(CommandHelp::line).toList();
    }

    private static JsonObject line(String usage) {
        JsonObject json = new JsonObject();
        json.addProperty("help", usage);
        return json;
    }
}
