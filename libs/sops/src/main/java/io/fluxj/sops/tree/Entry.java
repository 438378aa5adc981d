package io.fluxj.sops.tree;

/** What stands in a map. */
public sealed interface Entry {
    /** A key with its value. */
    record Field(String key, Value value) implements Entry {}

    /** A comment of its own. */
    record Remark(Value.Comment comment) implements Entry {}

    /**
     * A key that is no string. Such a file cannot be decrypted, but may be read.
     *
     * @param key never a map or list
     */
    record Odd(Value key, Value value) implements Entry {}
}
