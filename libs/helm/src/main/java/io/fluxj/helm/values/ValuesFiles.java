package io.fluxj.helm.values;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files of values put together, later ones over earlier ones. Source: behaviour §1.6.
 *
 * @param values all of them
 * @param used the files that are there
 */
public record ValuesFiles(Map<String, @Nullable Object> values, List<String> used) {

    public ValuesFiles {
        used = List.copyOf(used);
    }

    /** Where the files are. */
    public interface Folder {
        /** The text of a file; empty when there is none. */
        Optional<String> text(String file);

        /** What is said of a file that is missing. */
        default String missing(String file) {
            return "no values file found at path '" + file + "'";
        }
    }

    /**
     * Reads files.
     *
     * @param ignoreMissing whether those that are not there are left out
     * @throws HelmException when one is missing or is no map of values
     */
    public static ValuesFiles read(List<String> files, Folder folder, boolean ignoreMissing) {
        Map<String, @Nullable Object> values = new HashMap<>();
        List<String> used = new ArrayList<>();
        for (String file : files) {
            Optional<String> text = folder.text(file);
            if (text.isPresent()) {
                values = ValueTree.merged(values, parsed(file, text.get()));
                used.add(file);
            } else if (!ignoreMissing) {
                throw new HelmException(Subject.VALUES, folder.missing(file));
            }
        }
        return new ValuesFiles(values, used);
    }

    private static Map<String, @Nullable Object> parsed(String file, String text) {
        try {
            return ValuesYaml.map(text);
        } catch (GoError malformed) {
            throw new HelmException(
                    Subject.VALUES,
                    "unmarshaling values from '" + file + "' failed: " + malformed.getMessage(),
                    malformed);
        }
    }
}
