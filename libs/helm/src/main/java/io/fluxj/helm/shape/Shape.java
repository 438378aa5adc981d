package io.fluxj.helm.shape;

import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type of Go that JSON is read into. */
public sealed interface Shape {
    Shape TEXT = new Text();
    Shape FLAG = new Flag();
    Shape WHOLE = new Whole();
    Shape ANY = new Any();
    Shape BYTES = new Bytes();
    Shape TEXTS = new Items(TEXT);
    Shape TEXT_MAP = new Mapping(TEXT);
    Shape ANY_MAP = new Mapping(ANY);

    /** The type as Go spells it. */
    String go();

    /** What a variable of this type holds before anything is read into it. */
    @Nullable
    Object zero();

    /** A string. */
    record Text() implements Shape {
        @Override
        public String go() {
            return "string";
        }

        @Override
        public Object zero() {
            return "";
        }
    }

    /** A bool. */
    record Flag() implements Shape {
        @Override
        public String go() {
            return "bool";
        }

        @Override
        public Object zero() {
            return false;
        }
    }

    /** An int. */
    record Whole() implements Shape {
        @Override
        public String go() {
            return "int";
        }

        @Override
        public Object zero() {
            return GoInt.of(0);
        }
    }

    /** Any value. */
    record Any() implements Shape {
        @Override
        public String go() {
            return "interface {}";
        }

        @Override
        public @Nullable Object zero() {
            return null;
        }
    }

    /** Bytes, in base64. */
    record Bytes() implements Shape {
        @Override
        public String go() {
            return "[]uint8";
        }

        @Override
        public Object zero() {
            return GoSlice.nil(GoType.BYTES);
        }
    }

    /** A list. */
    record Items(Shape of) implements Shape {
        @Override
        public String go() {
            return "[]" + (of instanceof Struct ? "*" : "") + of.go();
        }

        @Override
        public Object zero() {
            return GoSlice.nil(GoType.ANY_SLICE);
        }
    }

    /** A map with texts as keys. */
    record Mapping(Shape of) implements Shape {
        @Override
        public String go() {
            return "map[string]" + of.go();
        }

        @Override
        public Object zero() {
            return GoMap.nil(of instanceof Text ? GoType.STRING_MAP : GoType.ANY_MAP);
        }
    }

    /**
     * A struct.
     *
     * @param go name with the package
     */
    record Struct(String go, List<Member> members) implements Shape {
        public Struct {
            members = List.copyOf(members);
        }

        /** A struct whose members are named in Go and JSON. */
        public static Struct of(String go, Member... members) {
            return new Struct(go, List.of(members));
        }

        /** Its name without the package. */
        public String name() {
            return go.substring(go.indexOf('.') + 1);
        }

        @Override
        public StructValue zero() {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            members.forEach(member -> values.put(
                    member.json(), member.isOptional() ? null : member.shape().zero()));
            return new StructValue(this, values);
        }
    }

    /** Who writes a member when it is empty. */
    enum Presence {
        ALWAYS,
        UNLESS_EMPTY,
        /** A pointer to a struct, which may be nil. */
        OPTIONAL,
        /** A pointer to a struct, left out when nil. */
        OPTIONAL_UNLESS_EMPTY
    }

    /** A field of a struct. */
    record Member(String name, String json, Shape shape, Presence presence) {
        /** Left out of JSON when it is empty. */
        public static Member of(String name, String json, Shape shape) {
            return new Member(name, json, shape, Presence.UNLESS_EMPTY);
        }

        /** Written to JSON also when it is empty. */
        public static Member always(String name, String json, Shape shape) {
            return new Member(name, json, shape, Presence.ALWAYS);
        }

        boolean isOptional() {
            return presence == Presence.OPTIONAL || presence == Presence.OPTIONAL_UNLESS_EMPTY;
        }

        boolean isLeftOutWhenEmpty() {
            return presence == Presence.UNLESS_EMPTY || presence == Presence.OPTIONAL_UNLESS_EMPTY;
        }
    }
}
