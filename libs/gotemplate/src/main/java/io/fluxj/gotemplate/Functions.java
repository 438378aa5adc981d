package io.fluxj.gotemplate;

import io.fluxj.gotemplate.value.GoFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions that templates can call, by name, besides Go's own. */
public final class Functions {
    private static final Functions NONE = new Functions(Map.of());

    private final Map<String, GoFunction> byName;

    private Functions(Map<String, GoFunction> byName) {
        this.byName = byName;
    }

    /** No functions but Go's own. */
    public static Functions none() {
        return NONE;
    }

    public static Functions of(Map<String, GoFunction> byName) {
        return new Functions(Map.copyOf(byName));
    }

    /** These functions and others; where both have a name, the other's counts. */
    public Functions with(Functions others) {
        Map<String, GoFunction> all = new HashMap<>(byName);
        all.putAll(others.byName);
        return of(all);
    }

    /** These functions without some names. */
    public Functions without(Set<String> names) {
        Map<String, GoFunction> left = new HashMap<>(byName);
        left.keySet().removeAll(names);
        return of(left);
    }

    public Optional<GoFunction> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** Whether a template can call a function of this name. */
    boolean knows(String name) {
        return byName.containsKey(name) || Builtins.BY_NAME.containsKey(name);
    }
}
