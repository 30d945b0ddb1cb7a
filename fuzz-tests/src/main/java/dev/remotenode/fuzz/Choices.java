package dev.remotenode.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Decisions that are taken out of an input, from its beginning to its end: so a small change of the
 * input is a small change of what is built from it. When nothing is left, every decision is the
 * first one, and every text is empty.
 */
public final class Choices {

    private final byte[] input;
    private int position;

    public Choices(byte[] input) {
        this.input = input;
    }

    /** Whether something is left. */
    public boolean areLeft() {
        return position < input.length;
    }

    /** The next byte, as 0 to 255. */
    public int octet() {
        return areLeft() ? input[position++] & 0xFF : 0;
    }

    /** A number from 0 to one less than the limit, which is at most 256. */
    public int below(int limit) {
        return octet() % limit;
    }

    public boolean yes() {
        return (octet() & 1) != 0;
    }

    /** Any number, often one near a border. */
    public int number() {
        int kind = octet();
        return switch (kind & 3) {
            case 0 -> kind >> 2;
            case 1 -> octet() << 8 | octet();
            case 2 -> (octet() << 24) | (octet() << 16) | (octet() << 8) | octet();
            default ->
                    List.of(0, -1, 1, 40, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 20, 1 << 24)
                            .get(kind >> 2 & 7);
        };
    }

    public <T> T oneOf(List<T> some) {
        return some.get(below(some.size()));
    }

    /** Some bytes, as many as the first of them says. */
    public byte[] bytes() {
        return bytes(octet());
    }

    /** So many bytes, or what is left of them. */
    public byte[] bytes(int most) {
        int end = position + Math.min(most, input.length - position);
        byte[] taken = Arrays.copyOfRange(input, position, end);
        position = end;
        return taken;
    }

    /** All that is left. */
    public byte[] rest() {
        return bytes(input.length);
    }

    /** A text of at most 255 bytes, with whatever characters. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
