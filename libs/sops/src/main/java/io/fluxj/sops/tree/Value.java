package io.fluxj.sops.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

/** A value in a file. */
public sealed interface Value {
    /** Text. */
    final class Text implements Value {
        private final byte[] bytes;

        /** Of UTF-8, or any other bytes that a file holds; they are not copied. */
        public Text(byte[] bytes) {
            this.bytes = bytes;
        }

        /** UTF-8, or whatever the file holds. */
        public byte[] bytes() {
            return bytes;
        }

        /** Of a string. */
        public static Text of(String text) {
            return new Text(text.getBytes(StandardCharsets.UTF_8));
        }

        /** As a string; what is no UTF-8 becomes the replacement character. */
        public String string() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Whether the bytes are UTF-8. */
        public boolean isUtf8() {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }

        /** Does not tell the text. */
        @Override
        public String toString() {
            return "Text[" + bytes.length + " bytes]";
        }
    }

    /** A whole number. */
    record Whole(long value) implements Value {}

    /** A floating-point number. */
    record Real(double value) implements Value {}

    /** A truth value. */
    record Truth(boolean value) implements Value {}

    /** A point in time, with the offset it was written with. */
    record Time(OffsetDateTime value) implements Value {}

    /** Null. */
    record Nothing() implements Value {}

    /**
     * A comment.
     *
     * @param text without its sign
     * @param beside whether it stands beside a value, not above or below
     */
    record Comment(String text, boolean beside) implements Value {}

    /** A map; a key may come twice. */
    record Branch(List<Entry> entries) implements Value {
        public Branch {
            entries = List.copyOf(entries);
        }
    }

    /** A list. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /**
     * What sops has no type for.
     *
     * @param type name of the type in Go, for messages
     */
    record Foreign(String type) implements Value {}

    /** Name of its type in Go, for messages. */
    default String type() {
        return switch (this) {
            case Text text -> "string";
            case Whole whole -> "int";
            case Real real -> "float64";
            case Truth truth -> "bool";
            case Time time -> "time.Time";
            case Nothing nothing -> "<nil>";
            case Comment comment -> "sops.Comment";
            case Branch branch -> "sops.TreeBranch";
            case Items items -> "[]interface {}";
            case Foreign foreign -> foreign.type();
        };
    }
}
