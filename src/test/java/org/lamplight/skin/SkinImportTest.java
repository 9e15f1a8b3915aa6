package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.presence.Status;

class SkinImportTest {
    @TempDir
    Path folder;

    private Skins skins;

    @BeforeEach
    void places() {
        skins = new Skins(new SkinPlaces(Path.of("skinart"), folder.resolve("profile/skinart")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> psi() throws IOException {
        Map<String, byte[]> set = new LinkedHashMap<>();
        set.put("blue/", new byte[0]);
        set.put("blue/icondef.xml", text("""
                <?xml version='1.0' encoding='UTF-8'?>
                <icondef><meta><name>Blue</name><version>1</version></meta>
                <icon><x xmlns='name'>status/online</x><object mime='image/png'>on.png</object></icon>
                <icon><x xmlns='name'>status/chat</x><object mime='image/png'>ffc.png</object></icon>
                <icon><x xmlns='name'>status/dnd</x><object mime='image/png'>no.png</object></icon>
                <icon><x xmlns='name'>status/noauth</x><text>:ask:</text><object mime='image/gif'>q.gif</object></icon>
                <icon><x xmlns='name'>psi/chat</x><object mime='image/png'>msg.png</object></icon>
                </icondef>
                """));
        set.put("blue/on.png", Pictures.of("png", 16, 0x0000FF));
        set.put("blue/ffc.png", Pictures.of("png", 16, 0x0000EE));
        set.put("blue/no.png", Pictures.of("png", 16, 0x0000DD));
        set.put("blue/q.gif", Pictures.of("gif", 16, 0x0000CC));
        set.put("blue/msg.png", Pictures.of("png", 16, 0x0000BB));
        set.put("blue/unlisted.png", Pictures.of("png", 16, 0x0000AA));
        return set;
    }

    @Test
    void anIconSetOfPsi() throws Exception {
        SkinImport set = SkinImport.read(Pictures.zip(folder.resolve("x.jisp"), psi()));
        assertThat(set.name()).isEqualTo("Blue");
        assertThat(set.pictures()).hasSize(5);
        assertThat(set.guess())
                .isEqualTo(Map.of(
                        Status.AVAILABLE, "blue/on.png",
                        Status.FREE_TO_CHAT, "blue/ffc.png",
                        Status.DO_NOT_DISTURB, "blue/no.png",
                        Status.NOT_SHARED, "blue/q.gif"));
        SkinDraft draft = set.draft(skins, set.guess());
        assertThat(draft.name()).isEqualTo("Blue");
        assertThat(skins.save(draft, draft.name())).isEqualTo("Blue");
        assertThat(skins.problems()).isEmpty();
        assertThat(new Color(skins.current()
                        .image(Status.DO_NOT_DISTURB, 16, Hues.DARK)
                        .getRGB(8, 8)))
                .isEqualTo(new Color(0x0000DD));
        assertThat(skins.current().shown(Status.RINGING).shownAs()).isEqualTo(Status.RINGING);
        SkinDraft again = set.draft(skins, set.guess());
        assertThat(again.name()).isEqualTo("Blue 2");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aStatusThemeOfPidgin(boolean packed) throws Exception {
        Map<String, byte[]> set = new LinkedHashMap<>();
        set.put("neat/purple/status-icon/theme.xml", text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <theme type="status-icon" name="Neat" author="A" image="available.png">
                <description>d</description>
                <icon id="available" file="av.png"/><icon id="extended_away" file="xa.png"/>
                </theme>
                """));
        for (String size : List.of("11", "16", "32", "48")) {
            set.put("neat/purple/status-icon/" + size + "/av.png", Pictures.of("png", Integer.parseInt(size), 0xFF));
            set.put("neat/purple/status-icon/" + size + "/xa.png", Pictures.of("png", Integer.parseInt(size), 0xEE));
        }
        Path file = folder.resolve("neat.tar.gz");
        if (packed) {
            Pictures.tarGz(file, set);
        } else {
            file = folder.resolve("unpacked");
            for (Map.Entry<String, byte[]> entry : set.entrySet()) {
                Path one = file.resolve(entry.getKey());
                Files.createDirectories(one.getParent());
                Files.write(one, entry.getValue());
            }
        }
        SkinImport read = SkinImport.read(file);
        assertThat(read.name()).isEqualTo("Neat");
        assertThat(read.guess().get(Status.AVAILABLE)).endsWith("32/av.png");
        assertThat(read.guess().get(Status.EXTENDED_AWAY)).endsWith("32/xa.png");
    }

    @Test
    void aFolderOfPicturesInAllFormats() throws Exception {
        Path art = Files.createDirectories(folder.resolve("SkinArt"));
        Files.write(art.resolve("tn-available.bmp"), Pictures.of("bmp", 16, 0x00FF00));
        Files.write(art.resolve("OnThePhone16.ico"), Pictures.ico(16, 0xFFFF0000));
        Files.write(art.resolve("away.gif"), Pictures.of("gif", 16, 0xFFFF00));
        Files.write(art.resolve("in_a_meeting.svg"), Pictures.svg());
        Files.write(art.resolve("offline.png"), text("not a picture"));
        Files.write(art.resolve("Offline_32.png"), Pictures.of("png", 32, 0x808080));
        Files.write(art.resolve("notes.txt"), text("x"));
        Files.write(art.resolve("ringing.png"), text("not a picture"));
        SkinImport set = SkinImport.read(art);
        assertThat(set.name()).isEqualTo("SkinArt");
        assertThat(set.guess())
                .isEqualTo(Map.of(
                        Status.AVAILABLE, "tn-available.bmp",
                        Status.ON_THE_PHONE, "OnThePhone16.ico",
                        Status.AWAY, "away.gif",
                        Status.IN_A_MEETING, "in_a_meeting.svg",
                        Status.OFFLINE, "Offline_32.png"));
        Skin skin = set.draft(skins, set.guess()).skin();
        assertThat(skin.image(Status.ON_THE_PHONE, 16, Hues.LIGHT).getRGB(8, 8)).isEqualTo(0xFFFF0000);
        assertThat(skin.image(Status.AWAY, 16, Hues.LIGHT).getRGB(8, 8)).isEqualTo(0xFFFFFF00);
        assertThat(set.pictures())
                .allSatisfy(picture -> assertThat(picture.preview(16).isPresent())
                        .isEqualTo(!List.of("offline.png", "ringing.png").contains(picture.file())));
        assertThat(set.problems()).extracting(SkinProblem::file).containsExactly("ringing.png");
        assertThatThrownBy(() -> set.draft(skins, Map.of(Status.OFFLINE, "offline.png")))
                .isInstanceOf(BrokenSkin.class)
                .hasMessageContaining("offline.png")
                .message()
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "DND, do-not-disturb",
        "do_not_disturb, do-not-disturb",
        "status_busy, busy",
        "On-Call, on-the-phone",
        "user_phone, on-the-phone",
        "In A Meeting, in-a-meeting",
        "mtg, in-a-meeting",
        "Calendar, in-a-meeting",
        "xa, extended-away",
        "extended_away, extended-away",
        "FFC, free-to-chat",
        "chat, free-to-chat",
        "OOO, out-of-office",
        "vacation, out-of-office",
        "Invisible, invisible",
        "presenting, presenting",
        "video, on-video",
        "Ringing, ringing",
        "idle, idle",
        "OFFLINE, offline",
        "unknown, unknown",
        "online, available",
        "InAMeetingOnThePhone, in-a-meeting-on-the-phone",
        "blocked, blocked"
    })
    void namesInSeveralSpellings(String name, String status) throws Exception {
        Path file = Pictures.zip(folder.resolve("x.zip"), Map.of(name + ".svg", Pictures.svg()));
        assertThat(SkinImport.read(file).guess().keySet())
                .extracting(Status::key)
                .containsExactly(status);
    }

    @Test
    void aPackedSkinArrivesWholeAndOverwritesNothing() throws Exception {
        SkinDraft draft = SkinDraft.of(skins, "lamplight")
                .picture(Status.BUSY, Files.write(folder.resolve("a.png"), Pictures.of("png", 16, 0xFF)));
        skins.save(draft, "Mine");
        Path zip = folder.resolve("mine.zip");
        SkinArchive.write(skins, "Mine", zip);
        assertThat(SkinArchive.holds(zip)).isTrue();
        assertThat(SkinArchive.read(skins, zip)).isEqualTo("Mine 2");
        Path own = folder.resolve("profile/skinart");
        assertThat(own.resolve("Mine 2/skin.properties")).hasSameBinaryContentAs(own.resolve("Mine/skin.properties"));
        assertThat(own.resolve("Mine 2/presence/busy.png"))
                .hasSameBinaryContentAs(own.resolve("Mine/presence/busy.png"));
        assertThat(skins.names()).contains("Mine", "Mine 2", "lamplight");
        assertThatThrownBy(() -> SkinArchive.write(skins, "nowhere", zip)).isInstanceOf(BrokenSkin.class);
        assertThat(SkinArchive.holds(Pictures.zip(folder.resolve("b.jisp"), psi())))
                .isFalse();
    }
}
