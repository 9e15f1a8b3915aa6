package org.lamplight.skin;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;

/**
 * A skin that is being edited. Immutable: every change gives another draft, so what to undo is a list of them. Pictures
 * are held in memory; nothing is written before {@link Skins#save}. Any thread, where a method says nothing else.
 */
public final class SkinDraft {
    private static final Texts TEXTS = Texts.of(SkinDraft.class);

    /**
     * What the draft began with.
     *
     * @param own the name of the own skin that is edited, null if it will be a new one
     * @param base the skin that it extends, null if none
     */
    record Beginning(
            @Nullable String own, @Nullable Skin base, String name, SkinEntries says, Inheritance inheritance) {}

    private final Beginning begun;
    private final String name;
    private final SkinEntries says;
    private final Skin skin;

    private SkinDraft(Beginning begun, String name, SkinEntries says) {
        this.begun = begun;
        this.name = name;
        this.says = says;
        String id = begun.own() == null ? name : begun.own();
        this.skin = begun.inheritance().compose(id, name, begun.base(), says, List.of());
    }

    /**
     * Begins to edit this skin: one of the profile goes on, one of the program is extended by an own skin that is new.
     * Reads files. Throws IllegalArgumentException with a sentence if there is no such skin.
     */
    public static SkinDraft of(Skins skins, String skinName) {
        Skin read = skins.read(skinName);
        Beginning begun = skins.own(skinName)
                ? new Beginning(skinName, read.base(), read.name(), read.says(), skins.inheritance())
                : extending(skins, read, TEXTS.get("name.own"));
        return new SkinDraft(begun, begun.name(), begun.says());
    }

    /** Begins a new own skin that extends another one; the name is made free. */
    static SkinDraft extending(Skins skins, String base, String name) {
        Beginning begun = extending(skins, skins.read(base), name);
        return new SkinDraft(begun, begun.name(), begun.says());
    }

    private static Beginning extending(Skins skins, Skin base, String name) {
        return new Beginning(null, base, SkinNames.free(skins, name), SkinEntries.NONE, skins.inheritance());
    }

    /** How it looks now, with what it inherits and what stands in. */
    public Skin skin() {
        return skin;
    }

    /**
     * With the picture of this file for this status: SVG, PNG, GIF, BMP or ICO. Reads the file, so rather not on the EDT.
     * The picture stands for the status from now on, even if another was shown instead.
     */
    public SkinDraft picture(Status status, Path file) throws BrokenIcon {
        return picture(status, new Drawn(file.toString(), new DrawingTime().checked(AnyPicture.read(file))));
    }

    SkinDraft picture(Status status, Drawn picture) {
        return with(says.withPicture(status, picture));
    }

    /** With this status looking as another one does; as itself: showing its own picture again. */
    public SkinDraft showing(Status status, Status as) {
        return with(says.withShow(status, as));
    }

    /** With this status as the skin has it that this one extends. */
    public SkinDraft original(Status status) {
        return with(says.without(status));
    }

    /** Whether anything about this status is not as it was when the draft began. */
    public boolean changed(Status status) {
        return !says.saysTheSame(status, begun.says());
    }

    /** Whether anything, the name too, is not as it was when the draft began. */
    public boolean changed() {
        return !name.equals(begun.name()) || !says.equals(begun.says());
    }

    /** Whether this skin says anything of its own about this status, so that {@link #original} would take it back. */
    public boolean owns(Status status) {
        return says.says(status);
    }

    /** With this colour, {@code 0xRRGGBB}, in place of a hue of the light or dark theme. */
    public SkinDraft tint(Status.Hue hue, boolean dark, int rgb) {
        return with(says.withTint(new Tint(hue, dark), rgb & 0xFFFFFF));
    }

    /** With the theme's own colour for this hue, whatever the skin says that this one extends. */
    public SkinDraft plainTint(Status.Hue hue, boolean dark) {
        Tint tint = new Tint(hue, dark);
        boolean inherited = begun.base() != null && begun.base().whole().tints().containsKey(tint);
        return with(says.withTint(tint, inherited ? Tint.THEME : null));
    }

    /** What it calls itself. */
    public String name() {
        return name;
    }

    public SkinDraft named(String other) {
        return new SkinDraft(begun, other.strip(), says);
    }

    /** The name of the skin that this one extends, as that calls itself; null if it extends none. */
    public @Nullable String basedOn() {
        return begun.base() == null ? null : begun.base().name();
    }

    /** The name by which the own skin is chosen that is edited, null if it was never saved. */
    public @Nullable String own() {
        return begun.own();
    }

    Beginning begun() {
        return begun;
    }

    SkinEntries says() {
        return says;
    }

    private SkinDraft with(SkinEntries changed) {
        return new SkinDraft(begun, name, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SkinDraft draft
                && begun.equals(draft.begun)
                && name.equals(draft.name)
                && says.equals(draft.says);
    }

    @Override
    public int hashCode() {
        return Objects.hash(begun, name, says);
    }
}
