package org.lamplight.ui.hub;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.swing.JList;
import org.assertj.swing.edt.GuiActionRunner;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.ui.World;

/**
 * Paints pages of the hub's list, anywhere among 10,000 people of all statuses, with their icons, once and twice the size.
 * Prints figures; judges nothing. Needs a display.
 */
public final class PaintBench {
    private static final int PAGES = 400;
    private static final int GROUPS = 40;

    private PaintBench() {}

    /** The argument is the number of people. */
    public static void main(String[] args) {
        int people = Integer.parseInt(args[0]);
        try (World world = new World()) {
            for (int i = 0; i < people; i++) {
                world.contact(address(i), "Person " + i, "Group " + i % GROUPS);
            }
            try (HubOnScreen on = new HubOnScreen(world)) {
                world.online();
                on.awaitRows(people + GROUPS);
                world.onCore(() -> observe(world, people));
                on.robot.waitForIdle();
                for (int scale : new int[] {1, 2}) {
                    pages(on.list(), scale, "first");
                    pages(on.list(), scale, "later");
                }
            }
        }
        System.exit(0);
    }

    private static String address(int person) {
        return "p" + person + "@engine.example";
    }

    private static void observe(World world, int people) {
        Status[] all = Status.values();
        for (int i = 0; i < people; i++) {
            Source source = Source.resource(address(i) + "/desk");
            world.domain
                    .people()
                    .observed(World.ACCOUNT, address(i), source, List.of(Observation.of(source, all[i % all.length])));
        }
    }

    private static void pages(JList<?> list, int scale, String which) {
        Random random = new Random(7);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            int row = random.nextInt(list.getModel().getSize());
            times.add(GuiActionRunner.execute(() -> milliseconds(list, row, scale)));
        }
        Collections.sort(times);
        System.out.println(String.format(
                Locale.ROOT,
                "a page of %d rows at %dx, the %s %d: median %.2f ms, 95 of 100 within %.2f ms, longest %.2f ms",
                GuiActionRunner.execute(() -> list.getLastVisibleIndex() - list.getFirstVisibleIndex() + 1),
                scale,
                which,
                PAGES,
                times.get(PAGES / 2),
                times.get(PAGES * 95 / 100),
                times.get(PAGES - 1)));
    }

    /** Scrolling there is not counted, painting is. */
    private static double milliseconds(JList<?> list, int row, int scale) {
        list.ensureIndexIsVisible(row);
        Rectangle seen = list.getVisibleRect();
        BufferedImage page = new BufferedImage(seen.width * scale, seen.height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.scale(scale, scale);
        graphics.translate(-seen.x, -seen.y);
        graphics.setClip(seen);
        long begun = System.nanoTime();
        list.paint(graphics);
        double took = (System.nanoTime() - begun) / 1e6;
        graphics.dispose();
        return took;
    }
}
