package org.lamplight.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.lamplight.profile.KeptText;
import org.lamplight.profile.WholeFile;

/** The file {@code control} of a profile: where its instance listens, and the token that opens the door. Mode 600. */
record ControlFile(int port, String token) {

    static Optional<ControlFile> read(Path file) {
        try {
            Map<String, String> values = KeptText.of(Files.readString(file)).values();
            String address = values.getOrDefault("address", "");
            String token = values.getOrDefault("token", "");
            if (!address.matches("127\\.0\\.0\\.1:\\d{1,5}") || token.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new ControlFile(Integer.parseInt(address.substring(10)), token));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        WholeFile.write(file, "address = 127.0.0.1:" + port + "\ntoken = " + token + "\n");
    }
}
