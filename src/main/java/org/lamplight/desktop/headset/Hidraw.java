package org.lamplight.desktop.headset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.core.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HID devices of Linux, as files: what each says of itself can be read by everybody, its reports by whom the system lets.
 *
 * @param about the folder with one entry a device, {@code /sys/class/hidraw}
 * @param devices the folder with the devices, {@code /dev}
 */
record Hidraw(Path about, Path devices) {
    private static final Logger LOG = LoggerFactory.getLogger(Hidraw.class);
    private static final int MOST_NAME = 100;

    /** One with buttons for calls. */
    record Found(String name, Path device, HeadsetReports reports) {
        boolean isOpen() {
            return Files.isReadable(device) && Files.isWritable(device);
        }
    }

    static Hidraw ofThisMachine() {
        return new Hidraw(Path.of("/sys/class/hidraw"), Path.of("/dev"));
    }

    /** Those that are plugged in; none where the system is no Linux. */
    List<Found> headsets() {
        List<Found> all = new ArrayList<>();
        if (!Files.isDirectory(about)) {
            return all;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(about)) {
            entries.forEach(entry -> found(entry).ifPresent(all::add));
        } catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
            LOG.info("The headsets can't be looked for: {}", e.toString());
        }
        return all;
    }

    private Optional<Found> found(Path entry) {
        try (InputStream in = Files.newInputStream(entry.resolve("device/report_descriptor"))) {
            HeadsetReports reports = HeadsetReports.parse(in.readNBytes(HeadsetReports.MOST_BYTES));
            return reports.isHeadset()
                    ? Optional.of(new Found(name(entry), devices.resolve(entry.getFileName()), reports))
                    : Optional.empty();
        } catch (IOException gone) {
            LOG.debug("no descriptor", gone);
            return Optional.empty();
        }
    }

    private static String name(Path entry) throws IOException {
        try (InputStream in = Files.newInputStream(entry.resolve("device/uevent"))) {
            String all = new String(in.readNBytes(HeadsetReports.MOST_BYTES), StandardCharsets.UTF_8);
            String name = all.lines()
                    .filter(line -> line.startsWith("HID_NAME="))
                    .map(line -> PlainText.line(line.substring("HID_NAME=".length())))
                    .findFirst()
                    .orElse("");
            return name.isBlank()
                    ? entry.getFileName().toString()
                    : name.substring(0, Math.min(MOST_NAME, name.length()));
        }
    }
}
