package org.lamplight.people;

/** A picture as it is published: a square PNG. Its bytes belong to it and must not be changed. */
public final class OwnPicture {
    /** No picture that we publish is larger. */
    public static final int MOST_BYTES = 64 * 1024;

    private final byte[] png;
    private final int side;
    private final PictureId id;

    /** @param side in pixels */
    public OwnPicture(byte[] png, int side) {
        this.png = png.clone();
        this.side = side;
        this.id = PictureId.ofBytes(png);
    }

    public byte[] png() {
        return png.clone();
    }

    /** In pixels. */
    public int side() {
        return side;
    }

    public PictureId id() {
        return id;
    }
}
