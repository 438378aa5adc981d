package io.fluxj.apply.inventory;

import io.fluxj.apply.ObjectRef;
import java.util.regex.Pattern;

/**
 * One stored line of an inventory.
 *
 * @param id {@code <namespace>_<name>_<group>_<kind>}; parts may be empty, a colon in the name is written {@code __}
 * @param version API version, such as {@code v1}
 */
public record InventoryEntry(String id, String version) {
    private static final String COLON = "__";
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.-]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** The entry of an object. */
    public static InventoryEntry of(ObjectRef ref) {
        String name = ref.name().replace(":", COLON);
        return new InventoryEntry(String.join("_", ref.namespace(), name, ref.group(), ref.kind()), ref.version());
    }

    /**
     * The object that the entry names.
     *
     * @throws IllegalArgumentException when the id has not four parts, or one of them cannot be what it should be
     */
    public ObjectRef ref() {
        int first = id.indexOf('_');
        int last = id.lastIndexOf('_');
        int middle = last < 0 ? -1 : id.lastIndexOf('_', last - 1);
        if (middle <= first) {
            throw new IllegalArgumentException("inventory id \"" + id + "\" is not <namespace>_<name>_<group>_<kind>");
        }
        String name = id.substring(first + 1, middle).replace(COLON, ":");
        ObjectRef ref = new ObjectRef(
                id.substring(middle + 1, last), version, id.substring(last + 1), id.substring(0, first), name);
        if (!isAddress(ref)) {
            throw new IllegalArgumentException(
                    "inventory id \"" + id + "\" with version \"" + version + "\" names no object of any API");
        }
        return ref;
    }

    private static boolean isAddress(ObjectRef ref) {
        return DOMAIN.matcher(ref.group()).matches()
                && WORD.matcher(ref.version()).matches()
                && WORD.matcher(ref.kind()).matches()
                && DOMAIN.matcher(ref.namespace()).matches()
                && !ref.name().isBlank();
    }
}
