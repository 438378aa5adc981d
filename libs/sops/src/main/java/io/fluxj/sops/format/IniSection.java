package io.fluxj.sops.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** A section: its keys in order, each once, the last value wins. */
final class IniSection {
    private final String name;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private String comment = "";

    IniSection(String name) {
        if (name.isEmpty()) {
            throw new FormatException("empty section name");
        }
        this.name = name;
    }

    /** A key's value and comment. */
    record Key(String value, String comment) {}

    String name() {
        return name;
    }

    Map<String, Key> keys() {
        return keys;
    }

    String comment() {
        return comment;
    }

    void comment(String text) {
        comment = text;
    }

    void put(String key, Key value) {
        if (key.isEmpty()) {
            throw new FormatException("error creating new key: empty key name");
        }
        keys.put(key, value);
    }
}
