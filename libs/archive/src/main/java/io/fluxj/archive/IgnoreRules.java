package io.fluxj.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which files of a tree are left out of its archive (reference: behaviour.md §1.2). The last pattern that meets a path
 * decides; {@code .sourceignore} files go from the root downwards, a {@code spec.ignore} after all of them.
 */
public final class IgnoreRules {
    /** Leaves nothing out. */
    public static final IgnoreRules NONE = new IgnoreRules(List.of());

    private final List<IgnorePattern> patterns;

    private IgnoreRules(List<IgnorePattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * The rules of a folder: its {@code .sourceignore} files and the defaults.
     *
     * @throws IOException when a file cannot be read or is too large
     */
    public static IgnoreRules ofFolder(Path root) throws IOException {
        return withDefaults(IgnoreFiles.in(root));
    }

    /**
     * The rules of a folder with a {@code spec.ignore}.
     *
     * @throws IOException when a file cannot be read or is too large
     */
    public static IgnoreRules ofFolder(Path root, String specIgnore) throws IOException {
        List<IgnoreText> texts = new ArrayList<>(IgnoreFiles.in(root));
        texts.add(IgnoreText.atRoot(specIgnore));
        return withDefaults(texts);
    }

    /**
     * Rules for a source tree. Without any pattern in {@code texts} the defaults leave out the files of version control,
     * pictures, archives and the configuration of CI services; with any, only those of version control.
     *
     * @param texts in the order in which they apply
     */
    public static IgnoreRules withDefaults(List<IgnoreText> texts) {
        List<IgnorePattern> own = parse(texts);
        List<IgnoreText> defaults = own.isEmpty()
                ? List.of(IgnoreDefaults.VERSION_CONTROL, IgnoreDefaults.OTHERS)
                : List.of(IgnoreDefaults.VERSION_CONTROL);
        return new IgnoreRules(
                Stream.of(parse(defaults), own).flatMap(Collection::stream).toList());
    }

    /** Rules without defaults, as object stores want them. */
    public static IgnoreRules only(List<IgnoreText> texts) {
        return new IgnoreRules(parse(texts));
    }

    private static List<IgnorePattern> parse(List<IgnoreText> texts) {
        return texts.stream().flatMap(text -> text.patterns().stream()).toList();
    }

    /**
     * Whether a path is left out. What lies below a folder left out is asked for by itself: a later pattern may let it in.
     *
     * @param name the path relative to the root, with {@code /} between its parts and none at its end
     * @param folder whether it is a folder
     */
    public boolean ignores(String name, boolean folder) {
        List<String> path = List.of(name.split("/", -1));
        for (IgnorePattern pattern : patterns.reversed()) {
            if (pattern.meets(path, folder)) {
                return !pattern.includes();
            }
        }
        return false;
    }
}
