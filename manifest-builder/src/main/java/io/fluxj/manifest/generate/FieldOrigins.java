package io.fluxj.manifest.generate;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.Kustomize;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a failure of the kustomization file that was built to what people wrote: a field of the spec, the file as it stands in the source
 * with the lines it has there or, where it was generated, the file that it lists.
 */
public final class FieldOrigins {

    private final String path;
    private final Map<String, String> fromSpec;
    private final Written written;

    FieldOrigins(String path, Map<String, String> fromSpec, Written written) {
        this.path = path;
        this.fromSpec = Map.copyOf(fromSpec);
        this.written = written;
    }

    /** What people wrote at the place of the file that was built. */
    sealed interface Written {}

    /** A kustomization file. */
    record File(String text) implements Written {}

    /**
     * None: the file was generated.
     *
     * @param listed fields such as {@code resources[1]} to the file or directory they name
     * @param moved files laid elsewhere for the build, to their path in the source
     */
    record Nothing(Map<String, String> listed, Map<String, String> moved) implements Written {}

    /** The same failure, in terms of what people wrote. */
    public BuildException attribute(BuildException failure) {
        if (!failure.kustomization().equals(Optional.of(path))) {
            return failure;
        }
        String field = failure.field().orElse("");
        String ofSpec = fieldOfSpec(field);
        if (!ofSpec.isEmpty()) {
            return failure.attributedTo(null, ofSpec, 0);
        }
        return switch (written) {
            case File file -> failure.attributedTo(path, field, Kustomize.lineOf(file.text(), field));
            case Nothing nothing -> ofListed(failure.attributedTo(null, "", 0), nothing, field);
        };
    }

    /** The path in the source of a file that was built. */
    public String fileAsWritten(String file) {
        return switch (written) {
            case File _ -> file;
            case Nothing nothing -> nothing.moved().getOrDefault(file, file);
        };
    }

    private static BuildException ofListed(BuildException failure, Nothing nothing, String field) {
        String listed = nothing.listed().get(field);
        BuildException placed = listed == null ? failure : failure.inFile(listed);
        for (Map.Entry<String, String> moved : nothing.moved().entrySet()) {
            placed = placed.fileKnownAs(moved.getKey(), moved.getValue());
        }
        return placed;
    }

    /** The field of the spec that a field came from, or that the nearest one around it came from; {@code ""} if there is none. */
    private String fieldOfSpec(String field) {
        int end = field.length();
        while (end > 0) {
            String origin = fromSpec.get(field.substring(0, end));
            if (origin != null) {
                return origin + field.substring(end);
            }
            end = Math.max(field.lastIndexOf('.', end - 1), field.lastIndexOf('[', end - 1));
        }
        return "";
    }
}
