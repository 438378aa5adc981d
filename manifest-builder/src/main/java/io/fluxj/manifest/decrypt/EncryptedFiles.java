package io.fluxj.manifest.decrypt;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.OverlayTree;
import io.fluxj.kustomize.kustomization.GeneratorArgs;
import io.fluxj.kustomize.kustomization.Kustomization;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.kustomization.Patch;
import io.fluxj.kustomize.yaml.Bounds;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.sops.Decrypted;
import io.fluxj.sops.Format;
import io.fluxj.sops.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Decrypts the files that secretGenerators and patches name, in the kustomization that is built and in those below it, and of its resources
 * those that cannot wait. What cannot be read is left to the build, which says so better.
 */
final class EncryptedFiles {
    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final String OUTSIDE = "..";
    private static final Bounds BOUNDS = new Bounds(100_000, 100);

    /** Of resources: those that cannot be decrypted as objects, because that takes comments, or the object's own kind is encrypted. */
    private static final Pattern ONLY_WHOLE =
            Pattern.compile("(?m)^\\s*\"?(un)?encrypted_comment_regex\"?:|^\\s*\"?(kind|apiVersion)\"?:\\s*\"?ENC\\[");

    private static final int MOST_KUSTOMIZATIONS = 10_000;

    private final FluxDecryption decryption;
    private final Authenticity authenticity;
    private final FileTree files;
    private final Consumer<String> withoutMac;
    private final Map<String, byte[]> plain = new HashMap<>();
    private final Set<String> visited = new HashSet<>();

    EncryptedFiles(FluxDecryption decryption, FileTree files, Consumer<String> withoutMac) {
        this.decryption = decryption;
        this.authenticity = new Authenticity(decryption);
        this.files = files;
        this.withoutMac = withoutMac;
    }

    /** The files with those decrypted laid over them. */
    FileTree decrypted(String directory) throws BuildFailure {
        visit(directory);
        return plain.isEmpty() ? files : new OverlayTree(files, plain);
    }

    private void visit(String directory) throws BuildFailure {
        if (!visited.add(directory) || visited.size() > MOST_KUSTOMIZATIONS) {
            return;
        }
        for (String name : NAMES) {
            String file = join(directory, name);
            if (files.isFile(file)) {
                visit(directory, file);
                return;
            }
        }
    }

    private void visit(String directory, String file) throws BuildFailure {
        Kustomization kustomization;
        try {
            byte[] text = files.readBytes(file, Limits.DEFAULT.bytes());
            kustomization = KustomizationReader.read(new String(text, StandardCharsets.UTF_8), BOUNDS);
        } catch (IOException | BuildException unreadable) {
            return;
        }
        for (GeneratorArgs generator : kustomization.inputs().secrets()) {
            generator(directory, generator.sources());
        }
        for (Patch patch : kustomization.changes().patches()) {
            if (!patch.path().isEmpty()) {
                decrypt(directory, patch.path(), format(patch.path(), Format.YAML));
            }
        }
        below(directory, kustomization.inputs().resources());
        below(directory, kustomization.inputs().components());
    }

    private void below(String directory, List<String> names) throws BuildFailure {
        for (String name : names) {
            String path = join(directory, name);
            if (!path.equals(OUTSIDE) && files.isDirectory(path)) {
                visit(path);
            } else if (!path.equals(OUTSIDE)) {
                resource(path, format(name, Format.YAML));
            }
        }
    }

    private void resource(String path, Format format) throws BuildFailure {
        attempt(path, (place, bytes) -> {
            if (ONLY_WHOLE.matcher(new String(bytes, StandardCharsets.UTF_8)).find()) {
                decrypt(place, bytes, format);
            } else {
                authenticity.check(bytes, format);
            }
        });
    }

    /** The format of a file is told by the key that it gets. */
    private void generator(String directory, GeneratorArgs.Sources sources) throws BuildFailure {
        for (String each : sources.files()) {
            int equals = each.indexOf('=');
            String key = equals < 0 ? each : each.substring(0, equals);
            decrypt(directory, each.substring(equals + 1), Format.ofName(key));
        }
        for (String each : sources.envs()) {
            decrypt(directory, each, format(each, Format.DOTENV));
        }
    }

    private static Format format(String name, Format otherwise) {
        Format format = Format.ofName(name);
        return format == Format.BINARY ? otherwise : format;
    }

    private void decrypt(String directory, String name, Format format) throws BuildFailure {
        String path = join(directory, name);
        if (!path.equals(OUTSIDE)) {
            attempt(path, (place, bytes) -> decrypt(place, bytes, format));
        }
    }

    private void decrypt(String place, byte[] bytes, Format format) throws DecryptionFailure {
        if (!plain.containsKey(place) && Marker.isIn(bytes, format)) {
            Decrypted decrypted = decryption.decrypt(bytes, format, format);
            plain.put(place, decrypted.bytes());
            if (!decrypted.authentic()) {
                withoutMac.accept(place);
            }
        }
    }

    /** What is done with a file that can be read. */
    private interface Action {
        void take(String place, byte[] bytes) throws DecryptionFailure;
    }

    private void attempt(String path, Action action) throws BuildFailure {
        if (!files.isFile(path)) {
            return;
        }
        try {
            String place = files.resolve(path);
            action.take(place, files.readBytes(place, Limits.DEFAULT.bytes()));
        } catch (IOException unreadable) {
            // the build says so
        } catch (DecryptionFailure e) {
            throw new BuildFailure(
                    "error decrypting sources: failed to decrypt '%s': %s".formatted(path, e.getMessage()), e);
        }
    }

    /** A normal path, or {@link #OUTSIDE}: also for addresses, which are no files. */
    private static String join(String directory, String name) {
        try {
            String path = Path.of(directory).resolve(name).normalize().toString();
            return path.startsWith("..") || path.startsWith("/") ? OUTSIDE : path;
        } catch (InvalidPathException e) {
            return OUTSIDE;
        }
    }
}
